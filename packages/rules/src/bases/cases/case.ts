import type { Risk } from '../../assess/assessment.ts';
import type { Status } from '../../engine/outcome.ts';

/** Facts as a jurist would write them: days as plain text. */
export type GivenFacts = Readonly<Record<string, unknown>>;

export interface Outcome {
  readonly status: Status;
  /** Ids of the failed conditions, without the id of the basis: `c4`. All of them. */
  readonly failed?: readonly string[];
  /** Facts still to ask. All of them, in any order. */
  readonly asks?: readonly string[];
  readonly risk?: Risk;
}

/** One worked example of a rule: read by the specs, and printed for a jurist to sign. */
export interface Case {
  /** Basis, situation or bar. */
  readonly id: string;
  readonly name: string;
  readonly given: GivenFacts;
  readonly onDate: string;
  readonly expect: Outcome;
  readonly why: string;
}

export const met: Outcome = { status: 'met', failed: [], asks: [] };
export const metWithRisk = (risk: Risk): Outcome => ({ ...met, risk });
export const fails = (...failed: readonly string[]): Outcome => ({ status: 'not-met', failed, asks: [] });
export const asks = (...facts: readonly string[]): Outcome => ({ status: 'unknown', failed: [], asks: facts });

export type Row = readonly [name: string, change: GivenFacts, expect: Outcome, why: string, onDate?: string];

export const TODAY = '2026-11-21';
/** Cases of one id: each row changes the base facts; `null` takes a fact away. */
export const table = (id: string, base: GivenFacts, rows: readonly Row[], onDate = TODAY): readonly Case[] =>
  rows.map(([name, change, expect, why, on]) => ({ id, name, given: { ...base, ...change }, onDate: on ?? onDate, expect, why }));
