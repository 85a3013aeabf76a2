import { isPolicyName, type PolicyName, type ReminderReason, type Step } from '@permanence/contracts';
import type { PlannedReminder, Repositories } from '@permanence/persistence';
import { newId } from '../support/ids.ts';
import { localOf } from './local-time.ts';
import { endOf, noticesOf, policyFor, type Notice } from './notices.ts';
import { stepsOf } from './policies.ts';
import { targetOf, type PlanCall, type ReminderSource } from './source.ts';

/** Who stands behind `volunteer` now: the assignee of a task, else each holder, else each coordinator. */
export async function colleaguesOf(
  { repositories }: Pick<PlanCall, 'repositories'>,
  source: Pick<ReminderSource, 'dossierId' | 'personId' | 'assigneeId'>,
): Promise<{ audience: 'volunteer' | 'coordinator'; userIds: string[] }> {
  const assigned = source.assigneeId ? await repositories.reminders.enabledUsers([source.assigneeId]) : [];
  if (assigned.length) return { audience: 'volunteer', userIds: assigned };
  const holders = await repositories.reminders.holders(source);
  if (holders.length) return { audience: 'volunteer', userIds: holders };
  return { audience: 'coordinator', userIds: await repositories.reminders.coordinators() };
}

/** The ledger rows of one notice: one for the person, or one for each colleague. */
export const rowsOf = (
  source: ReminderSource,
  notice: Notice,
  colleagues: { audience: 'volunteer' | 'coordinator'; userIds: readonly string[] },
): PlannedReminder[] => {
  const { audience, ...rest } = notice;
  const common = {
    ...rest,
    sourceKind: source.kind,
    sourceId: source.id,
    personId: source.personId,
    dossierId: source.dossierId,
    contactId: null,
  };
  if (audience === 'person')
    // The person is the recipient; the address is chosen just before sending, among those marked safe at that moment.
    return source.personId ? [{ ...common, id: newId(), audience, recipientKey: source.personId, userId: null }] : [];
  return colleagues.userIds.map((userId) => ({ ...common, id: newId(), audience: colleagues.audience, recipientKey: userId, userId }));
};

/**
 * Writes the reminders of a source into the ledger, in the caller's transaction. Harmless to repeat: a notice already there is left
 * as it is, one of another date is cancelled as moved and the new date is planned anew. Nothing is queued: the sweep hands over what is due.
 * @returns how many rows are new
 */
export async function planReminders(call: PlanCall, source: ReminderSource): Promise<number> {
  const { repositories, app } = call;
  const target = targetOf(source);
  if (target === null) return 0;
  await repositories.reminders.cancelPlanned(source.id, 'moved', app.clock.now(), target);
  const { timeZone } = await repositories.reminders.association();
  const before = await repositories.reminders.policyOf(source.id, target);
  const policy = !source.missed && before && isPolicyName(before) ? before : policyFor(source, localOf(app.clock.now(), timeZone).on);
  const steps = await stepsOf(repositories, policy);
  const notices = noticesOf(source, policy, app.clock.now(), timeZone, { steps });
  if (!notices.length) return 0;
  const colleagues = await colleaguesOf(call, source);
  return repositories.reminders.plan(await everyRowOf(repositories, source, notices, colleagues));
}

async function everyRowOf(
  repositories: Repositories,
  source: ReminderSource,
  notices: readonly Notice[],
  colleagues: Awaited<ReturnType<typeof colleaguesOf>>,
): Promise<PlannedReminder[]> {
  const coordinators = notices.some((notice) => notice.audience === 'coordinator') ? await repositories.reminders.coordinators() : [];
  return notices.flatMap((notice) =>
    rowsOf(source, notice, notice.audience === 'coordinator' ? { audience: 'coordinator', userIds: coordinators } : colleagues),
  );
}

/**
 * The policy of a date already announced was changed: what is no longer asked for is cancelled, what is new is planned, what left stays
 * as it is. Each notice keeps its key, so that none is doubled; each is stale once the next one of its lane is due.
 */
export async function replanSource(call: PlanCall, source: ReminderSource, policy: PolicyName, steps: readonly Step[]): Promise<void> {
  const { repositories, app } = call;
  const target = targetOf(source);
  if (target === null) return;
  const now = app.clock.now();
  const { timeZone } = await repositories.reminders.association();
  const kept = steps.map((step) => `${policy}.${step.id} ${step.audience === 'lawyer' ? 'volunteer' : step.audience}`);
  const date = { sourceId: source.id, targetKey: target, policy };
  await repositories.policies.cancelOthers(date, kept, now);
  const notices = noticesOf(source, policy, now, timeZone, { steps, known: true });
  await repositories.reminders.plan(await everyRowOf(repositories, source, notices, await colleaguesOf(call, source)));
  await repositories.policies.renewStaleness(date, endOf(source, timeZone));
}

/**
 * The source is done, superseded or gone: what was not sent never will be, and the calls it opened are closed.
 * @returns how many reminders were cancelled
 */
export async function cancelReminders(call: PlanCall, sourceId: string, reason: ReminderReason): Promise<number> {
  const now = call.app.clock.now();
  await call.repositories.reminders.closeTasksOf(sourceId, now);
  return call.repositories.reminders.cancelPlanned(sourceId, reason, now, null);
}
