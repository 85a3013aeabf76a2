import { StoredWeighing, type WeighingSummary } from '@permanence/contracts';
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

const BEST = 3;
/** One past weighing, set against the one before it; `previous` null on the first. */
export const summarise = (row: AssessmentRow, previous: AssessmentRow | null): WeighingSummary => {
  const { results, ranking } = StoredWeighing.parse(row.result);
  const before = previous && StoredWeighing.parse(previous.result).results;
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
    since: previous &&
      before && {
        statusChanges: Object.entries(results).flatMap(([basis, { status }]) => {
          const was = before[basis]?.status;
          return was === undefined || was === status || isSituation(basis) ? [] : [{ basis, before: was, after: status }];
        }),
        changedFacts: changedFacts(previous.facts, row.facts),
        papersChanged: papers(previous.documents) !== papers(row.documents),
        rulesChanged: previous.rulesVersion !== row.rulesVersion,
        onDateChanged: previous.onDate !== row.onDate,
      },
  };
};
