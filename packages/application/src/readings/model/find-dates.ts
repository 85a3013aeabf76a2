import type { ReadingWarning } from '@permanence/contracts';
import { isoDate, type IsoDate } from '@permanence/rules';
import { strict } from 'chrono-node/fr';
import { mendLine } from './mend.ts';
import { union, type Box, type TextLine } from './text-line.ts';

/** What makes a reading of figures less than sure. */
export type DateDoubt = Exclude<ReadingWarning, 'future' | 'very-old'>;

export interface FoundDate {
  readonly day: IsoDate;
  readonly line: TextLine;
  /** The line as read, and where in it the date begins and ends. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly box: Box;
  readonly doubts: readonly DateDoubt[];
  /** First or last day of a “du … au …”. */
  readonly inRange: boolean;
}

/** Letters read with less than this are shown as unsure. */
const SURE = 70;
const UNAMBIGUOUS_REFERENCE = new Date(Date.UTC(2000, 0, 1));
type Parts = { get(part: 'day' | 'month' | 'year'): number | null; isCertain(part: 'day' | 'month' | 'year'): boolean };
/** Only dates with their day, month and year written out: nothing is completed from the day of the reading. */
const dayOf = (parts: Parts): IsoDate | null => {
  if (!(['day', 'month', 'year'] as const).every((part) => parts.isCertain(part))) return null;
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  if (!year || !month || !day || year < 1900 || year > 2199) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  try {
    return isoDate(text);
  } catch {
    return null;
  }
};
/** A piece of a phone, account or version number is no date. */
const insideNumber = (text: string, from: number, to: number): boolean =>
  /\d[./-]?$/.test(text.slice(0, from)) || /^[./-]?\d/.test(text.slice(to));
/** Figures whose second part can only be a day, as 03/25/2024: a paper that writes the month first. */
const monthFirst = (written: string): boolean => Number(/^\D*\d{1,2}[/.-](\d{1,2})[/.-]\d{2,4}/.exec(written)?.[1] ?? 0) > 12;

const RANGE = /^\s*(au|jusqu'au|jusqu’au|à|a|-|–|et le|et)\s*(le\s*)?$/i;

/** Every full date on a line, day before month, as French papers write them. The box is that of its words. */
export function findDates(line: TextLine): FoundDate[] {
  const { text, wordAt, mended } = mendLine(line);
  if (!/\d/.test(text)) return [];
  const found: FoundDate[] = [];
  const add = (from: number, to: number, day: IsoDate, inRange: boolean): void => {
    const indexes = [...new Set(wordAt.slice(from, to))];
    const words = indexes.map((index) => line.words[index]!);
    if (!words.length) return;
    const written = text.slice(from, to);
    const doubts: DateDoubt[] = [];
    if (indexes.some((index) => mended.has(index))) doubts.push('mended');
    if (!/(19|20)\d\d/.test(written)) doubts.push('two-digit-year');
    if (monthFirst(written)) doubts.push('month-first');
    if (words.some(({ confidence }) => confidence !== undefined && confidence < SURE)) doubts.push('unsure-letters');
    found.push({ day, line, text, from, to, box: union(words.map(({ box }) => box)), doubts, inRange });
  };
  // Cut at each date by chrono itself; a range comes as one result with two ends.
  for (const result of strict.parse(text, UNAMBIGUOUS_REFERENCE)) {
    const from = result.index;
    const to = from + result.text.length;
    if (insideNumber(text, from, to)) continue;
    const start = dayOf(result.start);
    const end = result.end ? dayOf(result.end) : null;
    if (start && end) {
      const middle = from + (/\s(au|à|a|-|–|jusqu\S*)\s/i.exec(result.text)?.index ?? Math.ceil(result.text.length / 2));
      add(from, middle, start, true);
      add(middle, to, end, true);
    } else if (start) add(from, to, start, false);
  }
  return found.map((date, at) => {
    const next = found[at + 1];
    const previous = found[at - 1];
    const linked = (next && RANGE.test(text.slice(date.to, next.from))) || (previous && RANGE.test(text.slice(previous.to, date.from)));
    return linked ? { ...date, inRange: true } : date;
  });
}
