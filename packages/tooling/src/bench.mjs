// `npm run bench -- rules` and `-- reminders`: bundles a bench from the sources, as the command gets them, and runs it in this process.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchReminders } from './bench-reminders.mjs';
import { browserSize } from './bundle-size.mjs';
import { runBundled } from './run-bundled.mjs';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const entryOf = (room) => join(workspace, 'packages', room, 'bench', `${room}.bench.ts`);
const rooms = () => readdirSync(join(workspace, 'packages')).filter((room) => existsSync(entryOf(room)));

const [room] = process.argv.slice(2);
if (room === 'reminders') {
  await benchReminders();
} else if (!room || !rooms().includes(room)) {
  console.error(`Usage: npm run bench -- <${[...rooms(), 'reminders'].join('|')}>`);
  process.exitCode = 2;
} else {
  const { minified, gzipped } = await browserSize(join(workspace, 'packages', room, 'src/index.ts'));
  const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`@permanence/${room} for the browser, messages included: ${kB(minified)} minified, ${kB(gzipped)} gzipped.`);
  await runBundled(entryOf(room), `bench-${room}`);
}
