import type { ConditionResult } from '../assess/assessment.ts';
import type { ChildFacts, FactName } from '../facts/facts.ts';
import type { Basis, Condition, Judged, Version } from './basis.ts';
import { add, type Because, type Context, type Holding, type Status } from './outcome.ts';

const NOTHING: readonly never[] = [];

/** One basis or bar, judged for one person on one day. */
export class Evaluation implements Judged {
  status: Status = 'unknown';
  /** The child a basis was judged for; null for the others. */
  child: ChildFacts | null = null;
  readonly conditions: ConditionResult[] = [];
  missing: readonly FactName[] = NOTHING;
  readonly failed: string[] = [];
  /** Required and exclusion conditions, a group counted once; and how many of them hold. */
  required = 0;
  held = 0;
  indicators = 0;
  indicatorsHeld = 0;

  constructor(
    readonly basis: Basis,
    readonly version: Version,
    readonly context: Context,
  ) {}

  // A property, so that rules may take it apart: `({ condition }) => …`.
  readonly condition = (id: string): Status | undefined => {
    // Every id here begins with that of the basis and a point: the rest is compared, and no text is put together.
    const length = this.basis.id.length + 1 + id.length;
    for (const result of this.conditions) if (result.id.length === length && result.id.endsWith(id)) return result.status;
    return undefined;
  };

  /** Adds a result that counts: a member of a group is only shown. */
  count(result: ConditionResult): void {
    this.conditions.push(result);
    if (result.kind === 'I') {
      this.indicators++;
      if (result.status === 'met') this.indicatorsHeld++;
      return;
    }
    this.required++;
    if (result.status === 'met') this.held++;
    else if (result.status === 'not-met') this.failed.push(result.id);
  }
}

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
  const evaluation = new Evaluation(basis, version, context);
  const open: Condition[] = [];
  const before = context.child;
  const children = basis.childByChild ? context.facts.children : null;
  const childless = children?.length === 0;
  context.child = children ? nearestChild(version.conditions, children, context) : basis.childByChild ? UNSEEN : null;
  let firstOnChild = true;
  if (!inForce || basis.ends) evaluation.count(validityResult(basis, version, inForce));
  for (const condition of version.conditions) {
    const { kind, fullId: id, articles: sources } = condition;
    if (childless && condition.onChild) {
      // Without a child, its first condition on a child fails; nothing can be said of the others.
      evaluation.count({ id, kind, status: firstOnChild ? 'not-met' : 'unknown', because: NO_CHILD, sources });
      firstOnChild = false;
    } else if (condition.members.length > 0) {
      const members = condition.members.map((member): ConditionResult => {
        const status = member.test.status(context);
        return { id: member.fullId, kind: 'R', status, because: member.test.because(context, status), sources: member.articles };
      });
      const status = or(members);
      // Once one of them holds, the others need no answer.
      if (status === 'unknown') condition.members.forEach((member, i) => members[i]!.status === 'unknown' && open.push(member));
      evaluation.count({ id, kind, status, because: groupReason(status, members), sources });
      for (const member of members) evaluation.conditions.push(member);
    } else {
      const status = condition.test.status(context);
      evaluation.count({ id, kind, status, because: condition.test.because(context, status), sources });
      if (status === 'unknown' && kind !== 'I') open.push(condition);
    }
  }
  evaluation.status = evaluation.failed.length > 0 ? 'not-met' : evaluation.held === evaluation.required ? 'met' : 'unknown';
  if (evaluation.status === 'unknown') {
    const missing: FactName[] = [];
    for (const condition of open) condition.test.missing(context, missing);
    evaluation.missing = missing;
  }
  evaluation.child = context.child;
  context.child = before;
  return evaluation;
};

/** The status that `evaluate` gives, alone: no reasons, and no condition looked at once one has failed. */
export const statusAlone = (basis: Basis, context: Context): Status => {
  const { version, inForce } = versionOn(basis, context.onDate);
  if (!inForce) return 'not-met';
  const before = context.child;
  const children = basis.childByChild ? context.facts.children : null;
  if (children?.length === 0 && version.conditions.some(({ onChild, kind }) => onChild && kind !== 'I')) return 'not-met';
  context.child = children ? nearestChild(version.conditions, children, context) : basis.childByChild ? UNSEEN : null;
  let result: Status = 'met';
  for (const { kind, test } of version.conditions) {
    if (kind === 'I') continue;
    const status = test.status(context);
    if (status === 'met') continue;
    result = status;
    if (status === 'not-met') break;
  }
  context.child = before;
  return result;
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
