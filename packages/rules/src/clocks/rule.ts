import type { IsoDate } from '../calendar/iso-date.ts';
import type { Territory } from '../calendar/territory.ts';
import type { CourtCode } from '../tribunals/court.ts';
import type { DecisionFamily, DecisionId } from './ids.ts';
import type { SourceKey } from './sources.ts';
import type { Confidence, Measure } from './types.ts';

/** One length of a row with the columns of the table. A question mark: not settled, see `span.ts`. */
export interface Limit {
  amount: number;
  unit: 'months' | 'days' | 'hours';
  /** F = clear days (délai franc), NF = not, H = hour by hour. */
  franc: 'F' | 'NF' | 'F?' | 'NF?' | 'H';
  /** Carry-over when the last day is a Saturday, a Sunday or a holiday. `unknown` is never applied. */
  carry: 'Y' | 'Y?' | 'N' | 'unknown';
  /** Extension for distance (CJA R.421-7). */
  distance: 'D' | 'D?' | 'none';
  /** Effect of an optional administrative appeal: I interrupts, 0 none, RAPO the row is itself one, conserves: a fresh two months after it. */
  adm: 'I' | '0' | 'RAPO' | 'conserves';
  /** Effect of a legal-aid request: I interrupts, S suspends, 0 none. */
  aj: 'I' | 'I?' | 'S' | '0' | 'unknown';
  court: CourtCode;
  confidence: Confidence;
  /** The day of notification is day 1: the safe count where nothing is settled. */
  countsFirstDay?: true;
  /** Measures this length is for; absent: whatever the measure. */
  measures?: readonly Measure[];
  /** Territories this length is for, ahead of the others; absent: everywhere else. */
  territories?: readonly Territory[];
  /** House-arrest article this length is for, as a part of what was read (`523-1`); absent: every other. */
  houseArrestArticle?: string;
  /** Articles this length rests on besides those of the row. */
  legalBasis?: readonly string[];
}

export interface ClockVersion {
  /** First day in force, or 2021-05-01 for what was already in force at the recodification. */
  version: string;
  /** First and last day a decision may be taken for this version; null: open. */
  from: IsoDate | null;
  until: IsoDate | null;
  limits: readonly Limit[];
  legalBasis: readonly string[];
  sources: readonly SourceKey[];
  /** Clauses of the articles that are not computed here. */
  leftOut: readonly string[];
}

/** What starts a row: how the engine finds the day to count from. */
export type Start =
  | 'notification'
  | 'permit-silence'
  | 'notification-or-permit-silence'
  | 'family-silence'
  | 'express-after-silence'
  | 'rapo-visa'
  | 'rapo-naturalisation'
  | 'reasons'
  | 'appeal'
  | 'reasonable-year'
  | 'later-measure'
  | 'rapo-then-court'
  | 'silence-permit'
  | 'silence-family'
  | 'silence-appeal'
  | 'silence-rapo';

export interface ClockRule {
  id: DecisionId;
  family: DecisionFamily;
  start: Start;
  versions: readonly ClockVersion[];
  /** Measures that, notified while the limit runs, replace it. */
  replaceableBy?: readonly Exclude<Measure, 'none'>[];
  /** Rows touched by the European asylum pact since 12 June 2026. */
  asylumPact?: true;
  /** Only service by hand starts the hours. */
  byHandOnly?: true;
  /** Warnings that always go with the row. */
  warnings?: readonly string[];
}
