// `npm run faults -- reminders`: reminders leave while workers are killed, servers cut and clocks moved; the ledger is then held against
// what a real mail server accepted. Databases, queues and servers of its own, thrown away.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled, runBundled } from './run-bundled.mjs';
import { prepareTestDatabase } from './test-database.mjs';
import { testRedis } from './testing/redis.mjs';

const place = join(dirname(fileURLToPath(import.meta.url)), '../../../apps/worker/test/faults');
const [what] = process.argv.slice(2);
if (what !== 'reminders') {
  console.error('Usage: npm run faults -- reminders [--notices 10000] [--backend postgres|redis] [--only <words of a scenario>]');
  process.exitCode = 2;
} else {
  // Inside the specs both are there already.
  const ready = process.env.TEST_APP_DATABASE_URL && process.env.TEST_QUEUE_DATABASE_URL;
  const database = ready ? { environment: {}, stop: async () => {} } : await prepareTestDatabase(process.env);
  const redis = process.argv.includes('postgres') ? undefined : await testRedis(process.env);
  const programs = [];
  const stop = async () => {
    for (const { remove } of programs) remove();
    await redis?.stop();
    await database.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    for (const name of ['worker', 'mail-server']) programs.push(await bundled(join(place, `${name}-process.ts`), `faults-${name}`));
    const [worker, mailServer] = programs;
    Object.assign(process.env, database.environment, { FAULTS_WORKER: worker.path, FAULTS_MAIL_SERVER: mailServer.path });
    if (redis) process.env.REDIS_URL = redis.url;
    await runBundled(join(place, 'main.ts'), 'faults');
  } finally {
    await stop();
  }
}
