import { newId } from '@permanence/application';
import { COORDINATION_DAYS, type CoordinationPage } from '@permanence/contracts';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('the coordinator’s page', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let coordinator: Agent;

  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    await fill(volunteer, 'Ici');
    await fill(await signedIn(server.http, there.users.volunteer.email), 'Ailleurs');
    const personId = await aPerson(coordinator, 'Sans Personne');
    await coordinator.post('/api/dossiers').send({ personId, holderId: null }).expect(201);
  });
  afterAll(() => server.close());

  const aPerson = async (agent: Agent, familyName: string): Promise<string> =>
    (
      await agent
        .post('/api/persons')
        .send({ givenName: 'Ida', familyName, languages: ['ti', 'ar'], needsInterpreter: true, notADuplicate: true })
        .expect(201)
    ).body.id;
  const decide = async (agent: Agent, dossierId: string, body: object, facts: object) =>
    agent
      .post(`/api/dossiers/${dossierId}/decisions`)
      .send({ decisionOn: '2026-11-10', ...body, facts: { paper: 'oqtf', departement: '69', ...facts } })
      .expect(201);
  async function fill(agent: Agent, name: string): Promise<void> {
    const personId = await aPerson(agent, name);
    const { id } = (await agent.post('/api/dossiers').send({ personId }).expect(201)).body;
    await decide(agent, id, { notifiedOn: '2026-11-11' }, { measure: 'house-arrest' });
    await decide(agent, id, { notifiedOn: '2026-11-16' }, { measure: 'house-arrest' });
    await decide(agent, id, { notifiedAt: '2026-11-20T18:40:00+01:00' }, { measure: 'detention' });
    await decide(agent, id, { notifiedOn: '2026-11-16' }, { measure: 'none' });
    await agent.post('/api/tasks').send({ title: 'En retard', dossierId: id, dueOn: '2026-11-19' }).expect(201);
    await agent.post('/api/tasks').send({ title: 'À faire', dossierId: id, dueOn: '2026-11-25' }).expect(201);
  }
  const page = async (): Promise<CoordinationPage> => (await coordinator.get('/api/coordination').expect(200)).body;
  const total = async (path: string, filter: object): Promise<number> =>
    (await coordinator.post(`/api/${path}/search`).send({ filter }).expect(200)).body.total;

  it('shows what falls due by gravity, an hour limit before any day', async () => {
    const { today, due } = await page();
    expect(today).toBe('2026-11-21');
    expect(due.items.map((row) => [row.ruleId, row.daysLeft, row.workingDaysLeft])).toEqual([
      ['oqtf-retention', 1, 0],
      // The 18th was its last day.
      ['oqtf-assignation-residence', -3, 0],
      ['oqtf-assignation-residence', 2, 1],
    ]);
    expect(due.items[0]).toMatchObject({
      expiresAt: '2026-11-22T18:40:00+01:00',
      personName: 'Ida Ici',
      holders: [{ displayName: 'volunteer Rive Gauche' }],
    });
    expect(due.items[0]!.dossierReference).toMatch(/^D-2026-/);
  });

  it('shows who needs a holder, with the languages to look for', async () => {
    const { holderless } = await page();
    expect(holderless.total).toBe(1);
    expect(holderless.items).toMatchObject([{ personName: 'Ida Sans Personne', languages: ['ti', 'ar'], needsInterpreter: true }]);
  });

  it('has in each figure the count of the list behind it', async () => {
    const [reminder] = await server.db.asSuperuser<{ id: string; source_id: string }>(
      "select id, source_id from reminder where association_id = $1 and state = 'planned' limit 1",
      [here.id],
    );
    await server.db.asSuperuser("update reminder set state = 'failed', failed_at = now(), reason = 'server-refused' where id = $1", [
      reminder!.id,
    ]);
    await server.db.asSuperuser(
      `update reminder set state = 'cancelled', cancelled_at = now(), reason = 'unsafe-channel'
       where id = (select id from reminder where association_id = $1 and state = 'planned' limit 1)`,
      [here.id],
    );
    await server.db.asSuperuser(
      "insert into outbox (id, association_id, name, payload, attempts, last_error) values ($1, $2, 'reminders.plan', '{}', 3, 'queue unavailable')",
      [newId(), here.id],
    );
    const { due, holderless, failed, load } = await page();
    const days = COORDINATION_DAYS;
    expect(due.total).toBe(await total('deadlines', { state: 'open', withinDays: days }));
    expect(due.total).toBe(3);
    expect(due.overdue).toBe(await total('deadlines', { state: 'open', overdue: true }));
    expect(due.overdue).toBe(1);
    expect(holderless.total).toBe(await total('dossiers', { holderless: true, closed: false }));
    expect(failed.overdueTasks).toBe(await total('tasks', { overdue: true }));
    expect(failed.overdueTasks).toBe(1);
    expect(failed.remindersFailed).toBe(await total('reminders', { states: ['failed'] }));
    expect(failed.remindersFailed).toBe(1);
    expect(failed.remindersInDoubt).toBe(await total('reminders', { states: ['in_doubt'] }));
    expect(failed.remindersRefusedBySafety).toBe(await total('reminders', { reasons: ['unsafe-channel'] }));
    expect(failed.remindersRefusedBySafety).toBe(1);
    expect(failed.outbox).toMatchObject({ total: 1, items: [{ attempts: 3, lastError: 'queue unavailable' }] });
    for (const { userId, dossiers, deadlines, openTasks, overdueTasks } of load)
      expect([dossiers, deadlines, openTasks, overdueTasks]).toEqual([
        await total('dossiers', { holderId: userId, closed: false }),
        await total('deadlines', { state: 'open', withinDays: days, holderId: userId }),
        await total('tasks', { assigneeId: userId, done: false }),
        await total('tasks', { assigneeId: userId, overdue: true }),
      ]);
    expect(load.find((one) => one.userId === here.users.volunteer.id)).toMatchObject({ dossiers: 1, deadlines: 3, overdueTasks: 1 });
    expect(load.map((one) => one.userId)).not.toContain(there.users.volunteer.id);
  });

  it('is for coordinators', async () => {
    await volunteer.get('/api/coordination').expect(403);
  });
});
