import type { PresenceAnswer } from '@permanence/contracts';

type Year = PresenceAnswer['years'][number];
export type Month = Year['months'][number];

/** Twelve places for each year: months outside the span stay empty places, so that columns line up. Latest year first. */
export const gridRows = (years: readonly Year[]): { year: number; months: (Month | null)[] }[] =>
  [...years]
    .sort((a, b) => b.year - a.year)
    .map(({ year, months }) => ({
      year,
      months: Array.from({ length: 12 }, (_, at) => months.find(({ monthOfYear }) => monthOfYear === at + 1) ?? null),
    }));

/** Number of months from one to the other, both included: `2025-11` to `2026-02` is 4. */
export const monthsFromTo = (from: string, to: string): number => {
  const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return index(to) - index(from) + 1;
};

/** Years before the first paper are left out of the picture: ten empty years teach nothing. At least three years stay. */
export function withoutEmptyYears<Y extends Year>(years: readonly Y[]): Y[] {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const first = sorted.findIndex(({ months }) => months.some(({ state, papers }) => state !== 'empty' || papers.length > 0));
  const keepFrom = Math.max(0, Math.min(first === -1 ? sorted.length : first, sorted.length - 3));
  return sorted.slice(keepFrom);
}
