import { anAssociation, appContext, aRemindedPerson, movingClock, testDatabase, type TestDatabase } from '@permanence/testing';
import { createDossier, getDossier, recordDecision, recordFiling } from '../src/index.ts';

/** In La Réunion it is the 16th, in Paris still the 15th. */
const AFTER_MIDNIGHT_THERE = '2027-03-15T20:30:00.000Z';
/** In Cayenne it is still the 15th, in Paris the 16th. */
const LATE_THERE = '2027-03-16T01:30:00.000Z';

describe('today is the day where the association is', () => {
  let db: TestDatabase;
  const at = async (name: string, timeZone: string, now: string) => {
    const app = { ...appContext(db.database), clock: movingClock(now) };
    const association = await anAssociation(app, name);
    await db.asSuperuser('update association set time_zone = $2 where id = $1', [association.id, timeZone]);
    return { app, actor: association.users.volunteer.actor };
  };
  const FILING = { kind: 'first', title: 'cst', basis: null, channel: 'anef' } as const;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.drop());

  it('takes what happened today after midnight in La Réunion, and opens a dossier on that day', async () => {
    const { app, actor } = await at('Réunion', 'Indian/Reunion', AFTER_MIDNIGHT_THERE);
    const { personId, dossierId } = await aRemindedPerson(app, actor);
    await expect(recordFiling(app, actor, { ...FILING, dossierId, filedOn: '2027-03-16' as never })).resolves.toMatchObject({
      filedOn: '2027-03-16',
    });
    const { id } = await createDossier(app, actor, { personId, stage: 'intake' });
    expect(await getDossier(app, actor, { id })).toMatchObject({ openedOn: '2027-03-16' });
  });
  it('refuses tomorrow late in the evening in Cayenne, and counts the days left from there', async () => {
    const { app, actor } = await at('Cayenne', 'America/Cayenne', LATE_THERE);
    const { dossierId } = await aRemindedPerson(app, actor);
    await expect(recordFiling(app, actor, { ...FILING, dossierId, filedOn: '2027-03-16' as never })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const decision = await recordDecision(app, actor, {
      dossierId,
      decision: 'auto',
      notifiedOn: '2027-03-15' as never,
      facts: { paper: 'permit-refusal', departement: '973' },
    });
    // To 14 May, since the 15th is a Saturday.
    expect(decision.deadline).toMatchObject({ prudentOn: '2027-05-14', daysLeft: 60 });
  });
});
