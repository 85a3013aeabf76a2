import { aPlannedDeadline, aRemindedPerson, anAssociation, appContext, testDatabase, type TestDatabase } from '@permanence/testing';
import { planDeadlines, planSource } from '../src/index.ts';

const DATES = { prudentOn: '2026-12-18', lastDayOn: '2026-12-21' };

describe('planning many limits at once', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());
  const rowsOf = (sourceId: string) =>
    db.asSuperuser(
      `select step, audience, channel, template, target_key, recipient_key, due_at, stale_at, state::text, person_id, dossier_id, user_id
       from reminder where source_id = $1 order by due_at, step, audience`,
      [sourceId],
    );

  it('writes the rows that planning them one by one writes, once, and none for the limits of another association', async () => {
    const app = appContext(db.database);
    const [here, elsewhere] = [await anAssociation(app, 'Rive Gauche'), await anAssociation(app, 'Rive Droite')];
    const person = await aRemindedPerson(app, here.users.volunteer.actor);
    const deadlines = [DATES, { prudentOn: '2026-11-25', lastDayOn: '2026-11-26' }];
    const ids: string[] = [];
    for (const dates of deadlines) ids.push((await aPlannedDeadline(app, db, here.users.volunteer.actor, person, dates)).id);
    const oneByOne = await Promise.all(ids.map(rowsOf));
    expect(oneByOne.every((rows) => rows.length > 2)).toBe(true);
    await db.asSuperuser('delete from reminder');

    expect(await planDeadlines(app, { associationId: elsewhere.id, deadlineIds: ids })).toBe(0);
    expect(await planDeadlines(app, { associationId: here.id, deadlineIds: ids })).toBe(oneByOne.flat().length);
    expect(await Promise.all(ids.map(rowsOf))).toEqual(oneByOne);
    expect(await planDeadlines(app, { associationId: here.id, deadlineIds: ids })).toBe(0);
    await planSource(app, { associationId: here.id, sourceKind: 'deadline', sourceId: ids[0]! });
    expect(await Promise.all(ids.map(rowsOf))).toEqual(oneByOne);
  });
});
