import { testDatabase, type TestDatabase } from '../src/index.ts';
import { PLACES } from '../src/simulation/places.ts';
import { account, replayReminders, type Left } from '../src/simulation/reminders.ts';

/** Some days of what `npm run simulate -- reminders` replays for two years. */
describe('the reminders of dates that end day after day', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it('leave each once, on their day, between 8 h and 20 h where the association is, over 29 February and a change of clocks', async () => {
    const left: Left[] = [];
    const places = PLACES.filter(({ code }) => code === 'paris' || code === 'reunion');
    const { faults, ...found } = await replayReminders(db, { from: '2028-03-29', to: '2028-04-01', places }, { left });
    expect(faults).toEqual([]);
    expect(found).toMatchObject({ days: 4, missing: 0, doubled: 0, wrongDay: 0, unexpected: 0, outsideHours: 0 });
    expect(found.once).toBe(found.notices);
    expect(found.notices).toBeGreaterThan(50);
    expect(left.some(({ at }) => at.startsWith('2028-02-29'))).toBe(true);

    // It would have seen one that never left, one that left twice, on another day, in the night, or of nothing.
    const rows = await db.asSuperuser<{ id: string; key: string }>(
      "select id, source_id || ' ' || step || ' ' || audience as key from reminder where channel = 'email' and handed_over_at is not null limit 3",
    );
    const [one, two, three] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
    const at = (id: string, instant: string): Left => ({ id, zone: 'Europe/Paris', at: instant });
    const expected = new Map([
      [one.key, '2028-03-01'],
      [two.key, '2028-03-01'],
      ['a date nobody was told of', '2028-03-01'],
    ]);
    const wrong = await account(db, expected, [
      at(one.id, '2028-03-01T09:00:00.000Z'),
      at(one.id, '2028-03-01T10:00:00.000Z'),
      at(two.id, '2028-03-02T22:00:00.000Z'),
      at(three.id, '2028-03-01T09:00:00.000Z'),
    ]);
    expect(wrong).toMatchObject({ notices: 4, once: 1, missing: 1, doubled: 1, wrongDay: 1, unexpected: 1, outsideHours: 1 });
  }, 240_000);
});
