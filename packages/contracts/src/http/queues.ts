import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { REMINDER_STATES } from './reminders.ts';

/** Past this silence of the sweep, in seconds, someone must look at the worker. */
export const HEARTBEAT_SILENCE_SECONDS = 180;

/** Read from the ledger and the outbox, never from the queue, which may be wiped at any time. */
export const QueuesStatus = z.object({
  heartbeat: z.object({ lastAt: Instant.nullable(), silent: z.boolean() }),
  outbox: z.object({ waiting: z.int(), failing: z.int(), oldestAt: Instant.nullable() }),
  reminders: z.record(z.enum(REMINDER_STATES), z.int()),
  /** Planned, due for more than five minutes, and still not sent. */
  overdue: z.int(),
  refusedBySafety: z.int(),
  /** The regular jobs of the worker, whoever they are for, and when each last ended well. */
  jobs: z.array(z.object({ name: z.string(), schedule: z.string(), lastAt: Instant.nullable() })),
  recentFailures: z.array(
    z
      .object({ kind: z.enum(['reminder', 'outbox']), id: Id, name: z.string(), at: Instant, attempts: z.int(), error: z.string() })
      .meta({ description: 'Last errors, without personal data' }),
  ),
});
export type QueuesStatus = z.infer<typeof QueuesStatus>;

export const RetryParam = z.strictObject({ kind: z.enum(['reminder', 'outbox']), id: Id });
