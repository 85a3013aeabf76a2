// A program of the worker's tests, run with a migrated database, a Redis where there is one, and the processes it starts.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled, runBundled } from './run-bundled.mjs';
import { prepareTestDatabase } from './test-database.mjs';
import { testRedis } from './testing/redis.mjs';

const place = join(dirname(fileURLToPath(import.meta.url)), '../../../apps/worker/test/faults');

/** @param {string} entry its main file; its options are those of this process @param {string} name of the bundle */
export async function runWithServers(entry, name) {
  // Inside the specs the database is there already.
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
    for (const part of ['worker', 'mail-server']) programs.push(await bundled(join(place, `${part}-process.ts`), `${name}-${part}`));
    const [worker, mailServer] = programs;
    Object.assign(process.env, database.environment, { FAULTS_WORKER: worker.path, FAULTS_MAIL_SERVER: mailServer.path });
    if (redis) process.env.REDIS_URL = redis.url;
    await runBundled(entry, name);
  } finally {
    await stop();
  }
}
