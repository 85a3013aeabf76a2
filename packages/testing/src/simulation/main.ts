import { testDatabase, type TestDatabase } from '../database/test-database.ts';
import { simulateClocks, summaryOf, told } from './clocks.ts';
import { PLACES } from './places.ts';
import { replayReminders } from './reminders.ts';

/** `npm run simulate -- clocks [dossiers of a place] [seed] [until]` and `npm run simulate -- reminders [from] [to]`. */
const [what, ...given] = process.argv.slice(2);
const say = (line: string): void => console.log(line);
const begun = Date.now();
const took = (): void => say(`${((Date.now() - begun) / 1000).toFixed(0)} s`);

/** @returns whether nothing was wrong */
async function clocks(db: TestDatabase): Promise<boolean> {
  const [dossiers = '40', seed = '20261122', until = '2029-01-01'] = given;
  const scale = { seed: Number(seed), places: PLACES, from: '2026-01-01', until, dossiers: Number(dossiers), rulesChangeOn: '2027-05-15' };
  const simulation = await simulateClocks(db, scale, say);
  for (const line of told(simulation)) say(line);
  const summary = summaryOf(simulation);
  took();
  say(JSON.stringify(summary));
  return summary.lost + summary.doubled + summary.notRecomputed + summary.wrong + summary.moved === 0;
}

async function reminders(db: TestDatabase): Promise<boolean> {
  const [from = '2027-01-01', to = '2028-12-31'] = given;
  const places = PLACES.filter(({ code }) => ['paris', 'reunion', 'cayenne'].includes(code));
  const { faults, ...summary } = await replayReminders(db, { from, to, places }, { say });
  for (const fault of faults.slice(0, 40)) say(`  ${fault}`);
  took();
  say(JSON.stringify(summary));
  return faults.length === 0;
}

const db = await testDatabase();
try {
  if (!(await (what === 'reminders' ? reminders : clocks)(db))) process.exitCode = 1;
} finally {
  await db.drop();
}
