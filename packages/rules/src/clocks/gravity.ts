import { isDerogatory, territoryOf } from '../calendar/territory.ts';
import { clockRule } from './registry.ts';
import type { DecisionId } from './ids.ts';
import type { DeadlineAnswer, DecisionFacts } from './types.ts';

/** 1 is the most urgent. Hours first, then a person held, then seven days, fifteen days, a month, two months and the rest. */
export type GravityLevel = 1 | 2 | 3 | 4 | 5 | 6;
export interface Gravity {
  level: GravityLevel;
  /** Counted in hours: shown in hours and minutes, nights and weekends included, and never sorted below a limit in days. */
  hours: boolean;
  /** Days before the prudent day on which people are alerted; 7 on a seven-day limit is the day it starts. */
  alertDays: readonly number[];
  /** Code of the sentence that says why: see `sayClock`. */
  code: string;
}

const grade = (level: GravityLevel, code: string, alertDays: readonly number[], hours = false): Gravity => ({
  level,
  hours,
  alertDays,
  code,
});

/** An order to leave and what goes with it. */
const isRemoval = (row: DecisionId) => row.startsWith('oqtf-');

/** Shortest length a row can have, in days: it grades a row whose own day is not known yet. */
const rowDays = (row: DecisionId): number => {
  const lengths = clockRule(row).versions.at(-1)!.limits;
  return Math.min(...lengths.map((l) => (l.unit === 'hours' ? 2 : l.unit === 'days' ? l.amount : l.amount * 30)));
};

/** How grave a computed deadline is, for a list sorted by what cannot wait. Unknown facts leave the row's own length. */
export const gravityOf = (answer: DeadlineAnswer, facts: DecisionFacts = {}): Gravity => {
  const { rule: row } = answer;
  if (answer.expiresAt) return grade(1, 'gravity-hours', [2, 1, 0], true);
  if (row === null) return grade(6, 'gravity-unknown', []);
  const overseas = facts.departement ? isDerogatory(territoryOf(facts.departement)) : row === 'oqtf-outre-mer-derogatoire';
  if (overseas && isRemoval(row)) return grade(1, 'gravity-overseas-removal', [30, 10, 5, 2]);
  if (facts.measure === 'detention' || facts.measure === 'prison' || row === 'oqtf-detention' || row === 'oqtf-puis-detention')
    return grade(2, 'gravity-held', [7, 3, 2, 1, 0]);
  const days = answer.running === 'replaced' ? 7 : rowDays(row);
  if (clockRule(row).family === 'silence') return grade(6, 'gravity-silence', [7, 0]);
  if (days <= 7) return grade(3, 'gravity-seven-days', [7, 3, 2, 1, 0]);
  if (days <= 15) return grade(4, 'gravity-fifteen-days', [10, 5, 3, 2, 1]);
  if (days <= 30) return grade(5, 'gravity-month', [10, 5, 2]);
  return grade(6, 'gravity-two-months', [10, 5, 2]);
};

/** What a list of deadlines is sorted on. */
export interface GravityKey {
  gravity: Gravity;
  /** Prudent day, or the instant of a limit in hours; null when no day is known. */
  by: string | null;
}
/** Hours before days, then the nearest first; at equal days the gravest; no day known goes last among its kind. */
export const compareGravity = (a: GravityKey, b: GravityKey): number => {
  if (a.gravity.hours !== b.gravity.hours) return a.gravity.hours ? -1 : 1;
  if (a.by !== b.by) {
    if (a.by === null || b.by === null) return a.by === null ? 1 : -1;
    return a.by < b.by ? -1 : 1;
  }
  return a.gravity.level - b.gravity.level;
};
