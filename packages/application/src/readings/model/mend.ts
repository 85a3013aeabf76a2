import { fold, type TextLine, type Word } from './text-line.ts';

/** The text of a line with the usual slips of a scan mended where a date stands, and the word each character came from. */
export interface MendedLine {
  readonly text: string;
  /** Per character of `text`: index of its word. */
  readonly wordAt: readonly number[];
  /** Words whose letters were changed to read a date. */
  readonly mended: ReadonlySet<number>;
}

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;
const SHORT: Readonly<Record<string, string>> = {
  jan: 'janvier',
  janv: 'janvier',
  fev: 'février',
  fevr: 'février',
  avr: 'avril',
  juil: 'juillet',
  juill: 'juillet',
  sept: 'septembre',
  sep: 'septembre',
  oct: 'octobre',
  nov: 'novembre',
  dec: 'décembre',
};

/** Letters that must change to make one word the other; `most` and more are all the same. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) >= most) return most;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};

/** The month a word says, as it is or with a slip in it; null: none. “mai” and “mars” are one letter apart from too much to be guessed. */
const monthOf = (word: string): { name: string; exact: boolean } | null => {
  const plain = fold(word).replace(/[.,;:]+$/, '');
  const exact = MONTHS.find((month) => fold(month) === plain) ?? SHORT[plain];
  if (exact) return { name: exact, exact: true };
  const letters = plain.replace(/0/g, 'o').replace(/[1|!]/g, 'i').replace(/rn/g, 'm');
  if (letters.length < 3) return null;
  const near = MONTHS.map((month) => ({ name: month, off: distance(letters, fold(month), 3) }))
    .filter(({ name, off }) => off <= (name.length > 6 ? 2 : name.length > 3 ? 1 : 0))
    .sort((a, b) => a.off - b.off);
  return near[0] && near[0].off !== near[1]?.off ? { name: near[0].name, exact: false } : null;
};

const DIGITS: Readonly<Record<string, string>> = { O: '0', o: '0', Q: '0', l: '1', I: '1', '|': '1', i: '1', S: '5', B: '8' };
const mendDigits = (text: string): string => text.replace(/[OoQlI|iSB]/g, (letter) => DIGITS[letter] ?? letter);
/** Figures with a few letters mistaken for figures: `2O24`, `l2/03/2024`. */
const NUMERIC = /^\(?[\dOoQlI|iSB]{1,4}([/.-][\dOoQlI|iSB]{1,2}([/.-][\dOoQlI|iSB]{2,4})?)?[),.;:]*$/;
const looksNumeric = (word: string | undefined): boolean => word !== undefined && /\d/.test(word) && NUMERIC.test(word);
const isDay = (word: string | undefined): boolean =>
  word !== undefined && (/^\(?(0?[1-9]|[12]\d|3[01])$/.test(mendDigits(word)) || /^(1|l|I)\s?(er|°|e)$/i.test(word));
const isYear = (word: string | undefined): boolean => word !== undefined && /^((19|20)\d\d|\d\d)[),.;:]*$/.test(mendDigits(word));

const mendWord = (words: readonly Word[], at: number): string => {
  const { text } = words[at]!;
  const [before, after] = [words[at - 1]?.text, words[at + 1]?.text];
  // “12mars2024”, written together.
  const glued = /^(\d{1,2})(er)?([a-zéèûôA-ZÉÛ]{3,9})\.?(\d{4})?$/.exec(text);
  if (glued && (glued[4] || isYear(after))) {
    const month = monthOf(glued[3]!);
    if (month) return `${glued[1]}${glued[2] ?? ''} ${month.name}${glued[4] ? ` ${glued[4]}` : ''}`;
  }
  if (isDay(before) && isYear(after)) {
    const month = monthOf(text);
    if (month) return month.name;
  }
  if (/^([1lI]\s?(er|°)|[lI]e?r)$/i.test(text) && after && monthOf(after)) return '1er';
  const besideMonth = (after && isDay(text) && monthOf(after)) || (before && isYear(text) && monthOf(before));
  return looksNumeric(text) && (besideMonth || /[/.-]/.test(text)) ? mendDigits(text) : text;
};

export function mendLine({ words }: TextLine): MendedLine {
  let text = '';
  const wordAt: number[] = [];
  const mended = new Set<number>();
  words.forEach((word, at) => {
    const better = mendWord(words, at);
    const abbreviated = monthOf(word.text)?.exact ?? false;
    if (better !== word.text && !abbreviated && !/^\d+(er)?[a-zéû]+/i.test(word.text)) mended.add(at);
    // “12 / 03 / 2024” is one date.
    const joined = /\d[/.-]?$/.test(text) && /^[/.-]\d|^[/-]$/.test(better) ? true : /\d[/-]$/.test(text) && /^\d/.test(better);
    const piece = text && !joined ? ` ${better}` : better;
    text += piece;
    for (let i = 0; i < piece.length; i++) wordAt.push(at);
  });
  return { text, wordAt, mended };
}
