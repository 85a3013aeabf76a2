import { Engine as JsonRulesEngine, type ConditionProperties, type NestedCondition } from 'json-rules-engine';
import Publicodes from 'publicodes';
import { dayNumber, latestStart } from './days.bench.ts';
import type { Known, Verdict } from './reference.bench.ts';
import { type Leaf, leavesOf, type Tree } from './subset.bench.ts';

/**
 * The same trees in two well-known engines, as their manuals say. Neither has a calendar that moves by months, so both get the limit day
 * computed beforehand and compare day numbers: the quickest form for them.
 */
export interface Peer {
  /** Its own form of one person, made before the clock starts. */
  prepare(known: Known): unknown;
  /** Answers for every basis of the subset, in its order. */
  weigh(person: unknown): Verdict[] | Promise<Verdict[]>;
}
type Subset = Readonly<Record<string, Tree>>;

type Compared = { readonly than: number; readonly relation: 'at-most' | 'above' };
const compared = (leaf: Leaf, on: number): Compared | null => {
  if ('months' in leaf) return { than: latestStart(on, leaf.months, leaf.strictly === true), relation: 'at-most' };
  if ('notYetMonths' in leaf) return { than: latestStart(on, leaf.notYetMonths, false), relation: 'above' };
  if ('stillRuns' in leaf) return { than: on - 1, relation: 'above' };
  return 'min' in leaf ? { than: leaf.min, relation: 'above' } : null;
};
const isDay = (leaf: Leaf): boolean => 'months' in leaf || 'notYetMonths' in leaf || 'stillRuns' in leaf;
const dayFacts = (subset: Subset): ReadonlySet<string> =>
  new Set(
    Object.values(subset).flatMap((tree) =>
      leavesOf(tree)
        .filter(isDay)
        .map(({ fact }) => fact),
    ),
  );
const factNames = (subset: Subset): readonly string[] => [
  ...new Set(Object.values(subset).flatMap((tree) => leavesOf(tree).map(({ fact }) => fact))),
];

const jsonLeaf = (leaf: Leaf, on: number): ConditionProperties => {
  const { fact } = leaf;
  if ('oneOf' in leaf) return { fact, operator: 'in', value: leaf.oneOf };
  if ('noneOf' in leaf) return { fact, operator: 'notIn', value: leaf.noneOf };
  if ('is' in leaf) return { fact, operator: 'equal', value: leaf.is };
  if ('min' in leaf) return { fact, operator: 'greaterThanInclusive', value: leaf.min };
  const { than, relation } = compared(leaf, on)!;
  return { fact, operator: relation === 'above' ? 'greaterThan' : 'lessThanInclusive', value: than };
};
const jsonTree = (tree: Tree, on: number): NestedCondition =>
  'all' in tree
    ? { all: tree.all.map((one) => jsonTree(one, on)) }
    : 'any' in tree
      ? { any: tree.any.map((one) => jsonTree(one, on)) }
      : jsonLeaf(tree, on);

/** It knows yes and no: an unknown fact is allowed (without that it stops with an error) and compares like any other value. */
export const jsonRulesEngine = (subset: Subset, onDate: string): Peer => {
  const on = dayNumber(onDate);
  const days = dayFacts(subset);
  const ids = Object.keys(subset);
  const engine = new JsonRulesEngine([], { allowUndefinedFacts: true });
  for (const id of ids) {
    const tree = jsonTree(subset[id]!, on);
    engine.addRule({ conditions: 'all' in tree || 'any' in tree ? tree : { all: [tree] }, event: { type: id }, name: id });
  }
  return {
    prepare: (known) =>
      Object.fromEntries(
        factNames(subset)
          .filter((fact) => known[fact] != null)
          .map((fact) => [fact, days.has(fact) ? dayNumber(known[fact] as string) : known[fact]]),
      ),
    weigh: async (person) => {
      const { events } = await engine.run(person as Record<string, unknown>);
      const met = new Set(events.map(({ type }) => type));
      return ids.map((id) => (met.has(id) ? 'met' : 'not-met'));
    },
  };
};

/** A list of values would be a list of comparisons there: it gets one yes or no per list instead, read from the answer beforehand. */
type ListLeaf = Extract<Leaf, { oneOf: unknown } | { noneOf: unknown }>;
const isList = (leaf: Leaf): leaf is ListLeaf => 'oneOf' in leaf || 'noneOf' in leaf;
const listKey = (leaf: ListLeaf): string =>
  `${leaf.fact} ${'oneOf' in leaf ? 'in' : 'not in'} ${('oneOf' in leaf ? leaf.oneOf : leaf.noneOf).join()}`;
const listHolds = (leaf: ListLeaf, value: string): boolean => ('oneOf' in leaf ? leaf.oneOf.includes(value) : !leaf.noneOf.includes(value));

const codesLeaf = (leaf: Leaf, on: number, lists: ReadonlyMap<string, string>): unknown => {
  const { fact } = leaf;
  if (isList(leaf)) return `${lists.get(listKey(leaf))!} = oui`;
  if ('is' in leaf) return `${fact} = ${leaf.is ? 'oui' : 'non'}`;
  if ('min' in leaf) return `${fact} >= ${leaf.min}`;
  const { than, relation } = compared(leaf, on)!;
  return `${fact} ${relation === 'above' ? '>' : '<='} ${than}`;
};
const codesTree = (tree: Tree, on: number, lists: ReadonlyMap<string, string>): unknown =>
  'all' in tree
    ? { 'toutes ces conditions': tree.all.map((one) => codesTree(one, on, lists)) }
    : 'any' in tree
      ? { 'une de ces conditions': tree.any.map((one) => codesTree(one, on, lists)) }
      : codesLeaf(tree, on, lists);

/** It knows three values: an undefined answer is unknown. */
export const publicodes = (subset: Subset, onDate: string): Peer => {
  const on = dayNumber(onDate);
  const days = dayFacts(subset);
  const ids = Object.keys(subset);
  const leaves = Object.values(subset).flatMap(leavesOf);
  const listLeaves = [...new Map(leaves.filter(isList).map((leaf) => [listKey(leaf), leaf])).values()];
  const lists = new Map(listLeaves.map((leaf, i) => [listKey(leaf), `${leaf.fact} liste ${i}`]));
  const plain = [...new Set(leaves.filter((leaf) => !isList(leaf)).map(({ fact }) => fact))];
  const rules: Record<string, unknown> = Object.fromEntries([...plain, ...lists.values()].map((name) => [name, null]));
  for (const id of ids) rules[id] = codesTree(subset[id]!, on, lists);
  const engine = new Publicodes(rules as ConstructorParameters<typeof Publicodes>[0]);
  const ouiNon = (holds: boolean): string => (holds ? 'oui' : 'non');
  return {
    prepare: (known) => {
      const situation: Record<string, unknown> = {};
      for (const fact of plain) {
        const value = known[fact];
        if (value != null)
          situation[fact] = days.has(fact) ? dayNumber(value as string) : typeof value === 'boolean' ? ouiNon(value) : value;
      }
      for (const leaf of listLeaves) {
        const value = known[leaf.fact];
        if (value != null) situation[lists.get(listKey(leaf))!] = ouiNon(listHolds(leaf, value as string));
      }
      return situation;
    },
    weigh: (person) => {
      engine.setSituation(person as Parameters<typeof engine.setSituation>[0]);
      return ids.map((id) => {
        const { nodeValue } = engine.evaluate(id);
        return nodeValue === undefined ? 'unknown' : nodeValue === true ? 'met' : 'not-met';
      });
    },
  };
};
