import { recomputeDeadlines } from '@permanence/application';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const REFUSAL = { decisionOn: '2026-11-10', notifiedOn: '2026-11-16', facts: { paper: 'permit-refusal', departement: '69' } };

describe('a limit is cancelled by hand only by two people', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let other: Agent;
  let coordinator: Agent;
  let foreigner: Agent;
  let count = 0;
  beforeAll(async () => {
    server = await testServer();
    const [a, there] = await twoAssociations(server.context);
    here = a;
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    other = await signedIn(server.http, here.users['other-volunteer'].email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    foreigner = await signedIn(server.http, there.users.coordinator.email);
  });
  afterAll(() => server.close());

  const rows = (sql: string, ...values: unknown[]) => server.db.asSuperuser<Record<string, unknown>>(sql, values);
  const planned = (id: string) => rows("select 1 from reminder where source_id = $1 and state = 'planned'", id);
  const aDecision = async () => {
    count += 1;
    const person = { givenName: 'Abel', familyName: `Annulé ${count}`, notADuplicate: true };
    const personId = (await volunteer.post('/api/persons').send(person).expect(201)).body.id as string;
    const dossierId = (await volunteer.post('/api/dossiers').send({ personId }).expect(201)).body.id as string;
    return (await volunteer.post(`/api/dossiers/${dossierId}/decisions`).send(REFUSAL).expect(201)).body;
  };
  const ask = async (agent: Agent, deadlineId: string, reason = 'La préfecture a retiré sa décision.') =>
    (await agent.post(`/api/deadlines/${deadlineId}/cancel-requests`).send({ version: 1, reason }).expect(201)).body;

  it('runs on until another person agreed, then stops with its reminders, and the nightly check does not bring it back', async () => {
    const decision = await aDecision();
    const { id } = decision.deadline;
    await volunteer.post(`/api/deadlines/${id}/cancel-requests`).send({ version: 1 }).expect(422);
    await volunteer.post(`/api/deadlines/${id}/cancel-requests`).send({ version: 7, reason: 'x' }).expect(409);
    const request = await ask(volunteer, id);
    expect(request).toMatchObject({ state: 'pending', ruleId: 'refus-sejour-sans-oqtf', requestedByName: 'volunteer Rive Gauche' });
    expect((await volunteer.get(`/api/deadlines/${id}`).expect(200)).body.state).toBe('open');
    expect((await planned(id)).length).toBeGreaterThan(0);
    expect((await volunteer.post(`/api/deadlines/${id}/cancel-requests`).send({ version: 1, reason: 'x' }).expect(409)).body.code).toBe(
      'already-exists',
    );
    // The volunteer has not the right, whoever asked.
    await volunteer.post(`/api/cancel-requests/${request.id}/decide`).send({ version: 1, approve: true }).expect(403);
    const decided = await coordinator.post(`/api/cancel-requests/${request.id}/decide`).send({ version: 1, approve: true }).expect(200);
    expect(decided.body).toMatchObject({ state: 'approved', decidedById: here.users.coordinator.id });
    expect((await volunteer.get(`/api/deadlines/${id}`).expect(200)).body).toMatchObject({
      state: 'cancelled',
      retiredBecause: 'two-people',
    });
    expect(await planned(id)).toEqual([]);
    const audit = await rows(
      "select action, actor_id from audit_event where target_id = $1 and action like '%cancel%' order by at, id",
      id,
    );
    expect(audit).toEqual([
      { action: 'deadline.cancel-requested', actor_id: here.users.volunteer.id },
      { action: 'deadline.cancel-approved', actor_id: here.users.coordinator.id },
      { action: 'deadline.cancelled', actor_id: here.users.coordinator.id },
    ]);
    await recomputeDeadlines(server.context, here.id);
    const list = (await volunteer.get(`/api/dossiers/${decision.dossierId}/deadlines`).expect(200)).body;
    expect(list.map((row: { state: string }) => row.state)).toEqual(['cancelled']);
    // Nor does the dossier that is closed and opened again.
    const { version } = (await volunteer.get(`/api/dossiers/${decision.dossierId}`).expect(200)).body;
    const closed = await volunteer.post(`/api/dossiers/${decision.dossierId}/close`).send({ version, reason: 'dropped' }).expect(200);
    await volunteer.post(`/api/dossiers/${decision.dossierId}/reopen`).send({ version: closed.body.version }).expect(200);
    expect((await volunteer.get(`/api/deadlines/${id}`).expect(200)).body.state).toBe('cancelled');
    // Another day, because a fact was corrected, is another limit.
    const body = { ...REFUSAL, version: decision.version, notifiedOn: '2026-11-18' };
    const corrected = (await volunteer.patch(`/api/decisions/${decision.id}`).send(body).expect(200)).body;
    expect(corrected.deadline).toMatchObject({ state: 'open', replacesId: id });
  });

  it('is not for the coordinator who asked to agree to', async () => {
    const { deadline } = await aDecision();
    const request = await ask(coordinator, deadline.id);
    const own = await coordinator.post(`/api/cancel-requests/${request.id}/decide`).send({ version: 1, approve: true }).expect(403);
    expect(own.body.code).toBe('second-person-needed');
    // Nor by writing past the service.
    await expect(
      rows(
        "update cancel_request set state = 'approved', pending = null, decided_at = now(), decided_by_id = requested_by_id where id = $1",
        request.id,
      ),
    ).rejects.toThrow(/two_people/);
    expect((await coordinator.get(`/api/deadlines/${deadline.id}`).expect(200)).body.state).toBe('open');
  });

  it('may be refused, once, and asked again', async () => {
    const { deadline } = await aDecision();
    const request = await ask(volunteer, deadline.id);
    const path = `/api/cancel-requests/${request.id}/decide`;
    const refused = await coordinator.post(path).send({ version: 1, approve: false, reason: 'Le retrait n’est pas signé.' }).expect(200);
    expect(refused.body).toMatchObject({ state: 'refused', decisionReason: 'Le retrait n’est pas signé.' });
    expect((await coordinator.post(path).send({ version: 2, approve: true }).expect(409)).body.code).toBe('wrong-state');
    expect((await planned(deadline.id)).length).toBeGreaterThan(0);
    await ask(volunteer, deadline.id, 'Retrait signé, reçu ce jour.');
  });

  it('agrees to nothing that was done meanwhile', async () => {
    const { deadline } = await aDecision();
    const request = await ask(volunteer, deadline.id);
    await volunteer.post(`/api/deadlines/${deadline.id}/done`).send({ version: 1, doneOn: '2026-11-20', proof: 'AR 7' }).expect(200);
    const late = await coordinator.post(`/api/cancel-requests/${request.id}/decide`).send({ version: 1, approve: true }).expect(409);
    expect(late.body.code).toBe('wrong-state');
    expect(await rows('select state from cancel_request where id = $1', request.id)).toEqual([{ state: 'pending' }]);
    await volunteer.post(`/api/deadlines/${deadline.id}/cancel-requests`).send({ version: 2, reason: 'x' }).expect(409);
  });

  it('is unknown to whoever may not open the dossier', async () => {
    const { deadline } = await aDecision();
    await other.post(`/api/deadlines/${deadline.id}/cancel-requests`).send({ version: 1, reason: 'x' }).expect(404);
    const request = await ask(volunteer, deadline.id);
    await foreigner.post(`/api/cancel-requests/${request.id}/decide`).send({ version: 1, approve: true }).expect(404);
    const seen = async (agent: Agent) =>
      (
        await agent
          .post('/api/cancel-requests/search')
          .send({ filter: { deadlineId: deadline.id } })
          .expect(200)
      ).body.total;
    expect([await seen(volunteer), await seen(coordinator), await seen(other), await seen(foreigner)]).toEqual([1, 1, 0, 0]);
  });
});
