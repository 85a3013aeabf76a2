import { movingClock, anAssociation, appContext, testDatabase } from '@permanence/testing';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { aPattern } from '../many.ts';
import { floor, mailsPerSecond } from './mails.ts';
import { planned } from './planning.ts';
import { swept } from './sweep.ts';

/** `npm run bench -- reminders [--deadlines 1000000] [--mails 4000] [--backend postgres|redis]` */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { deadlines: { type: 'string', default: '1000000' }, mails: { type: 'string', default: '4000' }, backend: { type: 'string' } },
});
const say = (line: string): void => console.log(`${line}  [load ${loadavg()[0]!.toFixed(1)}]`);
const programs = { worker: process.env['FAULTS_WORKER']!, mailServer: process.env['FAULTS_MAIL_SERVER']! };
const backends = (['postgres', 'redis'] as const).filter(
  (one) => (!values.backend || values.backend === one) && (one === 'postgres' || process.env['REDIS_URL']),
);
const round = (n: number): number => Math.round(n * 10) / 10;

const figures: { plannedPerSecond: number; sweepSeconds: number; mailsPerSecond: Record<string, number | null> } = {
  plannedPerSecond: 0,
  sweepSeconds: 0,
  mailsPerSecond: { postgres: null, redis: null, floor: null },
};
const large = await testDatabase();
try {
  const app = { ...appContext(large.database), clock: movingClock('2027-01-11T08:30:00.000Z') };
  const here = await anAssociation(app, 'Mesures');
  figures.plannedPerSecond = round(await planned(app, large, here, await aPattern(app, here), Number(values.deadlines), say));
  figures.sweepSeconds = Math.round((await swept(app, large, say)) * 1000) / 1000;
} finally {
  await large.drop();
}
for (const which of backends) {
  const small = await testDatabase();
  try {
    const { rate, raws, url, close } = await mailsPerSecond(small, which, Number(values.mails), programs, say);
    figures.mailsPerSecond[which] = round(rate);
    // The floor on the same server, which has nothing else to do any more; the better of the two runs.
    const plain = await floor(url, raws, Number(values.mails));
    say(`plain nodemailer, pooled, the same messages: ${round(plain)} mails per second`);
    figures.mailsPerSecond['floor'] = Math.max(figures.mailsPerSecond['floor'] ?? 0, round(plain));
    await close();
  } finally {
    await small.drop();
  }
}
console.log(JSON.stringify(figures));
