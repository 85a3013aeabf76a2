import { JOB_NAMES, JOBS, QUEUE_NAMES, type JobName, type QueueName } from '@permanence/contracts';
import type { Queue } from 'bullmq';
import type { Backend } from './backend.ts';

/** With Redis away, BullMQ's `add` waits for ever. */
const ADD_TIMEOUT_MS = 5_000;
export class QueueUnreachable extends Error {}
const inTime = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueUnreachable('the queue does not answer')), ADD_TIMEOUT_MS);
  });
  work.catch(() => undefined); // when it fails after the time-out, nobody waits for it any more
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** How each job is added. Finished jobs leave nothing behind: the ledger is the record, and a kept id would block the next alarm. */
const optionsOf = (name: JobName, jobId: string) => ({
  jobId,
  attempts: JOBS[name].attempts,
  backoff: { type: 'exponential', delay: JOBS[name].backoffMs },
  removeOnComplete: true,
  removeOnFail: true,
});

const scheduleOf = (name: JobName): string | undefined => (JOBS[name] as { schedule?: string }).schedule;

export interface Producer {
  /** Adding an id that waits or runs already changes nothing. */
  add(name: JobName, jobId: string, payload: unknown): Promise<void>;
  addMany(name: JobName, jobs: readonly { jobId: string; payload: unknown }[]): Promise<void>;
  /** Makes sure that the regular jobs are scheduled, also after the queue was wiped. */
  schedule(): Promise<void>;
  close(): Promise<void>;
}

export function producer(backend: Backend, onError: (error: Error) => void): Producer {
  const queues = new Map<QueueName, Queue>(QUEUE_NAMES.map((name) => [name, backend.queue(name).on('error', onError)]));
  const queueOf = (name: JobName): Queue => queues.get(JOBS[name].queue)!;
  return {
    add: async (name, jobId, payload) => {
      await inTime(queueOf(name).add(name, payload, optionsOf(name, jobId)));
    },
    addMany: async (name, jobs) => {
      if (jobs.length)
        await inTime(queueOf(name).addBulk(jobs.map(({ jobId, payload }) => ({ name, data: payload, opts: optionsOf(name, jobId) }))));
    },
    schedule: async () => {
      for (const name of JOB_NAMES) {
        const pattern = scheduleOf(name);
        if (!pattern) continue;
        const { jobId: _jobId, ...opts } = optionsOf(name, '');
        await inTime(queueOf(name).upsertJobScheduler(name, { pattern, tz: 'Europe/Paris' }, { name, data: {}, opts }));
      }
    },
    close: async () => {
      await Promise.allSettled([...queues.values()].map((queue) => inTime(queue.close())));
    },
  };
}
