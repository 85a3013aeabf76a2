// `npm run simulate -- clocks` and `-- reminders`: years of an association's life on a real PostgreSQL made for it, and thrown away.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runBundled } from './run-bundled.mjs';
import { prepareTestDatabase } from './test-database.mjs';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const WHAT = ['clocks', 'reminders'];
const [what] = process.argv.slice(2);
if (!WHAT.includes(what)) {
  console.error(`Usage: npm run simulate -- <${WHAT.join('|')}>`);
  process.exitCode = 2;
} else {
  const { environment, stop } = await prepareTestDatabase(process.env);
  Object.assign(process.env, environment);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop().finally(() => process.exit(130)));
  try {
    await runBundled(join(workspace, 'packages/testing/src/simulation/main.ts'), 'simulate');
  } finally {
    await stop();
  }
}
