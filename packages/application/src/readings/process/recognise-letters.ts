import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { createWorker, OEM, type Page, type Worker } from 'tesseract.js';
import { evenLight } from './even-light.ts';
import type { Box, TextLine } from '../model/text-line.ts';

/** French, from the package that lies beside: nothing is fetched, nothing is written. */
const languageData = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/fra/package.json')), '4.0.0_best_int');

export interface LetterReader {
  /** Lines of a page given as PNG; turned by quarters when it makes no sense upright. */
  read(png: Uint8Array, page: number, onProgress: (share: number) => void): Promise<TextLine[]>;
  close(): Promise<void>;
}

/** Below this mean the page is tried on its sides and upside down. */
const SENSIBLE = 55;
type Turn = 0 | 90 | 180 | 270;
/** From the turned page back to the page as it lies. */
const back = ({ x, y, width, height }: Box, turn: Turn): Box => {
  switch (turn) {
    case 90:
      return { x: y, y: 1 - x - width, width: height, height: width };
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 270:
      return { x: 1 - y - height, y: x, width: height, height: width };
    default:
      return { x, y, width, height };
  }
};

function linesOf(page: Page, size: { width: number; height: number }, number: number, turn: Turn): TextLine[] {
  const boxOf = ({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }): Box => ({
    x: x0 / size.width,
    y: y0 / size.height,
    width: (x1 - x0) / size.width,
    height: (y1 - y0) / size.height,
  });
  return (page.blocks ?? [])
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .map(({ words }) => ({
      page: number,
      words: words
        .filter(({ text }) => text.trim())
        .map(({ text, bbox, confidence }) => ({ text: text.trim(), confidence, box: back(boxOf(bbox), turn) })),
    }))
    .filter(({ words }) => words.length);
}

export async function letterReader(): Promise<LetterReader> {
  let tell: (share: number) => void = () => undefined;
  const worker: Worker = await createWorker('fra', OEM.LSTM_ONLY, {
    langPath: languageData(),
    cacheMethod: 'none',
    gzip: true,
    logger: ({ status, progress }) => status === 'recognizing text' && tell(progress),
  });
  const attempt = async (png: Buffer, page: number, turn: Turn): Promise<{ sense: number; lines: TextLine[] }> => {
    const turned = turn === 0 ? png : await sharp(png).rotate(turn).png({ compressionLevel: 1 }).toBuffer();
    const { width, height } = await sharp(turned).metadata();
    await worker.setParameters({ user_defined_dpi: String(Math.round(Math.min(width, height) / 8.27)) });
    const { data } = await worker.recognize(turned, { rotateAuto: true }, { blocks: true, text: false });
    return { sense: data.confidence, lines: linesOf(data, { width, height }, page, turn) };
  };
  return {
    read: async (png, page, onProgress) => {
      tell = onProgress;
      const even = await evenLight(png);
      let best = await attempt(even, page, 0);
      for (const turn of [90, 270, 180] as const) {
        if (best.sense >= SENSIBLE) break;
        const other = await attempt(even, page, turn);
        if (other.sense > best.sense) best = other;
      }
      return best.lines;
    },
    close: async () => void (await worker.terminate()),
  };
}
