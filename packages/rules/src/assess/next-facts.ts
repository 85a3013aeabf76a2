import { listFacts, type FactName } from '../facts/facts.ts';
import type { NextFact } from './assessment.ts';

const ORDER = new Map(listFacts().map(({ name }, i) => [name, i]));
const COUPLE = new Set(
  listFacts()
    .filter(({ group }) => group === 'couple')
    .map(({ name }) => name),
);

export interface Undecided {
  readonly id: string;
  readonly score: number;
  readonly missing: readonly FactName[];
}

/**
 * The questions worth asking, most useful first: those that could change most of the undecided bases, then those that touch the bases with
 * the higher scores, then the order of the interview. Once violence has been recorded, questions about the couple come after all others.
 */
export const nextFacts = (undecided: readonly Undecided[], violence: boolean): NextFact[] => {
  const found = new Map<FactName, { fact: FactName; couldChange: string[]; weight: number }>();
  for (const { id, score, missing } of undecided) {
    for (const fact of missing) {
      const entry = found.get(fact);
      if (entry) {
        entry.couldChange.push(id);
        entry.weight += score;
      } else found.set(fact, { fact, couldChange: [id], weight: score });
    }
  }
  const late = (fact: FactName): number => (violence && COUPLE.has(fact) ? 1 : 0);
  return [...found.values()]
    .sort(
      (a, b) =>
        late(a.fact) - late(b.fact) ||
        b.couldChange.length - a.couldChange.length ||
        b.weight - a.weight ||
        ORDER.get(a.fact)! - ORDER.get(b.fact)!,
    )
    .map(({ fact, couldChange }) => ({ fact, couldChange }));
};
