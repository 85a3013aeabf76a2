import { createPostgresBackend, Queue, withBackend, Worker, type Job, type WorkerOptions } from 'bullmq';
import type { Config } from '../config.ts';

export type Process = (job: Job) => Promise<unknown>;
type Tuning = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval'>;
/** The same queues on either backend; nothing else in the room knows which. */
export interface Backend {
  queue(name: string): Queue;
  worker(name: string, process: Process, tuning: Tuning): Worker;
}

/** Each queue and worker opens a pool of its own on PostgreSQL, and one connection more that listens: kept small. */
const POOL = 2;

/**
 * Plain BullMQ rather than the Nest module: the backend is chosen per instance and not for the whole process, workers and queues are
 * closed in an order we set, and handlers come from the registry of the contracts instead of decorators.
 */
export function backendOf(queue: Config['queue']): Backend {
  if ('redisUrl' in queue) {
    const common = { connection: { url: queue.redisUrl, maxRetriesPerRequest: null }, prefix: queue.prefix };
    return {
      queue: (name) => new Queue(name, common),
      worker: (name, process, tuning) => new Worker(name, process, { ...common, ...tuning, autorun: false }),
    };
  }
  const postgres = withBackend(createPostgresBackend);
  // Its tables come with the migrations of the database: making them here would take the right to create in all of it.
  const connection = { connectionString: queue.databaseUrl, schema: 'bullmq', migrate: false, max: POOL };
  return {
    // The classes differ from the default ones only in the type of their backend.
    queue: (name) => new postgres.Queue(name, { connection }) as unknown as Queue,
    worker: (name, process, tuning) => new postgres.Worker(name, process, { connection, ...tuning, autorun: false }) as unknown as Worker,
  };
}
