import { type IsoDate } from '../calendar/iso-date.ts';
import { calendarOfPapers, monthState, type MonthState } from './calendar-of-papers.ts';
import type { EvidenceDocument, Grade } from './document.ts';
import { addressHalf, cohabitationGrade, presenceGrade, workGrade } from './grade.ts';
import { monthIndex, yearMonth, type YearMonth } from './months.ts';

export interface GridPaper {
  readonly paper: EvidenceDocument;
  /** Null: kept, but it proves nothing for this subject. */
  readonly grade: Grade | null;
}
export interface GridMonth {
  readonly month: YearMonth;
  /** 1 to 12. */
  readonly monthOfYear: number;
  readonly state: MonthState;
  readonly papers: readonly GridPaper[];
}
export interface GridYear {
  readonly year: number;
  /** Only the months between `from` and `to`. */
  readonly months: readonly GridMonth[];
}
export interface PresenceGrid {
  readonly years: readonly GridYear[];
  readonly strongMonths: number;
  readonly weakMonths: number;
  readonly emptyMonths: number;
  readonly gaps: readonly { readonly from: YearMonth; readonly to: YearMonth }[];
}

const gradeOn = (subject: 'presence' | 'cohabitation' | 'work', paper: EvidenceDocument): Grade | null => {
  if (subject === 'presence') return presenceGrade(paper);
  if (subject === 'cohabitation') return cohabitationGrade(paper) ?? addressHalf(paper)?.grade ?? null;
  return workGrade(paper);
};

/**
 * Years × months from `from` to `to` (both included), the state of each month and the papers drawn up in it, oldest first.
 * `to` is also the day of the reading: papers drawn up later are left out.
 */
export const presenceGrid = (
  documents: readonly EvidenceDocument[],
  from: IsoDate,
  to: IsoDate,
  subject: 'presence' | 'cohabitation' | 'work' = 'presence',
): PresenceGrid => {
  const calendar = calendarOfPapers(documents, to);
  const byMonth = new Map<number, GridPaper[]>();
  for (const paper of documents) {
    if (!paper.dateDrawnUp || paper.dateDrawnUp > to || paper.dateDrawnUp < from) continue;
    const month = monthIndex(paper.dateDrawnUp);
    byMonth.set(month, [...(byMonth.get(month) ?? []), { paper, grade: gradeOn(subject, paper) }]);
  }
  for (const papers of byMonth.values()) papers.sort((a, b) => (a.paper.dateDrawnUp! < b.paper.dateDrawnUp! ? -1 : 1));
  const years: { year: number; months: GridMonth[] }[] = [];
  const counts = { strong: 0, weak: 0, empty: 0 };
  const gaps: { from: YearMonth; to: YearMonth }[] = [];
  let previousEmpty = false;
  for (let index = monthIndex(from); index <= monthIndex(to); index++) {
    const state = monthState(calendar.grade(subject, index));
    const month = yearMonth(index);
    counts[state]++;
    if (state === 'empty' && previousEmpty) gaps[gaps.length - 1]!.to = month;
    else if (state === 'empty') gaps.push({ from: month, to: month });
    previousEmpty = state === 'empty';
    const year = Math.floor(index / 12);
    if (years[years.length - 1]?.year !== year) years.push({ year, months: [] });
    years[years.length - 1]!.months.push({ month, monthOfYear: (index % 12) + 1, state, papers: byMonth.get(index) ?? [] });
  }
  return { years, strongMonths: counts.strong, weakMonths: counts.weak, emptyMonths: counts.empty, gaps };
};
