import { dayNumber, latestStart, monthsLater } from './days.bench.ts';
import { type Answer, type Leaf, leavesOf, type Tree } from './subset.bench.ts';

export type Verdict = 'met' | 'not-met' | 'unknown';
export type Known = Readonly<Record<string, Answer | null | undefined>>;

/** Whether one answered leaf holds, on the day `on`. */
const leafHolds = (leaf: Leaf, answer: Answer, on: number): boolean => {
  if ('oneOf' in leaf) return leaf.oneOf.includes(answer as string);
  if ('noneOf' in leaf) return !leaf.noneOf.includes(answer as string);
  if ('is' in leaf) return answer === leaf.is;
  if ('min' in leaf) return (answer as number) >= leaf.min;
  const day = dayNumber(answer as string);
  if ('stillRuns' in leaf) return day >= on;
  if ('notYetMonths' in leaf) return monthsLater(day, leaf.notYetMonths) > on;
  const anniversary = monthsLater(day, leaf.months);
  return leaf.strictly ? anniversary < on : anniversary <= on;
};
const holds = (tree: Tree, facts: Known, on: number): boolean => {
  if ('all' in tree) return tree.all.every((one) => holds(one, facts, on));
  if ('any' in tree) return tree.any.some((one) => holds(one, facts, on));
  return leafHolds(tree, facts[tree.fact]!, on);
};

const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
/** Every value a leaf names, one that none names, both sides of every limit. */
const namedBy = (leaf: Leaf, on: number): readonly Answer[] => {
  if ('oneOf' in leaf) return [...leaf.oneOf, 'something-else'];
  if ('noneOf' in leaf) return [...leaf.noneOf, 'something-else'];
  if ('is' in leaf) return [true, false];
  if ('min' in leaf) return [leaf.min - 1, leaf.min];
  if ('stillRuns' in leaf) return [on - 1, on].map(isoOf);
  const limit = 'months' in leaf ? latestStart(on, leaf.months, leaf.strictly === true) : latestStart(on, leaf.notYetMonths, false);
  return [limit, limit + 1].map(isoOf);
};
/** Answers that stand for all possible ones: of those that every leaf reads alike, one is enough. */
const standIns = (leaves: readonly Leaf[], on: number): readonly Answer[] => {
  const byReading = new Map<string, Answer>();
  for (const value of leaves.flatMap((leaf) => namedBy(leaf, on)))
    byReading.set(leaves.map((leaf) => Number(leafHolds(leaf, value, on))).join(''), value);
  return [...byReading.values()];
};

interface Part {
  readonly trees: readonly Tree[];
  readonly facts: ReadonlySet<string>;
}
const factsIn = (tree: Tree): Set<string> => new Set(leavesOf(tree).map(({ fact }) => fact));
const conjuncts = (tree: Tree): readonly Tree[] => ('all' in tree ? tree.all.flatMap(conjuncts) : [tree]);
/** Conditions that share no fact do not depend on one another: each such part is tried on its own. */
const independentParts = (tree: Tree): readonly Part[] =>
  conjuncts(tree).reduce<readonly Part[]>((parts, one) => {
    const facts = factsIn(one);
    const touched = parts.filter((part) => [...facts].some((fact) => part.facts.has(fact)));
    const merged: Part = {
      trees: [...touched.flatMap(({ trees }) => trees), one],
      facts: new Set([...touched.flatMap((part) => [...part.facts]), ...facts]),
    };
    return [...parts.filter((part) => !touched.includes(part)), merged];
  }, []);

/** One part, by brute force: every completion of what is hidden is tried. Kept by what is known, since people repeat one another. */
const referenceForPart = ({ trees, facts: names }: Part, on: number): ((known: Known) => Verdict) => {
  const facts = [...names];
  const leaves = trees.flatMap(leavesOf);
  const completions = new Map(
    facts.map((fact) => [
      fact,
      standIns(
        leaves.filter((leaf) => leaf.fact === fact),
        on,
      ),
    ]),
  );
  const kept = new Map<string, Verdict>();
  const tryAll = (known: Known): Verdict => {
    const hidden = facts.filter((fact) => known[fact] == null);
    const trial: Record<string, Answer | null | undefined> = { ...known };
    const seen = new Set<boolean>();
    const complete = (index: number): void => {
      const fact = hidden[index];
      if (fact === undefined) seen.add(trees.every((tree) => holds(tree, trial, on)));
      else
        for (const value of completions.get(fact)!) {
          trial[fact] = value;
          complete(index + 1);
        }
    };
    complete(0);
    return seen.size === 2 ? 'unknown' : seen.has(true) ? 'met' : 'not-met';
  };
  return (known) => {
    const key = facts.map((fact) => String(known[fact] ?? '?')).join('|');
    let verdict = kept.get(key);
    if (verdict === undefined) kept.set(key, (verdict = tryAll(known)));
    return verdict;
  };
};

/** The true answer while facts are hidden: met or not met when all completions of them agree, unknown otherwise. */
export const referenceFor = (tree: Tree, onDate: string): ((known: Known) => Verdict) => {
  const on = dayNumber(onDate);
  const parts = independentParts(tree).map((part) => referenceForPart(part, on));
  return (known) => {
    const verdicts = parts.map((verdict) => verdict(known));
    return verdicts.includes('not-met') ? 'not-met' : verdicts.includes('unknown') ? 'unknown' : 'met';
  };
};
