import fc from 'fast-check';
import { addDays, addMonths, addYears, type IsoDate, isoDate } from '../../calendar/iso-date.ts';
import { CHILD_FACTS, FACTS, type FactSpec } from '../../facts/dictionary.ts';
import type { ChildFacts, Facts } from '../../facts/facts.ts';

export const ON: IsoDate = isoDate('2026-11-21');
const YEARS = [0, 1, 2, 3, 5, 6, 8, 10, 12, 15, 16, 17, 18, 19, 20, 21, 25, 30, 40, 66];
/** Days around every length the rules know. */
export const DAYS: readonly IsoDate[] = [
  ...YEARS.flatMap((years) => [addYears(ON, -years), addDays(addYears(ON, -years), -40), addDays(addYears(ON, -years), 1)]),
  ...[1, 2, 4, 6, 7, 13, 18, 20].map((months) => addMonths(ON, -months)),
  addMonths(ON, 2),
  addYears(ON, 1),
];
const NUMBERS = [0, 1, 2, 3, 4, 5, 6, 11, 12, 20, 22, 28, 36, 60, 100, 615, 1441.7, 1500, 1600, 1800, 3000];
const NATIONALITIES = ['MAR', 'DZA', 'PRT', 'TUN', 'MLI', 'XXA'];
const PERMIT_BASES = [
  'vpf-l423-23',
  'spouse-french-l423-1',
  'spouse-french-l423-2',
  'parent-french-child-l423-7',
  'protection-order-l425-6',
  'trafficking-l425-1',
  'temporary-worker-l421-3',
  'dz-6-2',
  'dz-6-5',
  'dz-7a',
  'other',
];

/** Every answer worth trying for a fact. */
export const answersTo = (name: string, spec: FactSpec): readonly unknown[] => {
  if (spec.type === 'bool') return [true, false];
  if (spec.type === 'date') return DAYS;
  if (spec.type === 'enum') return spec.values!;
  if (spec.type === 'string') return name === 'nationality' ? NATIONALITIES : PERMIT_BASES;
  return NUMBERS.filter((n) => spec.type === 'number' || Number.isInteger(n));
};
const answer = (name: string, spec: FactSpec) => fc.constantFrom(...answersTo(name, spec));
const record = (specs: Readonly<Record<string, FactSpec>>) =>
  fc.record(Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, answer(name, spec)])));

/** A person of whom everything is known. */
export const wholePerson: fc.Arbitrary<Facts> = fc
  .tuple(record(FACTS), fc.array(record(CHILD_FACTS), { maxLength: 2 }))
  .map(([facts, children]) => ({ ...facts, children }) as Facts);

/** Hides answers: `keep` says how many in a hundred stay. */
export const hide = (facts: Facts, random: () => number, keep: number): Facts => {
  const some = (one: object) => Object.fromEntries(Object.entries(one).filter(() => random() * 100 < keep));
  const { children, ...own } = facts;
  const hidden = some(own) as Facts;
  return random() < 0.3 ? hidden : { ...hidden, children: (children ?? []).map((child) => some(child) as ChildFacts) };
};

/** A small generator of its own, so that a failing seed can be replayed. */
export const randomFrom = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) >>> 0;
  return seed / 4294967296;
};
/** A person as one is known after a first talk: some answers given, others not, and the whole behind. */
export const partialPerson = fc
  .tuple(wholePerson, fc.nat(), fc.integer({ min: 5, max: 95 }))
  .map(([whole, seed, keep]) => ({ whole, known: hide(whole, randomFrom(seed), keep), seed }));
export const SEED = 20261121;
