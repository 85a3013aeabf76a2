import type { IsoDate } from '../calendar/iso-date.ts';
import { CHILD_FACTS, FACTS, type FactGroup, type FactSpec } from './dictionary.ts';

type Answer<S extends FactSpec> = S['type'] extends 'bool'
  ? boolean
  : S['type'] extends 'date'
    ? IsoDate
    : S['type'] extends 'int' | 'number'
      ? number
      : S['values'] extends readonly (infer V)[]
        ? V
        : string;
type Answers<T extends Record<string, FactSpec>> = { readonly [K in keyof T]?: Answer<T[K]> | null };

/** One child of the person. Absent and null are unknown. */
export type ChildFacts = Answers<typeof CHILD_FACTS>;
/** What is known of one person. `children: []` is known (no children), an absent list is unknown. */
export type Facts = Answers<typeof FACTS> & { readonly children?: readonly ChildFacts[] | null };

export type PersonFactName = keyof typeof FACTS;
export type ChildFactName = keyof typeof CHILD_FACTS;
/** Names as they appear in `missingFacts` and `nextFacts`. */
export type FactName = PersonFactName | `children[].${ChildFactName}`;

const CHILD_PREFIX = 'children[].';

export interface FactEntry {
  readonly name: FactName;
  readonly spec: FactSpec;
  readonly group: FactGroup;
}

/** Every fact, in the order of a full interview; the facts of a child come after those of the couple and of violence. */
export const listFacts = (): readonly FactEntry[] => FACT_LIST;

const personEntries = (Object.keys(FACTS) as PersonFactName[]).map((name): FactEntry => ({
  name,
  spec: FACTS[name],
  group: FACTS[name].group,
}));
const childEntries = (Object.keys(CHILD_FACTS) as ChildFactName[]).map((name): FactEntry => ({
  name: `${CHILD_PREFIX}${name}`,
  spec: CHILD_FACTS[name],
  group: 'children',
}));
const beforeChildren = personEntries.findIndex((entry) => entry.group === 'children');
const FACT_LIST: readonly FactEntry[] = [
  ...personEntries.slice(0, beforeChildren),
  ...childEntries,
  ...personEntries.slice(beforeChildren),
];
const BY_NAME = new Map(FACT_LIST.map((entry) => [entry.name, entry]));

export const isFactName = (text: string): text is FactName => BY_NAME.has(text as FactName);
/** @throws RangeError for a name that is not in the dictionary. */
export const factSpec = (name: string): FactSpec => {
  const entry = BY_NAME.get(name as FactName);
  if (!entry) throw new RangeError(`unknown fact: "${name}"`);
  return entry.spec;
};
export const isChildFact = (name: FactName): boolean => name.startsWith(CHILD_PREFIX);
/** `children[].birthDate` → `birthDate`. */
export const childFactName = (name: FactName): ChildFactName => name.slice(CHILD_PREFIX.length) as ChildFactName;

// Parsed, not built: an engine keeps a parsed object in its quick form, whatever the number of its keys.
const UNKNOWN = JSON.parse(
  JSON.stringify({ ...Object.fromEntries(personEntries.map(({ name }) => [name, null])), children: null }),
) as Facts;
/**
 * The same facts with every name present, null for unknown: all people then have one shape, and reading a fact, done a thousand times per
 * weighing, costs the same however the facts came in.
 */
export const inOneShape = (facts: Facts): Facts => {
  const whole: Record<string, unknown> = { ...UNKNOWN };
  for (const name in facts) whole[name] = facts[name as keyof Facts];
  return whole as Facts;
};

const PERSON_FACTS = Object.keys(FACTS) as PersonFactName[];
const POSITION = new Map(PERSON_FACTS.map((name, i) => [name, i]));
/** Place of a fact of the person in `inOrder`; -1 for a fact of a child. */
export const positionOf = (fact: FactName): number => POSITION.get(fact as PersonFactName) ?? -1;
/** The answers of a person side by side, null for unknown: a rule then reads its fact by place, which is quicker than by name. */
export const inOrder = (facts: Facts): readonly unknown[] => PERSON_FACTS.map((name) => facts[name] ?? null);
