import { RULES_VERSION } from '@permanence/rules';
import type { AppContext, MovingClock, TestDatabase } from '@permanence/testing';
import { backendOf } from '../../src/queues/backend.ts';
import { producer as producerOf } from '../../src/queues/producer.ts';
import { sweepDue } from '../../src/sweeps/due.ts';
import { testQueue } from '../backend.ts';

/** The plan of what the sweep asks, with its condition as the function of the database has it. */
async function planOf(db: TestDatabase, now: string): Promise<string[]> {
  const [row] = await db.asSuperuser<{ body: string }>("select prosrc as body from pg_proc where proname = 'due_reminders'");
  const sql = row!.body.replaceAll('as_of', `'${now}'::timestamptz`).replaceAll(/\bbatch\b/g, '5000');
  return (await db.asSuperuser<{ 'QUERY PLAN': string }>(`explain (analyze, buffers off) ${sql}`)).map((line) => line['QUERY PLAN']);
}
/** One sweep with thousands of notices due among all of them, as the worker runs it. @returns seconds, the median of three */
export async function swept(app: AppContext & { clock: MovingClock }, db: TestDatabase, say: (line: string) => void): Promise<number> {
  await db.asSuperuser('analyze reminder');
  await db.asSuperuser('insert into heartbeat (name, beat_at) values ($1, now()) on conflict do nothing', [
    `deadlines.recompute ${RULES_VERSION}`,
  ]);
  const queue = await testQueue(db, false);
  const producer = producerOf(backendOf(queue.config), () => undefined);
  const seconds: number[] = [];
  try {
    for (let i = 0; i < 3; i += 1) {
      const begun = performance.now();
      const alarms = await sweepDue(app, producer);
      seconds.push((performance.now() - begun) / 1000);
      say(`sweep: ${alarms} alarms set in ${seconds.at(-1)!.toFixed(2)} s`);
      await queue.wipe();
    }
    for (const line of await planOf(db, app.clock.now())) console.log(`  ${line}`);
  } finally {
    await producer.close();
    await queue.close();
  }
  return seconds.sort((a, b) => a - b)[1]!;
}
