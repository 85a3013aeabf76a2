import type { IsoDate } from '../calendar/iso-date.ts';
import type { ChildFacts, FactName, Facts } from '../facts/facts.ts';

/** Three values everywhere: what nobody has answered is neither true nor false. */
export type Status = 'met' | 'not-met' | 'unknown';

export type ReasonValue = string | number | boolean | readonly string[];
/** Why a condition stands as it does: a code for the message files, and the values its sentence needs. */
export interface Because {
  readonly code: string;
  readonly values: Readonly<Record<string, ReasonValue>>;
}

/** What a test reads. `child` is the child under test; null outside. */
export interface Context {
  readonly onDate: IsoDate;
  readonly facts: Facts;
  /** The same facts as `inOrder` puts them. */
  readonly answers: readonly unknown[];
  child: ChildFacts | null;
  /** Status of another basis, already evaluated: only for those a condition names. */
  readonly statusOf: (basisId: string) => Status;
  /** The conditions of another basis that must go on holding after the first card, without those of its first issue. */
  readonly stillHolds: (basisId: string) => Holding;
}
export interface Holding {
  readonly status: Status;
  readonly missing: readonly FactName[];
}

/** A question the law asks, ready to run: a pure function of the context. */
export interface Test {
  /** Every fact it may read. */
  readonly facts: readonly FactName[];
  /** Numbers, days and ages that separate yes from no, for the registry and the printed pages. */
  readonly thresholds: readonly Threshold[];
  status(context: Context): Status;
  because(context: Context, status: Status): Because;
  /** Adds the facts whose answer can still change an unknown test. */
  missing(context: Context, into: FactName[]): void;
}
export interface Threshold {
  readonly fact: FactName;
  readonly is: 'at-least' | 'more-than' | 'less-than' | 'one-of' | 'on-or-before' | 'on-or-after' | 'before';
  readonly amount: number | string | readonly string[];
  readonly unit?: 'years' | 'months' | 'days' | 'euros' | 'square-metres' | 'percent' | 'times';
}

export const add = (into: FactName[], fact: FactName): void => {
  if (!into.includes(fact)) into.push(fact);
};
