import type { ReminderReason } from '@permanence/contracts';
import type { PlannedReminder } from '@permanence/persistence';
import { newId } from '../support/ids.ts';
import { localOf } from './local-time.ts';
import { noticesOf, policyFor, type Notice } from './notices.ts';
import { isPolicyName } from './policies.ts';
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
  const policy = before && isPolicyName(before) ? before : policyFor(source, localOf(app.clock.now(), timeZone).on);
  const notices = noticesOf(source, policy, app.clock.now(), timeZone);
  if (!notices.length) return 0;
  const colleagues = await colleaguesOf(call, source);
  return repositories.reminders.plan(notices.flatMap((notice) => rowsOf(source, notice, colleagues)));
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
