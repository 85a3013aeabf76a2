import { testDatabase } from '../database/test-database.ts';
import { simulateClocks, summaryOf, told } from './clocks.ts';
import { PLACES } from './places.ts';

/** `npm run simulate -- clocks`: seed and number of dossiers of a place may follow. */
const [what = 'clocks', dossiers = '60', seed = '20261122', until = '2029-01-01'] = process.argv.slice(2);
const say = (line: string): void => console.log(line);
const begun = Date.now();
const db = await testDatabase();
try {
  if (what !== 'clocks') throw new Error(`nothing to simulate under the name of ${what}`);
  const scale = {
    seed: Number(seed),
    places: PLACES,
    from: '2026-01-01',
    until,
    dossiers: Number(dossiers),
    rulesChangeOn: '2027-05-15',
  };
  const simulation = await simulateClocks(db, scale, say);
  for (const line of told(simulation)) say(line);
  const summary = summaryOf(simulation);
  say(`${((Date.now() - begun) / 1000).toFixed(0)} s`);
  say(JSON.stringify(summary));
  const { lost, doubled, notRecomputed, wrong, moved } = summary;
  if (lost + doubled + notRecomputed + wrong + moved > 0) process.exitCode = 1;
} finally {
  await db.drop();
}
