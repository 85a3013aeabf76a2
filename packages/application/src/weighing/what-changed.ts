import {
  StoredWeighing,
  type ConditionChange,
  type WeighedResult,
  type WeighingChanges,
  type WeighingSummary,
} from '@permanence/contracts';
import type { AssessmentRow } from '@permanence/persistence';
import { isSituation } from './stored-weighing.ts';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Names of the facts that differ: `residenceSince`, `children[0].birthDate`, and `children` when their number does. */
export const changedFacts = (before: unknown, after: unknown): string[] => {
  const [a, b] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => name !== 'children' && !same(a[name], b[name]));
  const lists = [a['children'], b['children']].map((list) => (Array.isArray(list) ? (list as unknown[]) : null));
  const [old, now] = [lists[0] ?? null, lists[1] ?? null];
  if (old?.length !== now?.length) names.push('children');
  for (let i = 0; i < Math.max(old?.length ?? 0, now?.length ?? 0); i++)
    for (const name of changedFacts(old?.[i], now?.[i])) names.push(`children[${i}].${name}`);
  return names.sort();
};

/** Papers by id, so that their order does not count as a change. */
const papers = (documents: unknown): string =>
  JSON.stringify(Array.isArray(documents) ? documents.map((paper: unknown) => JSON.stringify(canonical(paper))).sort() : null);
/** Keys in order: a JSON column does not keep the order in which they were written. */
const canonical = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, canonical(v)]),
      )
    : value;

type Value = WeighingChanges['factChanges'][number]['before'];
/** A fact by its name in `changedFacts`; for `children`, how many. */
const valueOf = (facts: unknown, name: string): Value => {
  const holder = isObject(facts) ? facts : {};
  const list = Array.isArray(holder['children']) ? (holder['children'] as unknown[]) : null;
  if (name === 'children') return list ? list.length : null;
  const ofChild = /^children\[(\d+)\]\.(.+)$/.exec(name);
  const found = ofChild ? valueOf(list?.[Number(ofChild[1])], ofChild[2]!) : holder[name];
  return found === undefined ? null : (found as Value);
};

/** A condition as stored, or as the rules just answered it. */
interface Judged {
  readonly id: string;
  readonly status: WeighedResult['status'];
  readonly because: { readonly code: string; readonly values: object };
}
/** Conditions whose answer is not the same, those of one side only included. */
export const changedConditions = (before: readonly Judged[], after: readonly Judged[]): ConditionChange[] => {
  const was = new Map(before.map((condition) => [condition.id, condition]));
  const is = new Map(after.map((condition) => [condition.id, condition]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    if (old?.status === now?.status) return [];
    return [{ id, before: old?.status ?? null, after: now?.status ?? null, because: (now ?? old)!.because as ConditionChange['because'] }];
  });
};

/** What moved from one stored weighing to a later one, and why. */
export const changesSince = (row: AssessmentRow, previous: AssessmentRow): WeighingChanges => {
  const { results } = StoredWeighing.parse(row.result);
  const before = StoredWeighing.parse(previous.result).results;
  return {
    statusChanges: Object.entries(results).flatMap(([basis, { status, conditions }]) => {
      const was = before[basis];
      if (!was || was.status === status || isSituation(basis)) return [];
      return [{ basis, before: was.status, after: status, conditions: changedConditions(was.conditions, conditions) }];
    }),
    factChanges: changedFacts(previous.facts, row.facts).map((fact) => ({
      fact,
      before: valueOf(previous.facts, fact),
      after: valueOf(row.facts, fact),
    })),
    papersChanged: papers(previous.documents) !== papers(row.documents),
    rulesChanged: previous.rulesVersion !== row.rulesVersion,
    onDateChanged: previous.onDate !== row.onDate,
  };
};

/** Every fact the weighing was given, by the names of `changedFacts`, children counted. */
export const factsGiven = (facts: unknown): { fact: string; value: NonNullable<Value> }[] =>
  changedFacts({}, facts).flatMap((fact) => {
    const value = valueOf(facts, fact);
    return value === null ? [] : [{ fact, value }];
  });

const BEST = 3;
/** One past weighing, set against the one before it; `previous` null on the first. */
export const summarise = (row: AssessmentRow, previous: AssessmentRow | null): WeighingSummary => {
  const { results, ranking } = StoredWeighing.parse(row.result);
  return {
    id: row.id,
    dossierId: row.dossierId,
    onDate: row.onDate,
    createdAt: row.createdAt,
    createdByName: row.createdByName,
    rulesVersion: row.rulesVersion,
    best: ranking.slice(0, BEST).flatMap((basis) => {
      const result = results[basis];
      return result ? [{ basis, status: result.status, score: result.score }] : [];
    }),
    since: previous && changesSince(row, previous),
  };
};
