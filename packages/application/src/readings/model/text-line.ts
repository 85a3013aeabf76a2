/** A place on a page, as shares of its width and height (0 to 1), from the top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Word {
  readonly text: string;
  readonly box: Box;
  /** How sure the reader is of its letters, 0 to 100; absent where the paper holds its own text. */
  readonly confidence?: number;
}
/** Words that follow each other on one line of one page, from left to right. */
export interface TextLine {
  /** From 1. */
  readonly page: number;
  readonly words: readonly Word[];
}

export const union = (boxes: readonly Box[]): Box => {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
};

/** Lower case, without accents, typographic apostrophes or runs of spaces: what cues and names are looked for in. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
