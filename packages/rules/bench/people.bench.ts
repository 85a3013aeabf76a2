import { listCases } from '../src/bases/cases/index.ts';
import { answersTo, hide } from '../src/assess/test/random-people.ts';
import { CHILD_FACTS, FACTS } from '../src/facts/dictionary.ts';
import type { Facts } from '../src/weighing.ts';

/** A small generator of its own: the same people on every run and every machine. */
export const randomFrom = (seed: number) => (): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
};

/**
 * Invented people with answers hidden at random. Half of them start from a worked example that meets its basis, so that all three answers
 * occur for every basis; the rest of each person is drawn at random. Between 5 and 95 answers in a hundred are kept.
 */
export const people = (count: number, ids: readonly string[], seed = 20261121): readonly Facts[] => {
  const random = randomFrom(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const draw = (specs: typeof FACTS | typeof CHILD_FACTS): Record<string, unknown> =>
    Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, pick(answersTo(name, spec))]));
  const examples = listCases().filter((one) => ids.includes(one.id) && one.expect.status === 'met');
  return Array.from({ length: count }, () => {
    const whole = { ...draw(FACTS), children: Array.from({ length: Math.floor(random() * 3) }, () => draw(CHILD_FACTS)) };
    const example = random() < 0.5 ? pick(examples).given : {};
    return hide({ ...whole, ...example } as Facts, random, 5 + random() * 90);
  });
};
