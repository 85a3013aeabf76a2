import { recomputeDeadlines } from '@permanence/application';
import type { Integration } from '@permanence/contracts';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const CONTRACT = {
  version: 0,
  signedOn: '2026-08-10',
  civicDays: 4,
  languagePrescribed: true,
  languageHours: 200,
  languageHoursAttended: 50,
  terminationNoticeOn: null as string | null,
  observationsSentOn: null as string | null,
};

describe('the integration contract', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let other: Agent;
  let coordinator: Agent;
  let personId: string;
  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    other = await signedIn(server.http, here.users['other-volunteer'].email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    const person = { givenName: 'Ines', familyName: 'Contrat', notADuplicate: true };
    personId = (await volunteer.post('/api/persons').send(person).expect(201)).body.id;
  });
  afterAll(() => server.close());
  const path = () => `/api/persons/${personId}/integration`;
  const save = (more: Partial<typeof CONTRACT>) => volunteer.put(path()).send({ ...CONTRACT, ...more });
  const limits = () =>
    server.db.asSuperuser<{ state: string; last: string; because: string | null; reminders: string }>(
      `select d.state::text, d.last_day_on::text as last, d.retired_because as because,
         (select count(*) from reminder r where r.source_id = d.id and r.state = 'planned') as reminders
       from deadline d where d.person_id = $1 and d.source_kind = 'integration' order by d.created_at`,
      [personId],
    );

  it('is empty before anything is recorded, and unknown to whoever may not open the person', async () => {
    const empty: Integration = (await volunteer.get(path()).expect(200)).body;
    expect(empty).toMatchObject({ version: 0, signedOn: null, civicDays: null, milestones: [] });
    await other.get(path()).expect(404);
    await other.put(path()).send(CONTRACT).expect(404);
  });

  it('is recorded under its version, with its milestones', async () => {
    const saved: Integration = (await save({}).expect(200)).body;
    expect(saved.version).toBe(1);
    expect(saved.milestones.map(({ id, on, state }) => [id, on, state])).toEqual([
      ['CIR-M2-4M', '2026-12-10', 'met'],
      ['CIR-END-1Y', '2027-08-10', 'to-do'],
    ]);
    // Two who saw the empty form: the second is told.
    await save({}).expect(409);
    expect((await coordinator.get(path()).expect(200)).body).toEqual(saved);
    const audit = await server.db.asSuperuser("select 1 from audit_event where action = 'integration.recorded'");
    expect(audit).toHaveLength(1);
  });

  it('refuses what cannot be, by the name of the field, and changes nothing', async () => {
    const wrong = async (more: object, field: string) => {
      const { body } = await save({ version: 1, ...more }).expect(422);
      expect(body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
    };
    await wrong({ signedOn: '2026-11-22' }, 'signedOn');
    await wrong({ civicDays: 5 }, 'civicDays');
    await wrong({ languageHoursAttended: 201 }, 'languageHoursAttended');
    await wrong({ terminationNoticeOn: '2026-08-09' }, 'terminationNoticeOn');
    await wrong({ observationsSentOn: '2026-11-20' }, 'terminationNoticeOn');
    await wrong({ terminationNoticeOn: '2026-11-10', observationsSentOn: '2026-11-09' }, 'observationsSentOn');
    expect((await volunteer.get(path()).expect(200)).body.version).toBe(1);
  });

  it('makes the month to answer an announced termination a limit with its reminders, until the answer is sent', async () => {
    await save({ version: 1, terminationNoticeOn: '2026-11-18' }).expect(200);
    const [limit] = await limits();
    expect(limit).toMatchObject({ state: 'open', last: '2026-12-18', because: null });
    expect(Number(limit!.reminders)).toBeGreaterThan(0);
    // The daily check finds it as it is.
    await recomputeDeadlines(server.context, here.id);
    expect(await limits()).toEqual([limit]);
    await save({ version: 2, terminationNoticeOn: '2026-11-18', observationsSentOn: '2026-11-20' }).expect(200);
    expect(await limits()).toEqual([{ state: 'superseded', last: '2026-12-18', because: 'observations-sent', reminders: '0' }]);
    await recomputeDeadlines(server.context, here.id);
    expect(await limits()).toHaveLength(1);
  });
});
