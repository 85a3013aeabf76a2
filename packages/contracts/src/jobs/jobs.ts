import { z } from 'zod';
import { POLICY_NAMES, type PolicyName } from '../http/reminder-policies.ts';

/**
 * Every job, declared once: its queue, the payload (ids only, no personal data) and how often to try.
 * Handlers are idempotent by the database; the queue is only an alarm clock.
 */
interface Job {
  queue: string;
  payload: z.ZodType;
  attempts: number;
  backoffMs: number;
  /** Cron pattern with seconds, Europe/Paris; absent: only when asked for. */
  schedule?: string;
}
export const JOBS = {
  /** Plan (or plan anew) the reminders of one source whose date was set or moved. */
  'reminders.plan': {
    queue: 'reminders',
    payload: z.strictObject({ associationId: z.uuid(), sourceKind: z.enum(['deadline', 'appointment', 'task']), sourceId: z.uuid() }),
    attempts: 8,
    backoffMs: 5_000,
  },
  /** Apply a changed policy to the dates that are still open. */
  'reminders.replan': {
    queue: 'reminders',
    payload: z.strictObject({ associationId: z.uuid(), policyKind: z.enum(POLICY_NAMES as [PolicyName, ...PolicyName[]]) }),
    attempts: 8,
    backoffMs: 5_000,
  },
  /** Send one due reminder of the ledger. */
  'reminders.send': {
    queue: 'mail',
    payload: z.strictObject({ associationId: z.uuid(), reminderId: z.uuid() }),
    attempts: 5,
    backoffMs: 30_000,
  },
  /** Look for due reminders and re-arm them. */
  'sweep.due': { queue: 'sweeps', payload: z.strictObject({}), attempts: 1, backoffMs: 0, schedule: '0 * * * * *' },
  /** Weigh every open limit again with the facts, the holidays and the rules of today. */
  'deadlines.recompute': { queue: 'reminders', payload: z.strictObject({}), attempts: 3, backoffMs: 60_000, schedule: '0 30 4 * * *' },
  /** Read the letters of a paper's file, and keep what they suggest. Slow: a queue of its own, so that no reminder waits behind it. */
  'papers.read': {
    queue: 'papers',
    payload: z.strictObject({ associationId: z.uuid(), readingId: z.uuid() }),
    attempts: 2,
    backoffMs: 10_000,
  },
  /** Each volunteer's week and each coordinator's Monday, written into the ledger for the next Monday. */
  'digests.plan': { queue: 'reminders', payload: z.strictObject({}), attempts: 3, backoffMs: 60_000, schedule: '0 30 5 * * *' },
  /** Seal the keys of an association's files with its newest key; goes on where it was stopped. */
  'vault.rotate': { queue: 'sweeps', payload: z.strictObject({ associationId: z.uuid() }), attempts: 10, backoffMs: 30_000 },
  /** Seal the associations' keys with FILES_KEY, where the one before it still does. */
  'vault.reseal': { queue: 'sweeps', payload: z.strictObject({}), attempts: 1, backoffMs: 0, schedule: '0 */10 * * * *' },
  /** Take away what a crash left in the file storage without a row. */
  'sweep.files': { queue: 'sweeps', payload: z.strictObject({}), attempts: 1, backoffMs: 0, schedule: '0 30 3 * * *' },
  /** Bind the papers of one bundle into its PDF or ZIP. */
  'bundle.build': {
    queue: 'bundles',
    payload: z.strictObject({ associationId: z.uuid(), bundleId: z.uuid() }),
    attempts: 6,
    backoffMs: 30_000,
  },
  /** Take away bundles whose days are over, and give up those nobody works on any more. */
  'sweep.bundles': { queue: 'sweeps', payload: z.strictObject({}), attempts: 1, backoffMs: 0, schedule: '0 10 * * * *' },
} as const satisfies Record<string, Job>;

export type JobName = keyof typeof JOBS;
/** Jobs that run by the clock (Europe/Paris), with the name under which each says that it ended well. */
export const REGULAR_JOBS = Object.entries(JOBS as Record<string, Job>).flatMap(([name, { schedule }]) =>
  schedule ? [{ name, schedule, heartbeat: `job ${name}` }] : [],
);
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;
export type QueueName = (typeof JOBS)[JobName]['queue'];
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
export const QUEUE_NAMES = [...new Set(Object.values(JOBS).map((job) => job.queue))] as QueueName[];
