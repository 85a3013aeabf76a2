import { testDatabase, type TestDatabase } from '../src/index.ts';
import { simulateClocks, summaryOf, told } from '../src/simulation/clocks.ts';
import { PLACES } from '../src/simulation/places.ts';
import type { Line } from '../src/simulation/books.ts';
import type { Simulation } from '../src/simulation/simulation.ts';

const NO_FAULT = { lost: 0, doubled: 0, notRecomputed: 0, moved: 0, wrong: 0 };

/** Some weeks of what `npm run simulate -- clocks` lives for three years. */
describe('some weeks of an association’s life, seen by a second reader', () => {
  let db: TestDatabase;
  let simulation: Simulation;
  beforeAll(async () => {
    db = await testDatabase();
    const scale = { seed: 7, places: PLACES, from: '2027-03-01', until: '2027-05-01', dossiers: 5, rulesChangeOn: '2027-04-10' };
    simulation = await simulateClocks(db, scale);
  }, 240_000);
  afterAll(() => db.drop());

  const lines = (): { line: Line; world: Simulation['worlds'][number] }[] =>
    simulation.worlds.flatMap((world) => world.books.all().map((line) => ({ line, world })));
  const running = (n: number): { line: Line; world: Simulation['worlds'][number]; where: unknown[] } => {
    const found = lines().filter(({ line }) => line.state === 'open' && !line.asleep && line.want.last)[n]!;
    return { ...found, where: [found.line.sourceId, found.line.want.ruleId] };
  };
  const look = (world: Simulation['worlds'][number]) => world.comparison.everything(simulation.on, true);
  const now = () => summaryOf(simulation);

  it('finds no limit lost, doubled, moved in silence or left as it was, and none given in the Pacific', () => {
    expect(told(simulation).filter((line) => line.startsWith('  '))).toEqual([]);
    expect(now()).toMatchObject({ ...NO_FAULT, places: 6 });
    expect(now().deadlines).toBeGreaterThan(20);
    expect(now().notCovered).toBeGreaterThan(0);
    expect(simulation.worlds.reduce((sum, { books }) => sum + books.counts.recomputed, 0)).toBeGreaterThan(0);
  });

  it('would have seen a limit that is lost', async () => {
    const { world, where } = running(0);
    await db.asSuperuser('delete from deadline where source_id = $1 and rule_id = $2 and current', where);
    await look(world);
    expect(now().lost).toBeGreaterThan(0);
  });
  it('would have seen a limit that is there twice', async () => {
    const { world, where } = running(1);
    await db.asSuperuser(
      `insert into deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'current', null))).*
       from deadline d where source_id = $1 and rule_id = $2 and current`,
      where,
    );
    await look(world);
    expect(now().doubled).toBe(1);
  });
  it('would have seen a day moved by hand', async () => {
    const { world, where } = running(2);
    const before = now();
    await db.asSuperuser('update deadline set prudent_on = prudent_on + 1 where source_id = $1 and rule_id = $2 and current', where);
    await look(world);
    expect(now()).toMatchObject({ moved: before.moved + 1, wrong: before.wrong + 1 });
  });
  it('would have seen a limit that nobody computed anew', async () => {
    const { world, line } = running(3);
    // The second reader learns of a fact, the product does not.
    const before = now();
    world.books.changed(line.sourceId, [{ ...line.want, last: '2028-01-03', prudent: '2028-01-03' }], 'a fact of today');
    await look(world);
    expect(now().notRecomputed).toBe(before.notRecomputed + 1);
  });
  it('would have seen a line of history go', async () => {
    const [row] = await db.asSuperuser<{ id: string; association_id: string }>(
      'select id, association_id from deadline where current is null and not exists (select 1 from deadline n where n.replaces_id = deadline.id) limit 1',
    );
    const world = simulation.worlds.find(({ association }) => association.id === row!.association_id)!;
    const before = now();
    await db.asSuperuser('delete from deadline where id = $1', [row!.id]);
    await look(world);
    expect(now().lost).toBeGreaterThan(before.lost);
  });
});
