import type { IsoDate } from '../calendar/iso-date.ts';
import { documentTypeSpec, type EvidenceDocument, type Grade } from './document.ts';
import { addressHalf, cohabitationGrade, presenceGrade, workGrade } from './grade.ts';
import { monthIndex } from './months.ts';
import type { EvidenceSubject } from './requirement.ts';

export type MonthState = 'strong' | 'weak' | 'empty';
const RANK = { A: 3, B: 2, C: 1 } as const;
const GRADES = [null, 'C', 'B', 'A'] as const;

/** Best grade of each month, by subject: what every requirement is counted on. Built once for a person, read by all bases. */
export interface CalendarOfPapers {
  /** Best grade in a month (index as `monthIndex`); null when nothing counts. */
  grade(subject: EvidenceSubject, month: number): Grade | null;
  readonly papers: readonly EvidenceDocument[];
}

export const monthState = (grade: Grade | null): MonthState => (grade === null ? 'empty' : grade === 'C' ? 'weak' : 'strong');

/** First month (September) of the school year a month belongs to. */
const schoolYearStart = (month: number): number => Math.floor((month - 8) / 12) * 12 + 8;

/** @param papers kept papers; those drawn up after `onDate`, or on a day nobody has entered, count nowhere. */
export const calendarOfPapers = (papers: readonly EvidenceDocument[], onDate: IsoDate): CalendarOfPapers => {
  const best: Record<EvidenceSubject, Map<number, number>> = {
    presence: new Map(),
    cohabitation: new Map(),
    schooling: new Map(),
    work: new Map(),
  };
  const halves = { client: new Map<number, number>(), partner: new Map<number, number>() };
  const raise = (map: Map<number, number>, month: number, grade: Grade): void => {
    if ((map.get(month) ?? 0) < RANK[grade]) map.set(month, RANK[grade]);
  };
  for (const paper of papers) {
    if (!paper.dateDrawnUp || paper.dateDrawnUp > onDate) continue;
    const month = monthIndex(paper.dateDrawnUp);
    const presence = presenceGrade(paper);
    if (presence) raise(best.presence, month, presence);
    const together = cohabitationGrade(paper);
    if (together) raise(best.cohabitation, month, together);
    const half = addressHalf(paper);
    if (half) raise(halves[half.whose], month, half.grade);
    const spec = documentTypeSpec(paper.docType);
    const work = workGrade(paper);
    if (work) raise(best.work, month, work);
    if (spec.schooling) {
      const start = schoolYearStart(month);
      for (let m = start; m < start + 12; m++) raise(best.schooling, m, spec.schooling);
    }
  }
  for (const [month, rank] of halves.client) {
    const other = halves.partner.get(month);
    if (other) raise(best.cohabitation, month, GRADES[Math.min(rank, other)]!);
  }
  return { papers, grade: (subject, month) => GRADES[best[subject].get(month) ?? 0] ?? null };
};
