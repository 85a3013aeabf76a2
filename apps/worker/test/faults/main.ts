import { testDatabase } from '@permanence/testing';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { sumOf, type Account } from './account.ts';
import { aRig, type Which } from './rig.ts';
import { played, SCENARIOS } from './scenarios.ts';

/** `npm run faults -- reminders [--notices 10000] [--backend postgres|redis] [--only words of a scenario's name]` */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { notices: { type: 'string', default: '10000' }, backend: { type: 'string' }, only: { type: 'string' } },
});
const programs = { worker: process.env['FAULTS_WORKER']!, mailServer: process.env['FAULTS_MAIL_SERVER']! };
const backends: Which[] = values.backend
  ? [values.backend as Which]
  : ['postgres', ...(process.env['REDIS_URL'] ? (['redis'] as const) : [])];
const chosen = values.only ? SCENARIOS.filter(({ name }) => name.includes(values.only!)) : SCENARIOS;
const weight = chosen.reduce((sum, one) => sum + one.weight, 0) * backends.length;
const say = (line: string): void => console.log(line);
const told = (name: string, one: Account, seconds: number): string =>
  `${name.padEnd(72)} ${Object.entries(one)
    .map(([key, n]) => `${key} ${n}`)
    .join(', ')}  (${seconds.toFixed(0)} s)`;

const accounts: Account[] = [];
let wrong = 0;
const db = await testDatabase();
try {
  if (!process.env['REDIS_URL'] && !values.backend) say('Without Redis: no redis-server here (Redis left out).');
  for (const which of backends) {
    const rig = await aRig(db, which, programs);
    say(`Queue on ${which}; load average ${loadavg()[0]!.toFixed(1)}`);
    try {
      for (const [index, scenario] of chosen.entries()) {
        const begun = Date.now();
        const notices = Math.round((Number(values.notices) * scenario.weight) / weight);
        const { account, faults } = await played(rig, scenario, notices, index);
        accounts.push(account);
        say(told(scenario.name, account, (Date.now() - begun) / 1000));
        for (const fault of faults) say(`  ✘ ${fault}`);
        wrong += faults.length;
      }
    } finally {
      await rig.close();
    }
  }
} finally {
  await db.drop();
}
const { notices, sent, lost, doubled, inDoubt, refused, late } = sumOf(accounts);
say(`${refused} refused by the mail server for good, each with its call; load average ${loadavg()[0]!.toFixed(1)}`);
say(JSON.stringify({ notices, sent, lost, doubled, inDoubt, late }));
process.exitCode = wrong ? 1 : 0;
