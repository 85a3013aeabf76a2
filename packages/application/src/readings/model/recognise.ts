import { ISSUER_CODES, type IssuerCode } from '@permanence/contracts';
import type { DocumentType } from '@permanence/rules';
import { fold, type TextLine } from './text-line.ts';
import { ISSUER_MARKS } from './issuer-marks.ts';
import { TYPE_MARKS } from './type-marks.ts';

/** What a paper looks like by the words on it, with the line that says so most clearly. */
export interface Recognised<T extends string> {
  readonly value: T;
  readonly score: number;
  readonly line: TextLine;
}
/** Words that speak for a kind of paper or an issuer, and how loudly (1 to 10). Looked for in folded text. */
export type Mark = readonly [pattern: RegExp, weight: number];

/** Words at the top speak for the whole paper; those at the foot of a page are small print. */
const emphasis = (line: TextLine): number => {
  const y = line.words[0]?.box.y ?? 1;
  const tall = Math.max(...line.words.map(({ box }) => box.height)) > 0.018;
  return (line.page > 1 ? 0.4 : y < 0.3 ? 1.5 : y > 0.88 ? 0.5 : 1) * (tall ? 1.3 : 1);
};

function recognise<T extends string>(marks: Readonly<Partial<Record<T, readonly Mark[]>>>, lines: readonly TextLine[]): Recognised<T>[] {
  const read = lines
    .filter(({ words }) => words.length)
    .map((line) => ({ line, text: fold(line.words.map(({ text }) => text).join(' ')) }));
  return (Object.entries(marks) as [T, readonly Mark[]][])
    .map(([value, patterns]) => {
      let total = 0;
      let best: { line: TextLine; weight: number } | null = null;
      for (const [pattern, weight] of patterns) {
        // Said twice is not twice as true: each mark counts where it is loudest.
        let loudest = 0;
        for (const { line, text } of read) {
          if (!pattern.test(text)) continue;
          const here = weight * emphasis(line);
          loudest = Math.max(loudest, here);
          if (!best || here > best.weight) best = { line, weight: here };
        }
        total += loudest;
      }
      return best && { value, score: Math.min(100, Math.round(total * 6)), line: best.line };
    })
    .filter((entry): entry is Recognised<T> => entry !== null && entry.score >= 15)
    .sort((a, b) => b.score - a.score);
}

export const recogniseType = (lines: readonly TextLine[]): Recognised<DocumentType>[] => recognise(TYPE_MARKS, lines);
export const recogniseIssuer = (lines: readonly TextLine[]): Recognised<IssuerCode>[] =>
  recognise(ISSUER_MARKS, lines).filter(({ value }) => ISSUER_CODES.includes(value));
