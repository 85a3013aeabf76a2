import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('dossiers', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let other: Agent;
  let coordinator: Agent;
  let foreigner: Agent;
  let count = 0;

  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    other = await signedIn(server.http, here.users['other-volunteer'].email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    foreigner = await signedIn(server.http, there.users.coordinator.email);
  });
  afterAll(() => server.close());

  const aPerson = async (agent = volunteer): Promise<string> => {
    count += 1;
    const { body } = await agent
      .post('/api/persons')
      .send({ givenName: 'Éa', familyName: `N’Diaye ${count}`, languages: ['wo'], notADuplicate: true })
      .expect(201);
    return body.id as string;
  };
  const aDossier = async (agent = volunteer, more: object = {}) =>
    (
      await agent
        .post('/api/dossiers')
        .send({ personId: await aPerson(agent), ...more })
        .expect(201)
    ).body;
  const found = async (agent: Agent, filter: object): Promise<string[]> =>
    (await agent.post('/api/dossiers/search').send({ filter, perPage: 100 }).expect(200)).body.data.map((row: { id: string }) => row.id);

  it('is held by whoever registers it, and numbered', async () => {
    const dossier = await aDossier(volunteer, { basis: 'vpf-l423-23', departement: '69' });
    expect(dossier).toMatchObject({
      stage: 'intake',
      basis: 'vpf-l423-23',
      departement: '69',
      openedOn: '2026-11-21',
      closedOn: null,
      holders: [{ userId: here.users.volunteer.id }],
      person: { givenName: 'Éa', languages: ['wo'] },
      counts: { notes: 0, openDeadlines: 0 },
      version: 1,
    });
    expect(dossier.reference).toMatch(/^D-2026-\d{4}$/);
    const second = await aDossier();
    expect(second.reference).not.toBe(dossier.reference);
  });

  it('takes a holder named by a coordinator, or nobody, and no such word from a volunteer', async () => {
    const otherId = here.users['other-volunteer'].id;
    expect((await aDossier(coordinator, { holderId: otherId })).holders).toMatchObject([{ userId: otherId }]);
    expect((await aDossier(coordinator, { holderId: null })).holders).toEqual([]);
    const personId = await aPerson();
    await volunteer.post('/api/dossiers').send({ personId, holderId: otherId }).expect(403);
    const foreignId = there.users.volunteer.id;
    const refused = await coordinator.post('/api/dossiers').send({ personId, holderId: foreignId }).expect(422);
    expect(refused.body.errors).toEqual([{ field: 'holderId', message: 'Cette personne n’est pas de l’équipe.' }]);
  });

  it('refuses a basis, a stage or a department that does not exist', async () => {
    const personId = await aPerson();
    const answer = await volunteer.post('/api/dossiers').send({ personId, stage: 'won', departement: '99' }).expect(422);
    expect(answer.body.errors.map((e: { field: string }) => e.field).sort()).toEqual(['departement', 'stage']);
    for (const basis of ['l-invente', 'bar-oqtf-under-3y', 'vpf-l423-23.s1'])
      expect((await volunteer.post('/api/dossiers').send({ personId, basis }).expect(422)).body.errors[0].field).toBe('basis');
  });

  it('moves by the stages that follow, back by one, and to the urgency at any moment', async () => {
    const { id, nextStages } = await aDossier();
    expect(nextStages).toEqual(['contact', 'triage', 'urgency']);
    const jump = await volunteer.patch(`/api/dossiers/${id}`).send({ version: 1, stage: 'litigation' }).expect(422);
    expect(jump.body.errors).toEqual([{ field: 'stage', message: 'Cette étape ne suit pas l’étape actuelle.' }]);
    await volunteer.patch(`/api/dossiers/${id}`).send({ version: 1, stage: 'triage' }).expect(200);
    const back = await volunteer.patch(`/api/dossiers/${id}`).send({ version: 2, stage: 'intake' }).expect(200);
    expect(back.body.version).toBe(3);
    await volunteer.patch(`/api/dossiers/${id}`).send({ version: 3, stage: 'urgency' }).expect(200);
    expect((await volunteer.patch(`/api/dossiers/${id}`).send({ version: 3, stage: 'triage' }).expect(409)).body.code).toBe(
      'version-conflict',
    );
  });

  it('is found by what one knows of it, and only by those who may open it', async () => {
    const mine = await aDossier(volunteer, { stage: 'gathering', departement: '38' });
    expect(await found(volunteer, { q: mine.reference.toLowerCase() })).toEqual([mine.id]);
    expect(await found(volunteer, { q: `ndiaye ${count}` })).toEqual([mine.id]);
    expect(await found(volunteer, { stage: ['gathering', 'access'], departement: '38' })).toEqual([mine.id]);
    expect(await found(volunteer, { holderId: here.users.volunteer.id })).toContain(mine.id);
    expect(await found(coordinator, { holderless: true })).not.toContain(mine.id);
    expect(await found(coordinator, { mine: false })).toContain(mine.id);
    for (const stranger of [other, foreigner]) {
      expect(await found(stranger, { q: mine.reference })).toEqual([]);
      expect((await stranger.get(`/api/dossiers/${mine.id}`).expect(404)).body.code).toBe('not-found');
    }
  });

  it('opens to those a coordinator names, with the person, and closes to those taken off', async () => {
    const { id, personId } = await aDossier();
    const userId = here.users['other-volunteer'].id;
    await volunteer.post(`/api/dossiers/${id}/members`).send({ userId, kind: 'helper' }).expect(403);
    await other.get(`/api/persons/${personId}`).expect(404);
    const assigned = await coordinator.post(`/api/dossiers/${id}/members`).send({ userId, kind: 'helper' }).expect(200);
    expect(assigned.body.members.map((m: { kind: string }) => m.kind)).toEqual(['holder', 'helper']);
    await other.get(`/api/dossiers/${id}`).expect(200);
    await other.get(`/api/persons/${personId}`).expect(200);
    expect((await other.get(`/api/persons/${personId}/dossiers`).expect(200)).body).toHaveLength(1);
    // Held already: a helper does not take it over.
    expect((await other.post(`/api/dossiers/${id}/take`).expect(409)).body.code).toBe('wrong-state');
    await coordinator.delete(`/api/dossiers/${id}/members/${userId}`).expect(200);
    await other.get(`/api/dossiers/${id}`).expect(404);
    await other.get(`/api/persons/${personId}`).expect(404);
    await coordinator.delete(`/api/dossiers/${id}/members/${userId}`).expect(404);
  });

  it('is left and taken again; the access to the person follows the last dossier', async () => {
    const { id, personId } = await aDossier();
    const second = (await volunteer.post('/api/dossiers').send({ personId }).expect(201)).body;
    await volunteer.post(`/api/dossiers/${id}/leave`).expect(204);
    await volunteer.get(`/api/dossiers/${id}`).expect(404);
    // Another dossier of the same person is still theirs.
    await volunteer.get(`/api/persons/${personId}`).expect(200);
    expect((await volunteer.get(`/api/persons/${personId}/dossiers`).expect(200)).body.map((d: { id: string }) => d.id)).toEqual([
      second.id,
    ]);
    await volunteer.post(`/api/dossiers/${second.id}/leave`).expect(204);
    await volunteer.get(`/api/persons/${personId}`).expect(404);
    expect(await found(coordinator, { holderless: true, closed: false })).toEqual(expect.arrayContaining([id, second.id]));
  });

  it('opens to whoever received the person, as a coordinator says, and they may take it', async () => {
    const { id, personId } = await aDossier(coordinator, { holderId: null });
    const { body: permanence } = await coordinator.post('/api/permanences').send({ place: 'Mairie', heldOn: '2026-11-21' }).expect(201);
    const received = { personId, dossierId: id, receivedById: here.users['other-volunteer'].id };
    await volunteer.post(`/api/permanences/${permanence.id}/receptions`).send(received).expect(404);
    await coordinator.post(`/api/permanences/${permanence.id}/receptions`).send(received).expect(204);
    expect((await other.get(`/api/dossiers/${id}`).expect(200)).body.members).toMatchObject([{ kind: 'received' }]);
    expect((await other.post(`/api/dossiers/${id}/take`).expect(200)).body.holders).toHaveLength(1);
  });

  it('is taken by one of two who take it at once', async () => {
    const { id } = await aDossier(coordinator, { holderId: null });
    for (const userId of [here.users.volunteer.id, here.users['other-volunteer'].id])
      await coordinator.post(`/api/dossiers/${id}/members`).send({ userId, kind: 'helper' }).expect(200);
    const answers = await Promise.all([volunteer, other].map((agent) => agent.post(`/api/dossiers/${id}/take`)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200, 409]));
    expect((await coordinator.get(`/api/dossiers/${id}`).expect(200)).body.holders).toHaveLength(1);
  });

  it('refuses a reception in the name of a colleague from a volunteer, or in the dossier of somebody else', async () => {
    const { personId } = await aDossier();
    const elsewhere = await aDossier();
    const { body: permanence } = await volunteer.post('/api/permanences').send({ place: 'Salle', heldOn: '2026-11-21' }).expect(201);
    const path = `/api/permanences/${permanence.id}/receptions`;
    await volunteer.post(path).send({ personId, receivedById: here.users.coordinator.id }).expect(403);
    expect((await volunteer.post(path).send({ personId, dossierId: elsewhere.id }).expect(422)).body.errors[0].field).toBe('dossierId');
  });

  it('keeps notes as written, and tells who did what without what was said', async () => {
    const { id } = await aDossier();
    const note = (await volunteer.post(`/api/dossiers/${id}/notes`).send({ kind: 'advice', body: 'Attendre le récépissé.' }).expect(201))
      .body;
    expect(note).toMatchObject({ authorName: 'volunteer Rive Gauche', createdAt: '2026-11-21T09:00:00.000Z' });
    await volunteer.post(`/api/dossiers/${id}/notes`).send({ kind: 'advice', body: '   ' }).expect(422);
    expect((await volunteer.get(`/api/dossiers/${id}/notes`).expect(200)).body).toHaveLength(1);
    const history = (await volunteer.get(`/api/dossiers/${id}/history`).expect(200)).body;
    expect(history.map((line: { action: string }) => line.action).sort()).toEqual(['dossier.created', 'note.added']);
    expect(history[0].actorName).toBe('volunteer Rive Gauche');
    expect(JSON.stringify(history)).not.toContain('récépissé');
    await other.get(`/api/dossiers/${id}/notes`).expect(404);
    await foreigner.get(`/api/dossiers/${id}/history`).expect(404);
  });

  it('is closed with a reason and opened again where it stood', async () => {
    const { id } = await aDossier(volunteer, { stage: 'gathering' });
    expect(
      (await volunteer.post(`/api/dossiers/${id}/close`).send({ version: 1, reason: 'lassitude' }).expect(422)).body.errors[0].field,
    ).toBe('reason');
    const closed = (await volunteer.post(`/api/dossiers/${id}/close`).send({ version: 1, reason: 'referred' }).expect(200)).body;
    expect(closed).toMatchObject({ closedOn: '2026-11-21', closeReason: 'referred', stage: 'gathering' });
    await volunteer.patch(`/api/dossiers/${id}`).send({ version: 2, stage: 'access' }).expect(409);
    expect(await found(volunteer, { closed: true })).toEqual([id]);
    const open = (await volunteer.post(`/api/dossiers/${id}/reopen`).send({ version: 2 }).expect(200)).body;
    expect(open).toMatchObject({ closedOn: null, closeReason: null, stage: 'gathering' });
  });
});
