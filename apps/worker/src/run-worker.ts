import { QUEUE_NAMES, REGULAR_JOBS, type QueueName } from '@permanence/contracts';
import { beat, closeOutbox } from '@permanence/persistence';
import type { Job, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { handlers, type WorkerContext } from './processors/handlers.ts';
import type { Backend } from './queues/backend.ts';
import { producer as makeProducer, type Producer } from './queues/producer.ts';
import { handlersByName } from './queues/registry.ts';
import { messageOf, relayOnce } from './relay/outbox-relay.ts';
import { sweepDue } from './sweeps/due.ts';

const CONCURRENCY: Record<QueueName, number> = { reminders: 2, mail: 5, sweeps: 1, papers: 1, bundles: 1 };
export interface Pace {
  /** Pause between two looks at an empty outbox. */
  relayMs: number;
  /** How often the schedule is renewed: a wiped queue has lost it. */
  scheduleMs: number;
  lockMs: number;
}
const PACE: Pace = { relayMs: 1_000, scheduleMs: 60_000, lockMs: 30_000 };

const QUIET_MS = 30_000;

export interface RunningWorker {
  producer: Producer;
  /** Stops taking work, waits for what runs, then closes the queues. The pool and the mailer are the caller's to close, afterwards. */
  close(): Promise<void>;
}
/** Only what says what kind of thing went wrong: a message may quote a value. */
const kindOf = (error: unknown): string => (error as { code?: string })?.code ?? (error instanceof Error ? error.name : typeof error);

export async function runWorker(app: WorkerContext, backend: Backend, log: Logger, pace: Partial<Pace> = {}): Promise<RunningWorker> {
  const { relayMs, scheduleMs, lockMs } = { ...PACE, ...pace };
  // A queue that is away is tried many times a second by every part of BullMQ: said once in a while, not each time.
  const saidAt = new Map<string, number>();
  const onError = (error: Error): void => {
    const kind = kindOf(error);
    if (Date.now() - (saidAt.get(kind) ?? 0) < QUIET_MS) return;
    saidAt.set(kind, Date.now());
    log.warn({ error: kind }, 'queue');
  };
  const producer = makeProducer(backend, onError);
  const byName = handlersByName(handlers(app, producer));
  const process = async (job: Job): Promise<unknown> => {
    const handle = byName.get(job.name);
    if (!handle) throw new Error(`no handler for ${job.name}`);
    const result = await handle(job.data);
    const message = messageOf(job.id);
    if (message) await closeOutbox(app.database, message, null);
    const regular = REGULAR_JOBS.find((one) => one.name === job.name);
    if (regular) await beat(app.database, regular.heartbeat, app.clock.now());
    log.debug({ job: job.name, id: job.id, result }, 'done');
    return result;
  };
  const workers = QUEUE_NAMES.map((name): Worker =>
    backend
      .worker(name, process, { concurrency: CONCURRENCY[name], lockDuration: lockMs, stalledInterval: lockMs / 2 })
      .on('error', onError)
      .on('failed', (job, error) => {
        log.error({ job: job?.name, id: job?.id, attempt: job?.attemptsMade, error: kindOf(error) }, 'failed');
        const message = messageOf(job?.id);
        if (message && job && job.attemptsMade >= (job.opts.attempts ?? 1))
          closeOutbox(app.database, message, `job-failed ${kindOf(error)}`).catch(onError);
      }),
  );
  // Their promise lasts as long as they run.
  for (const worker of workers) worker.run().catch(onError);

  let stopped = false;
  const quietly = <T>(work: () => Promise<T>, what: string): Promise<T | undefined> =>
    work().catch((error: unknown) => {
      log.warn({ error: kindOf(error) }, what);
      return undefined;
    });
  const every = (ms: (last: number | undefined) => number, work: () => Promise<number>, what: string) => {
    let wake: () => void = () => undefined;
    const done = (async () => {
      while (!stopped) {
        const pause = ms(await quietly(work, what));
        if (stopped) break;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pause);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    })();
    return { stop: () => wake(), done };
  };
  // At the start nothing waits for the next minute, whether or not the queue answers.
  await quietly(() => sweepDue(app, producer), 'sweep');
  const loops = [
    every(
      (claimed) => (claimed ? 0 : relayMs),
      () => relayOnce(app.database, producer),
      'relay',
    ),
    every(
      () => scheduleMs,
      () => producer.schedule().then(() => 1),
      'schedule',
    ),
  ];
  return {
    producer,
    close: async () => {
      stopped = true;
      for (const loop of loops) loop.stop();
      await Promise.all(loops.map((loop) => loop.done));
      await Promise.allSettled(workers.map((worker) => worker.close()));
      await producer.close();
    },
  };
}
