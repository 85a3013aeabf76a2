import { JOBS, type JobName } from '@permanence/contracts';
import { claimOutbox, closeOutbox, type Database } from '@permanence/persistence';
import type { Producer } from '../queues/producer.ts';

const BATCH = 50;
/** While a job waits or runs its row stays claimed; then the claim runs out, and a job the queue has lost is added again. */
const LEASE_SECONDS = 120;
const PREFIX = 'outbox-';
/** The id a queue knows a message by, and the message behind such an id. */
export const jobIdOf = (messageId: string): string => `${PREFIX}${messageId}`;
export const messageOf = (jobId: string | undefined): string | null => (jobId?.startsWith(PREFIX) ? jobId.slice(PREFIX.length) : null);

/**
 * One round: committed messages go to the queue under the id of their row. The row is closed by the worker once the job is done, not
 * here: between the two the queue may be wiped, and then the claim runs out and the message is added again. A repetition is harmless,
 * a loss would not be.
 * @returns how many messages were claimed
 */
export async function relayOnce(database: Database, producer: Producer): Promise<number> {
  const messages = await claimOutbox(database, BATCH, LEASE_SECONDS);
  for (const { id, name, payload } of messages) {
    const job = JOBS[name as JobName] as (typeof JOBS)[JobName] | undefined;
    const parsed = job?.payload.safeParse(payload);
    if (!parsed?.success) {
      await closeOutbox(database, id, job ? 'payload-refused' : 'unknown-job');
      continue;
    }
    try {
      await producer.add(name as JobName, jobIdOf(id), parsed.data);
    } catch {
      await closeOutbox(database, id, 'queue-unreachable');
    }
  }
  return messages.length;
}
