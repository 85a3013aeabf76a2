import { ISSUERS, type DateReason, type IssuerCode, type ReadingWarning } from '@permanence/contracts';
import type { DocumentType, IsoDate, IssuerKind } from '@permanence/rules';
import { findDates } from './find-dates.ts';
import { judgeDates, type JudgedDate } from './judge-dates.ts';
import { recogniseIssuer, recogniseType } from './recognise.ts';
import { union, type Box, type TextLine } from './text-line.ts';

interface Place {
  readonly page: number;
  readonly box: Box;
  /** 0 to 100, for the order only. */
  readonly score: number;
}
export interface DateCandidate extends Place {
  readonly day: IsoDate;
  readonly reason: DateReason;
  readonly warnings: readonly ReadingWarning[];
}
export interface PaperCandidates {
  readonly dates: readonly DateCandidate[];
  readonly types: readonly (Place & { readonly docType: DocumentType })[];
  readonly issuers: readonly (Place & { readonly issuer: IssuerCode; readonly issuerKind: IssuerKind })[];
}
/** Suggestions kept of each kind: more would be a list to work through. */
export const KEPT = 4;

const placeOf = (line: TextLine): { page: number; box: Box } => ({ page: line.page, box: union(line.words.map(({ box }) => box)) });

/** One suggestion per day: the strongest reason wins, and being written again strengthens it a little. */
function dateCandidates(judged: readonly JudgedDate[]): DateCandidate[] {
  const best = new Map<IsoDate, DateCandidate>();
  for (const { found, role, reason, score, warnings } of judged) {
    if (role !== 'drawn-up') continue;
    const before = best.get(found.day);
    if (before) best.set(found.day, { ...before, score: Math.min(100, before.score + 3) });
    else best.set(found.day, { day: found.day, page: found.line.page, box: found.box, score, reason, warnings });
  }
  // A day that elsewhere on the paper is said to be another thing is not proposed without a reason of its own.
  const otherwise = new Set(judged.filter(({ role }) => role !== 'drawn-up').map(({ found }) => found.day));
  const all = [...best.values()].filter(({ day, reason }) => reason !== 'no-cue' || !otherwise.has(day));
  const clear = all.some(({ score }) => score >= 70);
  return (
    all
      // Beside a date that says what it is, one that says nothing only confuses.
      .filter(({ reason }) => !(clear && reason === 'no-cue'))
      .sort((a, b) => b.score - a.score || (a.day > b.day ? -1 : 1))
      .slice(0, KEPT)
  );
}

/**
 * What a paper seems to be, who seems to have issued it and on which day it seems to have been drawn up. Suggestions for a person, ranked;
 * never facts. Dates that say they are something else (birth, payment due, end of validity, period covered) are left out.
 * @param receivedOn the day the paper came in, Europe/Paris
 */
export function readPaper(lines: readonly TextLine[], receivedOn: IsoDate): PaperCandidates {
  const judged = judgeDates(lines.flatMap(findDates), lines, receivedOn);
  return {
    dates: dateCandidates(judged),
    types: recogniseType(lines)
      .slice(0, KEPT)
      .map(({ value, score, line }) => ({ docType: value, score, ...placeOf(line) })),
    issuers: recogniseIssuer(lines)
      .slice(0, KEPT)
      .map(({ value, score, line }) => ({ issuer: value, issuerKind: ISSUERS[value].kind, score, ...placeOf(line) })),
  };
}
