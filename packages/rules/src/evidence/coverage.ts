import type { IsoDate } from '../calendar/iso-date.ts';
import { type CalendarOfPapers, monthState } from './calendar-of-papers.ts';
import { halfYearReading } from './half-year.ts';
import { monthIndex, yearMonth } from './months.ts';
import {
  DEFAULT_TOLERANCE,
  type EvidenceGap,
  type EvidenceOutcome,
  type EvidenceRequirement,
  type EvidenceTolerance,
  type EvidenceVerdict,
} from './requirement.ts';

/** Runs of empty months between two months, both included. */
const emptyRuns = (isEmpty: (month: number) => boolean, from: number, to: number): [number, number][] => {
  const runs: [number, number][] = [];
  for (let month = from; month <= to; month++) {
    if (!isEmpty(month)) continue;
    const last = runs[runs.length - 1];
    if (last && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  return runs;
};

/** Papers that look as if they filled a gap: their period reaches into it, or they were drawn up in it, and yet nothing counts. */
const explain = (calendar: CalendarOfPapers, [from, to]: [number, number], onDate: IsoDate): EvidenceGap => {
  const papers: NonNullable<EvidenceGap['papers']>[number][] = [];
  for (const paper of calendar.papers) {
    if (!paper.id) continue;
    const drawnUp = paper.dateDrawnUp && paper.dateDrawnUp <= onDate ? monthIndex(paper.dateDrawnUp) : null;
    if (drawnUp !== null && drawnUp >= from && drawnUp <= to) {
      papers.push({ id: paper.id, code: 'paper-proves-nothing-here', drawnUp: yearMonth(drawnUp) });
      continue;
    }
    const starts = paper.periodCovered?.from ?? paper.periodCovered?.to;
    const ends = paper.periodCovered?.to ?? paper.periodCovered?.from;
    if (starts && ends && monthIndex(starts) <= to && monthIndex(ends) >= from) {
      papers.push({ id: paper.id, code: 'only-day-drawn-up-counts', drawnUp: drawnUp === null ? null : yearMonth(drawnUp) });
    }
  }
  const range = { from: yearMonth(from), to: yearMonth(to) };
  return papers.length === 0 ? range : { ...range, papers };
};

const verdict = (
  required: number,
  covered: number,
  longestGap: number,
  tolerance: EvidenceTolerance,
): Exclude<EvidenceVerdict, 'waived'> => {
  if (covered >= required) return 'complete';
  return longestGap <= tolerance.longestGap && covered >= required * tolerance.share ? 'nearly' : 'insufficient';
};

/**
 * Counts one requirement. A month is strong with a grade A or B paper, weak with grade C only, empty otherwise; complete means that no
 * month is empty. Where fewer months than the window are enough (pay slips), only their number counts, not how they are spread.
 */
export const coverage = (
  requirement: EvidenceRequirement,
  calendar: CalendarOfPapers,
  onDate: IsoDate,
  tolerance: EvidenceTolerance = DEFAULT_TOLERANCE,
): EvidenceOutcome => {
  const { subject, months } = requirement;
  const to = monthIndex(onDate);
  const from = to - (requirement.window ?? months) + 1;
  let strongMonths = 0;
  let weakMonths = 0;
  for (let month = from; month <= to; month++) {
    const state = monthState(calendar.grade(subject, month));
    if (state === 'strong') strongMonths++;
    else if (state === 'weak') weakMonths++;
  }
  const runs = emptyRuns((month) => calendar.grade(subject, month) === null, from, to);
  const longestGap = requirement.window ? 0 : runs.reduce((longest, [a, b]) => Math.max(longest, b - a + 1), 0);
  const covered = strongMonths + weakMonths;
  const status = verdict(months, covered, longestGap, tolerance);
  const gaps = requirement.window && status === 'complete' ? [] : runs.map((run) => explain(calendar, run, onDate));
  const outcome = { status, requiredMonths: months, strongMonths, weakMonths, gaps };
  return subject === 'presence' ? { ...outcome, halfYearReading: halfYearReading(calendar, from, to) } : outcome;
};

/** Share of a requirement that is shown, 0 to 1: a weak month counts half. More papers never lower it. */
export const coveredShare = (outcome: EvidenceOutcome): number => {
  if (outcome.status === 'waived') return 1;
  const { requiredMonths = 0, strongMonths = 0, weakMonths = 0 } = outcome;
  return requiredMonths === 0 ? 1 : Math.min(1, (strongMonths + weakMonths / 2) / requiredMonths);
};
