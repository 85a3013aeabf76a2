import { appContext, anAssociation, type Reminded, type TestAssociation, type TestDatabase, type AppContext } from '@permanence/testing';
import { RULES_VERSION } from '@permanence/rules';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backendOf, type Backend } from '../../src/queues/backend.ts';
import { producer as producerOf, type Producer } from '../../src/queues/producer.ts';
import { testQueue, type TestQueue } from '../backend.ts';
import { aPattern } from '../many.ts';
import { lineTo, type Line } from './line.ts';
import type { Weather } from './mail-server-process.ts';
import type { Point } from './points.ts';
import type { WorkerOrders } from './worker-process.ts';

export type Which = 'postgres' | 'redis';
export const LINES = ['database', 'queue', 'mail'] as const;

/** Real servers, a line to each of them, and workers as processes of their own. */
export interface Rig {
  db: TestDatabase;
  here: TestAssociation;
  pattern: Reminded;
  queue: TestQueue;
  smtpUrl: string;
  backend: Backend;
  producer: Producer;
  line: Record<(typeof LINES)[number], Line>;
  /** Workers that ended by themselves, killed or not. */
  ended: { killed: number; crashed: number };
  weather(weather: Weather): Promise<void>;
  /** Message-IDs accepted so far. */
  received(): string[];
  now(): string;
  setClock(instant: string): void;
  running(): number;
  start(kill?: { point: Point; times: number } | null): Promise<ChildProcess>;
  /** Waits for those running to end: killed, or asked to. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param programs paths of the worker's and the mail server's program, ready to be run
 * @param options.direct the worker speaks to its servers without the lines, which take time of their own
 */
export async function aRig(
  db: TestDatabase,
  which: Which,
  programs: { worker: string; mailServer: string },
  { direct = false } = {},
): Promise<Rig> {
  const app: AppContext = appContext(db.database);
  const here = await anAssociation(app, `Pannes ${which}`);
  const pattern = await aPattern(app, here);
  // Its limits are not the rules' own: they are not weighed again here.
  await db.asSuperuser('insert into heartbeat (name, beat_at) values ($1, now()) on conflict do nothing', [
    `deadlines.recompute ${RULES_VERSION}`,
  ]);
  const queue = await testQueue(db, which === 'redis');
  const folder = mkdtempSync(join(tmpdir(), 'permanence-faults-'));
  const accepted = join(folder, 'accepted');
  const mailServer = fork(programs.mailServer, [accepted]);
  const [{ port }] = (await once(mailServer, 'message')) as [{ port: number }];
  const smtpUrl = `smtp://127.0.0.1:${port}`;
  const queueUrl = 'redisUrl' in queue.config ? queue.config.redisUrl : queue.config.databaseUrl;
  const line = {
    database: await lineTo(db.appUrl, 5432),
    queue: await lineTo(queueUrl, which === 'redis' ? 6379 : 5432),
    mail: await lineTo(smtpUrl, 25),
  };
  const by = (name: (typeof LINES)[number], url: string): string => (direct ? url : line[name].through(url));
  const ended = { killed: 0, crashed: 0 };
  const running = new Set<ChildProcess>();
  const asked = new WeakSet<ChildProcess>();
  let now = new Date().toISOString();
  // The one who lets time pass speaks to the queue by a line of its own.
  const backend = backendOf(queue.config);
  const producer = producerOf(backend, () => undefined);
  const through = (): WorkerOrders['queue'] =>
    'redisUrl' in queue.config
      ? { ...queue.config, redisUrl: by('queue', queue.config.redisUrl) }
      : { databaseUrl: by('queue', queue.config.databaseUrl) };
  const stop = async (): Promise<void> => {
    await Promise.all(
      [...running].map(async (child) => {
        asked.add(child);
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        // One that cannot end because a server is away is ended.
        const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
        await gone;
        clearTimeout(timer);
      }),
    );
  };
  return {
    db,
    here,
    pattern,
    queue,
    smtpUrl,
    backend,
    producer,
    line,
    ended,
    weather: async (weather) => {
      const heard = once(mailServer, 'message');
      mailServer.send(weather);
      await heard;
    },
    received: () => readFileSync(accepted, 'utf8').split('\n').filter(Boolean),
    now: () => now,
    setClock: (instant) => {
      now = instant;
      for (const child of running) if (child.connected) child.send({ now });
    },
    running: () => running.size,
    start: async (kill = null) => {
      const orders: WorkerOrders = {
        databaseUrl: by('database', db.appUrl),
        queue: through(),
        smtpUrl: by('mail', smtpUrl),
        now,
        kill,
      };
      const child = fork(programs.worker, [JSON.stringify(orders)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      running.add(child);
      child.once('exit', (_code, signal) => {
        running.delete(child);
        if (asked.has(child)) return;
        if (signal === 'SIGKILL') ended.killed += 1;
        else ended.crashed += 1;
      });
      await Promise.race([once(child, 'message'), once(child, 'exit')]);
      return child;
    },
    stop,
    close: async () => {
      await stop();
      await producer.close();
      mailServer.kill();
      await Promise.all(LINES.map((name) => line[name].close()));
      await queue.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
