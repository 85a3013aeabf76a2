import type { TextLine } from '../model/text-line.ts';
import type { PageLimits, ReadingProgress } from './messages.ts';
import type { Paper } from './open-paper.ts';
import { letterReader, type LetterReader } from './recognise-letters.ts';

/** Letters a page must hold to be read by its own text; fewer, and it is a picture with a stamp of a scanner on it. */
const ENOUGH_LETTERS = 60;
/** Fonts without their letters give signs nobody can read: such a page is read as a picture too. */
const readable = (lines: readonly TextLine[]): boolean => {
  const text = lines.flatMap(({ words }) => words.map((word) => word.text)).join('');
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const strange = text.match(/[\uFFFD\p{Co}\p{Cc}]/gu)?.length ?? 0;
  return letters >= ENOUGH_LETTERS && strange < letters / 5;
};

/** First pages and the last: where papers are dated and signed. */
const chosen = (pages: number, most: number): number[] =>
  pages <= most ? Array.from({ length: pages }, (_, at) => at) : [...Array.from({ length: most - 1 }, (_, at) => at), pages - 1];

/** @returns whether pages were left out */
export async function readPages(
  paper: Paper,
  limits: PageLimits,
  tell: (progress: ReadingProgress) => void,
  give: (lines: TextLine[]) => void,
): Promise<boolean> {
  const pages = chosen(paper.pages, limits.text);
  const pictures: number[] = [];
  for (const at of pages) {
    const lines = paper.page(at).lines(at + 1);
    if (readable(lines)) give(lines);
    else pictures.push(at);
  }
  const asPictures = pictures.length <= limits.pictures ? pictures : [...pictures.slice(0, limits.pictures - 1), pictures.at(-1)!];
  let letters: LetterReader | null = null;
  try {
    for (const [done, at] of asPictures.entries()) {
      const percent = (share: number): number => Math.min(99, Math.round(((done + share) / asPictures.length) * 100));
      tell({ page: done + 1, pages: asPictures.length, percent: percent(0) });
      letters ??= await letterReader();
      const png = await paper.page(at).picture();
      const lines = await letters.read(png, at + 1, (share) => tell({ page: done + 1, pages: asPictures.length, percent: percent(share) }));
      give(lines);
    }
  } finally {
    await letters?.close();
  }
  return pages.length < paper.pages || asPictures.length < pictures.length;
}
