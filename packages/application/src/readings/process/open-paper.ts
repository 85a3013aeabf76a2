import * as mupdf from 'mupdf';
import sharp from 'sharp';
import type { Box, TextLine, Word } from '../model/text-line.ts';

/** A page as the reader needs it: its own text, and itself as a picture. */
export interface PaperPage {
  lines(page: number): TextLine[];
  /** Grey, upright, as PNG; at most `PIXELS` large. */
  picture(): Promise<Uint8Array>;
  /** A cut around `box`, in colour, the place itself framed. */
  cut(box: Box): Promise<Uint8Array>;
}
export interface Paper {
  pages: number;
  page(at: number): PaperPage;
}
export class Protected extends Error {}

const PIXELS = 12_000_000;
const READ_DPI = 250;
const SHOWN_DPI = 150;

/** The strip shown around a place: enough to see the words before and after it. */
const strip = (box: Box): Box => {
  const x = Math.max(0, box.x - 0.3);
  const y = Math.max(0, box.y - 0.03);
  return { x, y, width: Math.min(1, box.x + box.width + 0.15) - x, height: Math.min(1, box.y + box.height + 0.03) - y };
};
/** The frame is wider than the letters: on a crooked scan the place is a few points off. */
const framed = async (png: Uint8Array | Buffer, cut: Box, box: Box): Promise<Uint8Array> => {
  const picture = sharp(png);
  const { width, height } = await picture.metadata();
  const [sx, sy] = [width / cut.width, height / cut.height];
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${(box.x - cut.x) * sx - 5}" y="${(box.y - cut.y) * sy - 10}" width="${box.width * sx + 10}" height="${box.height * sy + 20}" rx="4" fill="none" stroke="#000" stroke-width="3"/></svg>`;
  return picture
    .composite([{ input: Buffer.from(frame) }])
    .png()
    .toBuffer();
};

function pdfPage(page: mupdf.Page): PaperPage {
  const [x0, y0, x1, y1] = page.getBounds();
  const [width, height] = [Math.max(1, x1 - x0), Math.max(1, y1 - y0)];
  const render = (dpi: number, part: Box, colour: boolean): Uint8Array => {
    const scale = Math.min(dpi / 72, Math.sqrt(PIXELS / (width * height * part.width * part.height)));
    const left = Math.floor((x0 + part.x * width) * scale);
    const top = Math.floor((y0 + part.y * height) * scale);
    const right = Math.ceil((x0 + (part.x + part.width) * width) * scale);
    const bottom = Math.ceil((y0 + (part.y + part.height) * height) * scale);
    const space = colour ? mupdf.ColorSpace.DeviceRGB : mupdf.ColorSpace.DeviceGray;
    const pixmap = new mupdf.Pixmap(space, [left, top, Math.max(right, left + 1), Math.max(bottom, top + 1)], false);
    pixmap.clear(255);
    const device = new mupdf.DrawDevice(mupdf.Matrix.scale(scale, scale), pixmap);
    page.run(device, mupdf.Matrix.identity);
    device.close();
    const png = pixmap.asPNG();
    pixmap.destroy();
    return png;
  };
  return {
    lines: (number) => {
      const lines: TextLine[] = [];
      let words: Word[] = [];
      let text = '';
      let edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
      const endWord = (): void => {
        if (text)
          words.push({
            text,
            box: {
              x: (edges.left - x0) / width,
              y: (edges.top - y0) / height,
              width: (edges.right - edges.left) / width,
              height: (edges.bottom - edges.top) / height,
            },
          });
        text = '';
        edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
      };
      page.toStructuredText('preserve-whitespace').walk({
        beginLine: () => {
          words = [];
        },
        onChar: (char, _origin, _font, _size, quad) => {
          if (/\s/u.test(char)) return endWord();
          text += char;
          for (let i = 0; i < 8; i += 2) {
            edges.left = Math.min(edges.left, quad[i]!);
            edges.right = Math.max(edges.right, quad[i]!);
            edges.top = Math.min(edges.top, quad[i + 1]!);
            edges.bottom = Math.max(edges.bottom, quad[i + 1]!);
          }
        },
        endLine: () => {
          endWord();
          if (words.length) lines.push({ page: number, words });
        },
      });
      return lines;
    },
    picture: async () => render(READ_DPI, { x: 0, y: 0, width: 1, height: 1 }, false),
    cut: async (box) => {
      const part = strip(box);
      return framed(render(SHOWN_DPI, part, true), part, box);
    },
  };
}

/** @throws Protected when it asks for a password */
function openPdf(bytes: Uint8Array): Paper {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  if (document.needsPassword()) throw new Protected('the file asks for a password');
  return { pages: document.countPages(), page: (at) => pdfPage(document.loadPage(at)) };
}

/** A photo or scan: no text of its own. Turned as its camera says. */
function openImage(bytes: Uint8Array): Paper {
  const upright = () => sharp(bytes, { limitInputPixels: 60_000_000, failOn: 'error' }).rotate();
  return {
    pages: 1,
    page: () => ({
      lines: () => [],
      picture: () =>
        upright()
          .resize({ width: 2600, height: 3400, fit: 'inside', withoutEnlargement: true })
          .grayscale()
          .png({ compressionLevel: 1 })
          .toBuffer(),
      cut: async (box) => {
        const whole = await upright()
          .resize({ width: 1300, height: 1800, fit: 'inside', withoutEnlargement: true })
          .png()
          .toBuffer({ resolveWithObject: true });
        const part = strip(box);
        const { width, height } = whole.info;
        const left = Math.floor(part.x * width);
        const top = Math.floor(part.y * height);
        const cut = await sharp(whole.data)
          .extract({
            left,
            top,
            width: Math.max(1, Math.min(width - left, Math.round(part.width * width))),
            height: Math.max(1, Math.min(height - top, Math.round(part.height * height))),
          })
          .png()
          .toBuffer();
        return framed(cut, part, box);
      },
    }),
  };
}

export const openPaper = (bytes: Uint8Array, mediaType: string): Paper =>
  mediaType === 'application/pdf' ? openPdf(bytes) : openImage(bytes);
