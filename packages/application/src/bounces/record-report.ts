import { systemActor, type BrokenReason } from '@permanence/contracts';
import { reminderAssociation, type LedgerRow, type Repositories } from '@permanence/persistence';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { localOf, withinSendingHours } from '../reminders/local-time.ts';
import { openCallInstead } from '../reminders/open-call.ts';
import { colleaguesOf } from '../reminders/plan-reminders.ts';
import type { DeliveryReport } from './read-report.ts';

/** A full mailbox is tried again after so long, and so often in all; then the address counts as broken. */
const AGAIN_AFTER_MS = 4 * 3_600_000;
const SOFT_BOUNCES = 3;

const TITLES: Record<BrokenReason, string> = {
  bounced: 'Réparer le contact : un message est revenu, l’adresse ne marche pas',
  'soft-bounces': 'Réparer le contact : plusieurs messages sont revenus',
  complaint: 'Réparer le contact : un message a été signalé comme indésirable. Appeler la personne',
};

/** Nothing goes to this address any more, in no record that holds it; whoever is in charge of each person repairs it. */
async function breakContact(repositories: Repositories, row: LedgerRow, reason: BrokenReason, now: string): Promise<void> {
  if (!row.contactId) return;
  const { timeZone } = await repositories.reminders.association();
  for (const { id: contactId, personId } of await repositories.contactStates.break(row.contactId, reason, now)) {
    await repositories.contactStates.note({ id: newId(), personId, contactId, reminderId: row.id, kind: 'broken', reason, at: now });
    const dossierId = personId === row.personId ? row.dossierId : null;
    const { userIds } = await colleaguesOf({ repositories }, { dossierId, personId, assigneeId: null });
    const dueOn = localOf(now, timeZone).on;
    await repositories.sending.openTask({
      id: newId(),
      reminderId: null,
      personId,
      dossierId,
      kind: 'repair-contact',
      title: TITLES[reason],
      dueOn,
      assigneeId: userIds[0] ?? null,
    });
  }
}

async function failedFor(repositories: Repositories, row: LedgerRow, reason: BrokenReason, detail: string, now: string): Promise<boolean> {
  if (!(await repositories.sending.cameBack(row.id, { state: 'failed', failedAt: now, reason: 'bounced', serverAnswer: detail })))
    return false;
  await breakContact(repositories, row, reason, now);
  const source = await repositories.sending.sourceNow(row.sourceKind, row.sourceId);
  // What it announced still stands: someone says it by voice.
  if (row.audience === 'person' && source && !source.ended) await openCallInstead(repositories, row, source, now);
  return true;
}

async function softly(repositories: Repositories, row: LedgerRow, detail: string, now: string): Promise<boolean> {
  const { timeZone } = await repositories.reminders.association();
  const dueAt = withinSendingHours(new Date(Date.parse(now) + AGAIN_AFTER_MS).toISOString(), timeZone);
  const again = { state: 'planned' as const, dueAt, reason: 'soft-bounce' as const, serverAnswer: detail };
  const bounces = row.contactId ? await repositories.contactStates.bouncesOf(row.contactId) : 0;
  if (bounces + 1 >= SOFT_BOUNCES || (row.staleAt && dueAt >= row.staleAt))
    return failedFor(repositories, row, 'soft-bounces', detail, now);
  if (!(await repositories.sending.cameBack(row.id, again))) return false;
  if (row.contactId && row.personId) {
    await repositories.contactStates.countSoftBounce(row.contactId);
    const { personId, contactId } = row;
    await repositories.contactStates.note({ id: newId(), personId, contactId, reminderId: row.id, kind: 'soft-bounce', at: now });
  }
  return true;
}

/**
 * A message of ours came back, or was reported as unwanted. Harmless to repeat, as providers do: only a message that left can come
 * back, and only once. @returns false when there was nothing to note
 */
export async function recordReport(app: AppContext, { kind, reminderId, detail }: DeliveryReport): Promise<boolean> {
  const associationId = await reminderAssociation(app.database, reminderId);
  if (!associationId) return false;
  return app.database.transaction(systemActor(associationId), async (repositories) => {
    const now = app.clock.now();
    const row = await repositories.sending.ledgerRow(reminderId);
    if (!row) return false;
    let noted: boolean;
    if (kind === 'hard') noted = await failedFor(repositories, row, 'bounced', detail, now);
    else if (kind === 'soft') noted = await softly(repositories, row, detail, now);
    else {
      noted = (await repositories.contactStates.works(row.contactId)) && (await repositories.sending.left(row.id));
      if (noted) await breakContact(repositories, row, 'complaint', now);
    }
    if (noted)
      await repositories.audit.record(
        newId(),
        {
          action: `reminder.reported-${kind}`,
          targetKind: 'reminder',
          targetId: row.id,
          personId: row.personId,
          dossierId: row.dossierId,
          fields: ['state'],
        },
        null,
      );
    return noted;
  });
}
