// `npm run faults -- reminders`: reminders leave while workers are killed, servers cut and clocks moved; the ledger is then held against
// what a real mail server accepted. Databases, queues and servers of its own, thrown away.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWithServers } from './with-servers.mjs';

const main = join(dirname(fileURLToPath(import.meta.url)), '../../../apps/worker/test/faults/main.ts');
const [what] = process.argv.slice(2);
if (what === 'reminders') await runWithServers(main, 'faults');
else {
  console.error('Usage: npm run faults -- reminders [--notices 10000] [--backend postgres|redis] [--only <words of a scenario>]');
  process.exitCode = 2;
}
