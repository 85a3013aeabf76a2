// `npm run bench -- reminders`: planning, sweep and mails per second, with databases, queues and servers of its own, thrown away.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWithServers } from './with-servers.mjs';

export const benchReminders = () =>
  runWithServers(join(dirname(fileURLToPath(import.meta.url)), '../../../apps/worker/test/bench/main.ts'), 'bench-reminders');
