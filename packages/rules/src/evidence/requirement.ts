import type { MonthRange, YearMonth } from './months.ts';

export const EVIDENCE_SUBJECTS = ['presence', 'cohabitation', 'schooling', 'work'] as const;
export type EvidenceSubject = (typeof EVIDENCE_SUBJECTS)[number];

/** What a basis asks to be proved with dated papers. */
export interface EvidenceRequirement {
  readonly subject: EvidenceSubject;
  /** Months that must be shown, counted back from the month of the day asked about, that month included. */
  readonly months: number;
  /** Months looked at, when fewer than these are enough (12 pay slips among 24 months). */
  readonly window?: number;
}

export type EvidenceVerdict = 'complete' | 'nearly' | 'insufficient' | 'waived';

/** A run of empty months, and the papers that seemed to fill it but do not count there. */
export interface EvidenceGap extends MonthRange {
  readonly papers?: readonly { readonly id: string; readonly code: UncountedCode; readonly drawnUp: YearMonth | null }[];
}
export type UncountedCode = 'only-day-drawn-up-counts' | 'paper-proves-nothing-here';

/** The reading used for exceptional admission and ten-year files, beside the monthly one. */
export interface HalfYearReading {
  readonly status: Exclude<EvidenceVerdict, 'waived'>;
  readonly halfYears: number;
  /** Half-years with a grade A paper, or with a paper in each of their two quarters. */
  readonly coveredHalfYears: number;
  readonly gradeA: number;
  readonly missing: readonly string[];
}

export interface EvidenceOutcome {
  readonly status: EvidenceVerdict;
  readonly requiredMonths?: number;
  readonly strongMonths?: number;
  readonly weakMonths?: number;
  readonly gaps?: readonly EvidenceGap[];
  readonly halfYearReading?: HalfYearReading;
}
export type EvidenceReport = { readonly [S in EvidenceSubject]?: EvidenceOutcome };

/** Product choices, not law: how many empty months still pass as nearly complete. A prefecture may be stricter. */
export interface EvidenceTolerance {
  /** Share of months that must not be empty, 0 to 1. */
  readonly share: number;
  /** Longest run of empty months. */
  readonly longestGap: number;
}
export const DEFAULT_TOLERANCE: EvidenceTolerance = { share: 0.9, longestGap: 2 };
