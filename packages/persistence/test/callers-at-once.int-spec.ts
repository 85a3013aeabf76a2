import { anAssociation, appContext, testDatabase, type TestDatabase } from '@permanence/testing';

describe('callers of two associations at the same moment', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it('each reads as itself: nothing of one request is carried by the query of another', async () => {
    const [here, there] = [await anAssociation(appContext(db.database), 'Ici'), await anAssociation(appContext(db.database), 'Là')];
    await db.asSuperuser("update association set time_zone = 'Indian/Reunion' where id = $1", [there.id]);
    // One tick: Prisma would make one query of those it may batch.
    const read = [here, there, here, there].map(({ users }) =>
      db.database.read(users.volunteer.actor, async ({ reminders, users: names }) => [
        (await reminders.association()).timeZone,
        await names.associationName(),
      ]),
    );
    expect(await Promise.all(read)).toEqual([
      ['Europe/Paris', 'Ici'],
      ['Indian/Reunion', 'Là'],
      ['Europe/Paris', 'Ici'],
      ['Indian/Reunion', 'Là'],
    ]);
  });
});
