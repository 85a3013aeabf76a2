import { childReader, smtpMailer } from '@permanence/application';
import { openDatabase } from '@permanence/persistence';
import { appContext, movingClock } from '@permanence/testing';
import { pino } from 'pino';
import type { Config } from '../../src/config.ts';
import { backendOf } from '../../src/queues/backend.ts';
import { runWorker } from '../../src/run-worker.ts';
import { killAt, type Point } from './points.ts';
import { watchedDatabase, watchedMailer } from './watched.ts';

/** What the worker is told by the one that started it; the hour afterwards, by messages. */
export interface WorkerOrders {
  databaseUrl: string;
  queue: Config['queue'];
  smtpUrl: string;
  now: string;
  kill: { point: Point; times: number } | null;
}
/** The worker as it runs, on a clock that is set from outside and with points at which it dies. Whole only in the tests. */
const orders = JSON.parse(process.argv[2]!) as WorkerOrders;
const clock = movingClock(orders.now);
process.on('message', (message: { now: string }) => clock.set(message.now));
process.once('disconnect', () => process.exit(0));
const reached = killAt(orders.kill);
const database = watchedDatabase(openDatabase(orders.databaseUrl), reached);
const mailer = watchedMailer(smtpMailer(orders.smtpUrl, 5_000), reached);
const worker = await runWorker(
  {
    ...appContext(database),
    reader: childReader(),
    clock,
    mailer,
    mailFrom: 'Rappels <rappels@expediteur.invalid>',
    publicUrl: 'https://permanence.invalid',
  },
  backendOf(orders.queue),
  pino({ level: process.env['FAULTS_LOG'] ?? 'silent' }, pino.destination(2)),
  // A dead worker's jobs come back after seconds here, and the schedule as soon.
  { relayMs: 200, scheduleMs: 2_000, lockMs: 6_000 },
);
process.send?.('ready');
process.once('SIGTERM', () => {
  void (async () => {
    await worker.close();
    await mailer.close();
    await database.close();
    process.exit(0);
  })();
});
