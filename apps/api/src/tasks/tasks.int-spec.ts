import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('tasks and appointments', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let other: Agent;
  let coordinator: Agent;
  let foreigner: Agent;
  let personId: string;
  let dossierId: string;

  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    other = await signedIn(server.http, here.users['other-volunteer'].email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    foreigner = await signedIn(server.http, there.users.coordinator.email);
    personId = (await volunteer.post('/api/persons').send({ givenName: 'Ana', familyName: 'Tâche', notADuplicate: true }).expect(201)).body
      .id;
    dossierId = (await volunteer.post('/api/dossiers').send({ personId }).expect(201)).body.id;
  });
  afterAll(() => server.close());

  const aTask = async (more: object = {}) =>
    (
      await volunteer
        .post('/api/tasks')
        .send({ title: 'Relancer la préfecture', dossierId, ...more })
        .expect(201)
    ).body;
  const found = async (agent: Agent, filter: object): Promise<string[]> =>
    (await agent.post('/api/tasks/search').send({ filter, perPage: 100 }).expect(200)).body.data.map((task: { id: string }) => task.id);
  const planned = async (sourceId: string): Promise<string[]> =>
    (
      await server.db.asSuperuser<{ target_key: string }>(
        "select distinct target_key from reminder where source_id = $1 and state = 'planned'",
        [sourceId],
      )
    ).map((row) => row.target_key);

  it('belong to whoever writes them, and bring the person of their dossier along', async () => {
    const task = await aTask({ dueOn: '2026-11-30', kind: 'phone-call' });
    expect(task).toMatchObject({
      personId,
      personName: 'Ana Tâche',
      dossierId,
      assigneeId: here.users.volunteer.id,
      assigneeName: 'volunteer Rive Gauche',
      overdue: false,
      doneAt: null,
    });
    expect(await planned(task.id)).toEqual(['2026-11-30']);
    expect(await found(volunteer, { mine: true, dossierId })).toContain(task.id);
    expect(await found(coordinator, { personId, done: false })).toContain(task.id);
    expect(await found(other, { done: false })).not.toContain(task.id);
    await other.get(`/api/tasks/${task.id}`).expect(404);
    await foreigner.patch(`/api/tasks/${task.id}`).send({ version: 1, title: 'Rien' }).expect(404);
  });

  it('may be given to a colleague, who learns the title and not the name', async () => {
    const task = await aTask({ assigneeId: here.users['other-volunteer'].id });
    const seen = (await other.get(`/api/tasks/${task.id}`).expect(200)).body;
    expect(seen).toMatchObject({ title: 'Relancer la préfecture', personName: null, dossierReference: null });
    await other.post(`/api/tasks/${task.id}/done`).send({ version: 1 }).expect(200);
    const wrong = await volunteer.post('/api/tasks').send({ title: 'x', assigneeId: there.users.volunteer.id }).expect(422);
    expect(wrong.body.errors[0].field).toBe('assigneeId');
  });

  it('are moved with their reminders, done and not done', async () => {
    const task = await aTask({ dueOn: '2026-11-30' });
    const path = `/api/tasks/${task.id}`;
    expect((await volunteer.patch(path).send({ version: 1, dueOn: '2026-02-30' }).expect(422)).body.errors[0].field).toBe('dueOn');
    const moved = (await volunteer.patch(path).send({ version: 1, dueOn: '2026-12-04' }).expect(200)).body;
    expect(await planned(task.id)).toEqual(['2026-12-04']);
    expect((await volunteer.patch(path).send({ version: 1, title: 'Autre' }).expect(409)).body.code).toBe('version-conflict');
    const done = (await volunteer.post(`${path}/done`).send({ version: moved.version }).expect(200)).body;
    expect(done).toMatchObject({ doneAt: '2026-11-21T09:00:00.000Z', doneById: here.users.volunteer.id });
    expect(await planned(task.id)).toEqual([]);
    expect((await volunteer.patch(path).send({ version: done.version, title: 'x' }).expect(409)).body.code).toBe('wrong-state');
    await volunteer.post(`${path}/undone`).send({ version: done.version }).expect(200);
    expect(await planned(task.id)).toEqual(['2026-12-04']);
  });

  it('are overdue after their day only, and without a day never', async () => {
    const late = await aTask({ dueOn: '2026-11-20' });
    const today = await aTask({ dueOn: '2026-11-21' });
    const someDay = await aTask();
    const overdue = await found(volunteer, { overdue: true, dossierId });
    expect(overdue).toEqual([late.id]);
    const inTime = await found(volunteer, { overdue: false, dossierId });
    expect(inTime).toEqual(expect.arrayContaining([today.id, someDay.id]));
    expect(inTime).not.toContain(late.id);
  });

  it('of a stranger are nobody’s to write', async () => {
    await other.post('/api/tasks').send({ title: 'x', dossierId }).expect(404);
    await foreigner.post('/api/tasks').send({ title: 'x', personId }).expect(404);
    const elsewhere = (await volunteer.post('/api/persons').send({ givenName: 'B', familyName: 'C', notADuplicate: true }).expect(201)).body
      .id;
    expect((await volunteer.post('/api/tasks').send({ title: 'x', dossierId, personId: elsewhere }).expect(422)).body.errors[0].field).toBe(
      'dossierId',
    );
  });

  it('appointments are found by day, moved with their reminders, then kept', async () => {
    const made = (
      await volunteer
        .post('/api/appointments')
        .send({ personId, dossierId, kind: 'prefecture', startsAt: '2026-12-10T23:30:00+01:00', place: 'Préfecture, guichet 4' })
        .expect(201)
    ).body;
    expect(made).toMatchObject({ personName: 'Ana Tâche', status: 'planned', startsAt: '2026-12-10T22:30:00.000Z' });
    const on = async (day: string, agent = volunteer): Promise<number> =>
      (
        await agent
          .post('/api/appointments/search')
          .send({ filter: { from: day, to: day } })
          .expect(200)
      ).body.total;
    // By the association's clock, not by UTC.
    expect([await on('2026-12-09'), await on('2026-12-10'), await on('2026-12-11')]).toEqual([0, 1, 0]);
    expect([await on('2026-12-10', other), await on('2026-12-10', foreigner), await on('2026-12-10', coordinator)]).toEqual([0, 0, 1]);
    expect(await planned(made.id)).toEqual(['2026-12-10T22:30:00.000Z']);
    const moved = await volunteer
      .patch(`/api/appointments/${made.id}`)
      .send({ version: 1, startsAt: '2026-12-14T10:00:00+01:00' })
      .expect(200);
    expect(await planned(made.id)).toEqual(['2026-12-14T09:00:00.000Z']);
    await other.patch(`/api/appointments/${made.id}`).send({ version: 2, place: 'x' }).expect(404);
    expect((await volunteer.patch(`/api/appointments/${made.id}`).send({ version: 1, place: 'x' }).expect(409)).body.code).toBe(
      'version-conflict',
    );
    await volunteer.post(`/api/appointments/${made.id}/settle`).send({ version: moved.body.version, status: 'kept' }).expect(200);
    expect(await planned(made.id)).toEqual([]);
    const again = await volunteer.post(`/api/appointments/${made.id}/settle`).send({ version: 3, status: 'missed' }).expect(409);
    expect(again.body.code).toBe('wrong-state');
  });
});
