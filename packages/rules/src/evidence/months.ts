import { type IsoDate, monthOf, toIsoDate, yearOf } from '../calendar/iso-date.ts';

/** A calendar month, `YYYY-MM`. */
export type YearMonth = string;

/** Months since year 0: what the counting works on. */
export const monthIndex = (day: IsoDate): number => yearOf(day) * 12 + monthOf(day) - 1;
export const yearMonth = (index: number): YearMonth => toIsoDate(Math.floor(index / 12), (index % 12) + 1, 1).slice(0, 7);

export interface MonthRange {
  readonly from: YearMonth;
  readonly to: YearMonth;
}
