import type { ConditionResult } from '../assess/assessment.ts';
import type { ChildFacts, FactName } from '../facts/facts.ts';
import type { Basis, Condition, Judged, Version } from './basis.ts';
import { add, type Because, type Context, type Holding, type Status } from './outcome.ts';

export interface Evaluation extends Judged {
  readonly basis: Basis;
  readonly version: Version;
  /** The child a basis was judged for; null for the others. */
  readonly child: ChildFacts | null;
  readonly conditions: readonly ConditionResult[];
  readonly missing: readonly FactName[];
  readonly failed: readonly string[];
  /** Required and exclusion conditions, a group counted once; and how many of them hold. */
  readonly required: number;
  readonly held: number;
  readonly indicators: number;
  readonly indicatorsHeld: number;
}

const NOTHING: readonly never[] = [];
const UNSEEN: ChildFacts = {};
const NO_CHILD: Because = { code: 'no-child', values: {} };

/** The version in force on the day; outside them all, the nearest one: its conditions are then shown beside the failed validity. */
export const versionOn = (basis: Basis, onDate: string): { version: Version; inForce: boolean } => {
  const { versions } = basis;
  for (let i = versions.length - 1; i > 0; i--) {
    const version = versions[i]!;
    if (onDate >= version.from) return { version, inForce: version.until === null || onDate <= version.until };
  }
  const first = versions[0];
  return { version: first, inForce: onDate >= first.from && (first.until === null || onDate <= first.until) };
};

/** The child that comes nearest to meeting the basis: fewest failed conditions, then fewest unknown ones, then the first. */
const nearestChild = (conditions: readonly Condition[], children: readonly ChildFacts[], context: Context): ChildFacts | null => {
  let best: ChildFacts | null = null;
  let bestDistance = Infinity;
  for (const child of children) {
    context.child = child;
    let distance = 0;
    for (const condition of conditions) {
      if (!condition.onChild || condition.kind === 'I') continue;
      const status = condition.test.status(context);
      if (status !== 'met') distance += status === 'not-met' ? 1000 : 1;
    }
    if (distance < bestDistance) {
      bestDistance = distance;
      best = child;
    }
  }
  return best;
};

const groupReason = (status: Status, members: readonly ConditionResult[]): Because => ({
  code: status === 'met' ? 'situation-holds' : status === 'not-met' ? 'no-situation-holds' : 'situations-open',
  values: { situations: members.filter((member) => member.status === status).map((member) => member.id) },
});

const or = (members: readonly ConditionResult[]): Status =>
  members.some((member) => member.status === 'met') ? 'met' : members.some((member) => member.status === 'unknown') ? 'unknown' : 'not-met';

const validityResult = (basis: Basis, version: Version, inForce: boolean): ConditionResult => ({
  id: basis.validityId,
  kind: 'R',
  status: inForce ? 'met' : 'not-met',
  because: { code: inForce ? 'in-force' : 'not-in-force', values: { from: basis.versions[0].from, until: version.until ?? '' } },
  sources: [basis.article],
});

/** Judges every condition of a basis or bar, whether or not another has failed already. Leaves `context.child` as it found it. */
export const evaluate = (basis: Basis, context: Context): Evaluation => {
  const { version, inForce } = versionOn(basis, context.onDate);
  const conditions: ConditionResult[] = [];
  const failed: string[] = [];
  const open: Condition[] = [];
  const before = context.child;
  const children = basis.childByChild ? context.facts.children : null;
  const childless = children?.length === 0;
  context.child = children ? nearestChild(version.conditions, children, context) : basis.childByChild ? UNSEEN : null;
  let firstOnChild = true;
  let [required, held, indicators, indicatorsHeld] = [0, 0, 0, 0];
  const count = (result: ConditionResult): void => {
    if (result.kind === 'I') {
      indicators++;
      if (result.status === 'met') indicatorsHeld++;
      return;
    }
    required++;
    if (result.status === 'met') held++;
    else if (result.status === 'not-met') failed.push(result.id);
  };
  if (!inForce || basis.ends) {
    const result = validityResult(basis, version, inForce);
    conditions.push(result);
    count(result);
  }
  for (const condition of version.conditions) {
    const { kind, fullId: id, articles: sources } = condition;
    let status: Status;
    let because: Because;
    const members: ConditionResult[] = [];
    if (childless && condition.onChild) {
      // Without a child, its first condition on a child fails; nothing can be said of the others.
      status = firstOnChild ? 'not-met' : 'unknown';
      because = NO_CHILD;
      firstOnChild = false;
    } else if (condition.members.length > 0) {
      for (const member of condition.members) {
        const one = member.test.status(context);
        members.push({ id: member.fullId, kind: 'R', status: one, because: member.test.because(context, one), sources: member.articles });
      }
      status = or(members);
      because = groupReason(status, members);
      if (status === 'unknown') open.push(...condition.members.filter((_member, i) => members[i]!.status === 'unknown'));
    } else {
      status = condition.test.status(context);
      because = condition.test.because(context, status);
      if (status === 'unknown' && kind !== 'I') open.push(condition);
    }
    const result: ConditionResult = { id, kind, status, because, sources };
    conditions.push(result);
    for (const member of members) conditions.push(member);
    count(result);
  }
  const status: Status = failed.length > 0 ? 'not-met' : held === required ? 'met' : 'unknown';
  let missing: readonly FactName[] = NOTHING;
  if (status === 'unknown') {
    const facts: FactName[] = [];
    for (const condition of open) condition.test.missing(context, facts);
    missing = facts;
  }
  const child = context.child;
  context.child = before;
  const condition = (id: string): Status | undefined => {
    const fullId = `${basis.id}.${id}`;
    return conditions.find((result) => result.id === fullId)?.status;
  };
  return { basis, version, child, context, status, condition, conditions, missing, failed, required, held, indicators, indicatorsHeld };
};

/** Whether the ground of a card still holds: its conditions of to-day, without those that are tested at the first issue only. */
export const stillHolds = (basis: Basis, context: Context): Holding => {
  const { version } = versionOn(basis, context.onDate);
  const conditions = version.conditions.filter((condition) => condition.kind === 'R' && condition.firstIssueOnly !== true);
  const before = context.child;
  const children = basis.childByChild ? context.facts.children : null;
  if (children?.length === 0 && conditions.some((condition) => condition.onChild)) return { status: 'not-met', missing: NOTHING };
  context.child = children ? nearestChild(conditions, children, context) : basis.childByChild ? UNSEEN : null;
  const statuses = conditions.map((condition) => condition.test.status(context));
  let result: Holding = { status: 'met', missing: NOTHING };
  if (statuses.includes('not-met')) result = { status: 'not-met', missing: NOTHING };
  else if (statuses.includes('unknown')) {
    const missing: FactName[] = [];
    conditions.forEach((condition, i) => {
      if (statuses[i] !== 'unknown') return;
      const own: FactName[] = [];
      condition.test.missing(context, own);
      for (const fact of own) add(missing, fact);
    });
    result = { status: 'unknown', missing };
  }
  context.child = before;
  return result;
};
