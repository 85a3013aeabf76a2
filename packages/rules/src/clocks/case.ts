import { instantOf, localAt, PARIS, parseInstant, zoneOf, type Minutes, type Zone } from '../calendar/instant.ts';
import type { IsoDate } from '../calendar/iso-date.ts';
import { territoryOf, type Territory } from '../calendar/territory.ts';
import { isDepartement } from '../tribunals/table.ts';
import type { Coded, Confidence, DeadlineInput, DecisionFact, DecisionFacts } from './types.ts';

const RANK: Record<Confidence, number> = { high: 2, medium: 1, low: 0 };
export const weaker = (a: Confidence, b: Confidence): Confidence => (RANK[a] <= RANK[b] ? a : b);

/** One question being answered: its facts, and what is noted on the way. */
export class Case {
  readonly facts: DecisionFacts;
  readonly decisionOn: IsoDate | null;
  readonly departement: string | null;
  /** Where the court sits, for its holidays and its clock; null while the department is unknown. */
  readonly territory: Territory | null;
  readonly steps: Coded[] = [];
  readonly warnings: Coded[] = [];
  readonly missing = new Set<string>();
  confidence: Confidence = 'high';

  constructor(readonly input: DeadlineInput) {
    this.facts = input.facts ?? {};
    this.decisionOn = input.decisionOn ?? null;
    this.departement = isDepartement(this.facts.departement) ? this.facts.departement : null;
    this.territory = this.departement === null ? null : territoryOf(this.departement);
    if (this.departement === null) this.missing.add('departement');
  }

  /** A fact the day depends on: unknown ones are listed, and null comes back. */
  ask<K extends DecisionFact>(name: K): NonNullable<DecisionFacts[K]> | null {
    const value = this.facts[name];
    if (value === undefined || value === null) {
      this.missing.add(name);
      return null;
    }
    return value as NonNullable<DecisionFacts[K]>;
  }
  step(code: string, date?: IsoDate, values?: Coded['values']): void {
    this.steps.push({ code, ...(date && { date }), ...(values && { values }) });
  }
  warn(code: string, values?: Coded['values']): void {
    if (!this.warnings.some((w) => w.code === code)) this.warnings.push({ code, ...(values && { values }) });
  }
  /** Withdraws a warning that a later step made untrue. */
  unwarn(code: string): void {
    const at = this.warnings.findIndex((w) => w.code === code);
    if (at >= 0) this.warnings.splice(at, 1);
  }
  cap(confidence: Confidence): void {
    this.confidence = weaker(this.confidence, confidence);
  }

  /** Territory of the place of a measure; the department of the prefecture stands in. */
  get measureTerritory(): Territory | null {
    return isDepartement(this.facts.measureDepartement) ? territoryOf(this.facts.measureDepartement) : this.territory;
  }
}

/** A moment of notification on the clock of the place. `known` is false when only the day is: midnight, the earliest, stands in. */
export interface Moment {
  at: Minutes;
  zone: Zone;
  on: IsoDate;
  known: boolean;
}

/**
 * The clock of the place: that of the department when known; else mainland time, unless the instant was written on another clock.
 */
export const momentOf = (instant: string | null | undefined, day: IsoDate | null, territory: Territory | null): Moment | null => {
  const parsed = parseInstant(instant);
  if (parsed) {
    const written = parsed.offset;
    const zone = territory ? zoneOf(territory) : written === 0 || written === PARIS(parsed.at) ? PARIS : () => written;
    return { at: parsed.at, zone, on: localAt(parsed.at, zone(parsed.at)).on, known: true };
  }
  if (day === null) return null;
  const zone = territory ? zoneOf(territory) : PARIS;
  return { at: instantOf({ on: day, minutes: 0 }, zone), zone, on: day, known: false };
};
