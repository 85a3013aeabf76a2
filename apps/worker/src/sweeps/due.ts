import { closeHandedOver, planEscalations, rulesAreNew, SWEEP_HEARTBEAT, type AppContext } from '@permanence/application';
import { beat, dueReminders, everyAssociation } from '@permanence/persistence';
import { RULES_VERSION } from '@permanence/rules';
import type { Producer } from '../queues/producer.ts';

/** Alarms set in one sweep; the rest waits a minute. */
const BATCH = 5_000;

/**
 * Sets the alarm of every reminder due, and of those whose lease ran out. The ledger says what is due, so a queue that was wiped fills
 * again by itself. @returns how many alarms were set
 */
export async function sweepDue(app: AppContext, producer: Producer): Promise<number> {
  const now = app.clock.now();
  const associations = await everyAssociation(app.database);
  // First, so that an escalation leaves in the minute it is due.
  for (const { id } of associations) await planEscalations(app, id);
  const due = await dueReminders(app.database, now, BATCH);
  await producer.addMany(
    'reminders.send',
    due.map(({ id, associationId }) => ({ jobId: id, payload: { associationId, reminderId: id } })),
  );
  for (const { id } of associations) await closeHandedOver(app, id);
  // One id per version: added every minute until it ran, it waits in the queue once.
  if (await rulesAreNew(app)) await producer.add('deadlines.recompute', `recompute-${RULES_VERSION}`, {});
  await beat(app.database, SWEEP_HEARTBEAT, now);
  return due.length;
}
