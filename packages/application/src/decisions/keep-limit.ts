import type { Decision, RecordDecisionRequest } from '@permanence/contracts';
import type { AuditEntry, DecisionData } from '@permanence/persistence';
import { replaceDeadlines, type Replaced } from '../deadlines/replace-deadlines.ts';
import { cancelReminders, planReminders, type PlanCall } from '../reminders/index.ts';
import { newId } from '../support/ids.ts';
import type { Limit } from './compute-limit.ts';

/** What is stored of a decision, with how the computation ended. */
export const decisionData = (input: RecordDecisionRequest, limit: Limit): DecisionData => ({
  decision: input.decision,
  paper: input.facts.paper,
  filingId: input.filingId ?? null,
  decisionOn: input.decisionOn ?? null,
  notifiedOn: input.notifiedOn ?? null,
  notifiedAt: input.notifiedAt ?? null,
  facts: input.facts,
  ...outcomeOf(limit),
});

/** How the computation ended, as it is stored. */
export const outcomeOf = (limit: Limit): Pick<DecisionData, 'status' | 'reasons'> => ({
  status: limit.status,
  reasons:
    limit.status === 'not-covered' ? limit.reasons : limit.status === 'missing' ? limit.missingFacts.map((fact) => ({ code: fact })) : [],
});

const FOLLOW_THE_LETTER = 'Délai non calculé : suivre la lettre et appeler un juriste';

/** Keeps the limit of a decision, or, when there is none to give, opens a task for today: a letter must never lie unread. */
export async function keepLimit(
  call: PlanCall,
  decision: { id: string; dossierId: string; personId: string },
  limit: Limit,
  changes: Replaced[] = [],
): Promise<AuditEntry[]> {
  const { id, dossierId, personId } = decision;
  const wanted = limit.status === 'computed' ? [limit.dates] : [];
  const audit = await replaceDeadlines(call, { kind: 'decision', id, personId, dossierId }, wanted, {}, changes);
  return [...audit, ...(await (limit.status === 'computed' ? letterIsRead(call, decision) : followTheLetter(call, decision)))];
}

type About = { dossierId: string; personId: string };
const letterTask = ({ repositories, app }: PlanCall, { dossierId, personId }: About) =>
  repositories.tasks.openOfKind('deadline', { personId, dossierId, title: FOLLOW_THE_LETTER }, app.clock.today());

/** One open task per dossier: whoever recorded the letter, or nobody yet when the system asks. */
export async function followTheLetter(call: PlanCall, about: About): Promise<AuditEntry[]> {
  if (await letterTask(call, about)) return [];
  const { dossierId, personId } = about;
  const id = newId();
  const dueOn = call.app.clock.today();
  const assigneeId = call.actor.userId;
  await call.repositories.tasks.create({ id, personId, dossierId, kind: 'deadline', title: FOLLOW_THE_LETTER, dueOn, assigneeId });
  await planReminders(call, { kind: 'task', id, personId, dossierId, prudentOn: dueOn, assigneeId });
  return [{ action: 'task.created', targetKind: 'task', targetId: id, personId, dossierId, fields: ['kind', 'dueOn'] }];
}

/** Every decision of the dossier has its limit now, or is gone: the task to follow the letter has no object left. */
export async function letterIsRead(call: PlanCall, about: About): Promise<AuditEntry[]> {
  const { tasks, decisions } = call.repositories;
  const open = await letterTask(call, about);
  if (!open || (await decisions.ofDossier(about.dossierId)).some((decision) => decision.status !== 'computed')) return [];
  await tasks.setDone(open.id, open.version, call.app.clock.now());
  await cancelReminders(call, open.id, 'source-done');
  const { dossierId, personId } = about;
  return [{ action: 'task.done', targetKind: 'task', targetId: open.id, personId, dossierId, fields: ['doneAt'] }];
}

/** Names of what was given, for the audit. */
export const givenFields = ({ facts, ...rest }: Pick<Decision, 'facts'> & object): string[] => [
  ...Object.entries(rest).flatMap(([name, value]) => (value === null || value === undefined ? [] : [name])),
  ...Object.entries(facts).flatMap(([name, value]) => (value === null || value === undefined ? [] : [`facts.${name}`])),
];
