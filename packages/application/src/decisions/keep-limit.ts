import type { Decision, RecordDecisionRequest } from '@permanence/contracts';
import type { AuditEntry, DecisionData } from '@permanence/persistence';
import { replaceDeadlines } from '../deadlines/replace-deadlines.ts';
import { planReminders, type PlanCall } from '../reminders/index.ts';
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
): Promise<AuditEntry[]> {
  const { id, dossierId, personId } = decision;
  const audit = await replaceDeadlines(
    call,
    { kind: 'decision', id, personId, dossierId },
    limit.status === 'computed' ? [limit.dates] : [],
  );
  if (limit.status === 'computed') return audit;
  const { tasks } = call.repositories;
  const today = call.app.clock.today();
  if (await tasks.openOfKind('deadline', { personId, dossierId }, today)) return audit;
  const taskId = newId();
  const assigneeId = call.actor.userId;
  await tasks.create({ id: taskId, personId, dossierId, kind: 'deadline', title: FOLLOW_THE_LETTER, dueOn: today, assigneeId });
  await planReminders(call, { kind: 'task', id: taskId, personId, dossierId, prudentOn: today, assigneeId });
  return [...audit, { action: 'task.created', targetKind: 'task', targetId: taskId, personId, dossierId, fields: ['kind', 'dueOn'] }];
}

/** Names of what was given, for the audit. */
export const givenFields = ({ facts, ...rest }: Pick<Decision, 'facts'> & object): string[] => [
  ...Object.entries(rest).flatMap(([name, value]) => (value === null || value === undefined ? [] : [name])),
  ...Object.entries(facts).flatMap(([name, value]) => (value === null || value === undefined ? [] : [`facts.${name}`])),
];
