import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

interface Row {
  id: string;
  ruleId: string;
  state: string;
  lastDayOn: string | null;
  prudentOn: string | null;
  opensOn: string | null;
  expiresAt: string | null;
  gravity: number;
  version: number;
}

describe('limits', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let other: Agent;
  let coordinator: Agent;
  let count = 0;

  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    other = await signedIn(server.http, here.users['other-volunteer'].email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
  });
  afterAll(() => server.close());

  const aPerson = async (agent = volunteer): Promise<string> => {
    count += 1;
    const { body } = await agent
      .post('/api/persons')
      .send({ givenName: 'Noé', familyName: `Délai ${count}`, notADuplicate: true })
      .expect(201);
    return body.id as string;
  };
  const aDossier = async (agent = volunteer): Promise<{ id: string; personId: string }> =>
    (
      await agent
        .post('/api/dossiers')
        .send({ personId: await aPerson(agent) })
        .expect(201)
    ).body;
  const search = async (agent: Agent, filter: object = {}): Promise<Row[]> =>
    (await agent.post('/api/deadlines/search').send({ filter, perPage: 100 }).expect(200)).body.data;
  const ofPerson = (personId: string) => search(volunteer, { personId, state: 'open' });
  const ORDER = { decision: 'auto', decisionOn: '2026-11-10', facts: { paper: 'oqtf', departement: '69' } };
  const decide = async (
    dossierId: string,
    body: { decisionOn?: string; notifiedOn?: string; notifiedAt?: string; facts?: object },
    agent = volunteer,
  ): Promise<Row> => {
    const facts = { ...ORDER.facts, ...body.facts };
    return (
      await agent
        .post(`/api/dossiers/${dossierId}/decisions`)
        .send({ ...ORDER, ...body, facts })
        .expect(201)
    ).body.deadline;
  };

  it('are sorted by gravity: hours first, then the gravest, then the nearest', async () => {
    const mine = await aDossier();
    const refusal = await decide(mine.id, { notifiedOn: '2026-11-16', facts: { paper: 'permit-refusal' } });
    const month = await decide(mine.id, { notifiedOn: '2026-11-16', facts: { measure: 'none' } });
    const week = await decide(mine.id, { notifiedOn: '2026-11-16', facts: { measure: 'house-arrest' } });
    const laterWeek = await decide(mine.id, { notifiedOn: '2026-11-19', facts: { measure: 'house-arrest' } });
    const hours = await decide(mine.id, { notifiedAt: '2026-11-20T18:40:00+01:00', facts: { measure: 'detention' } });
    const listed = await search(volunteer, { state: 'open', dossierId: mine.id });
    expect(listed.map((row) => row.id)).toEqual([hours, week, laterWeek, month, refusal].map((row) => row.id));
    expect(hours).toMatchObject({ ruleId: 'oqtf-retention', expiresAt: '2026-11-22T18:40:00+01:00', gravity: 1 });
    // Seven days, not clear: the 23rd; the prudent day is a working day.
    expect(week).toMatchObject({ ruleId: 'oqtf-assignation-residence', lastDayOn: '2026-11-23' });
    expect(month).toMatchObject({ ruleId: 'oqtf-un-mois', lastDayOn: '2026-12-17', prudentOn: '2026-12-16' });
    expect((await search(volunteer, { dossierId: mine.id, withinDays: 14 })).map((row) => row.id)).toEqual(
      [hours, week, laterWeek].map((row) => row.id),
    );
    expect(await search(other, { dossierId: mine.id })).toEqual([]);
    expect(await search(coordinator, { dossierId: mine.id, holderId: here.users.volunteer.id })).toHaveLength(5);
    expect(await search(coordinator, { dossierId: mine.id, holderId: here.users.coordinator.id })).toEqual([]);
  });

  it('of a court come before those of a permit, and what is overdue before what is to come', async () => {
    const { id, personId } = await aDossier();
    const card = { title: 'cst', basis: 'vpf-l423-23', validFrom: '2025-12-30', validUntil: '2026-12-30', channel: 'anef' };
    await volunteer.post(`/api/persons/${personId}/permits`).send(card).expect(201);
    const later = await decide(id, { notifiedOn: '2026-11-16', facts: { paper: 'permit-refusal' } });
    const past = await decide(id, { decisionOn: '2026-08-01', notifiedOn: '2026-08-03', facts: { paper: 'permit-refusal' } });
    const listed = await search(coordinator, { state: 'open', personId });
    expect(listed.slice(0, 2).map((row) => row.id)).toEqual([past.id, later.id]);
    // The window of the card ended on 31 October: it waits behind both all the same.
    expect(listed.slice(2).map((row) => row.ruleId)).toContain('REN-ANEF-CLOSE');
    // The page of the dossier shows the windows of the person's card with the rest.
    const page = (await volunteer.get(`/api/dossiers/${id}/deadlines`).expect(200)).body as { ruleId: string }[];
    expect(page.map((row) => row.ruleId)).toContain('REN-ANEF-CLOSE');
  });

  it('are found by month: with their prudent day, their last day or their hour inside it', async () => {
    const { id } = await aDossier();
    // Prudent on 30 November, last day on 1 December.
    const astride = await decide(id, { decisionOn: '2026-10-29', notifiedOn: '2026-10-31', facts: { measure: 'none' } });
    expect(astride).toMatchObject({ prudentOn: '2026-11-30', lastDayOn: '2026-12-01' });
    const hours = await decide(id, { notifiedAt: '2026-11-20T18:40:00+01:00', facts: { measure: 'detention' } });
    const within = async (from: string, to: string) => (await search(volunteer, { dossierId: id, from, to })).map((row) => row.id).sort();
    expect(await within('2026-11-01', '2026-11-30')).toEqual([astride.id, hours.id].sort());
    expect(await within('2026-11-22', '2026-11-22')).toEqual([hours.id]);
    expect(await within('2026-11-23', '2026-11-29')).toEqual([]);
    expect(await within('2026-12-01', '2026-12-31')).toEqual([astride.id]);
    expect(await within('2026-12-02', '2026-12-31')).toEqual([]);
  });

  it('are overdue once the prudent day, or the hour, is past', async () => {
    const { id } = await aDossier();
    const late = await decide(id, { notifiedOn: '2026-11-11', facts: { measure: 'house-arrest' } });
    const lateHours = await decide(id, { notifiedAt: '2026-11-18T08:00:00+01:00', facts: { measure: 'detention' } });
    const running = await decide(id, { notifiedAt: '2026-11-20T18:40:00+01:00', facts: { measure: 'detention' } });
    expect(new Set((await search(volunteer, { dossierId: id, overdue: true })).map((row) => row.id))).toEqual(
      new Set([late.id, lateHours.id]),
    );
    expect((await search(volunteer, { dossierId: id, overdue: false })).map((row) => row.id)).toEqual([running.id]);
  });

  it('are done with a proof, and opened again with a reason', async () => {
    const { id } = await aDossier();
    const deadline = await decide(id, { notifiedOn: '2026-11-16', facts: { measure: 'none' } });
    const path = `/api/deadlines/${deadline.id}`;
    expect((await volunteer.post(`${path}/done`).send({ version: 1, doneOn: '2026-11-20' }).expect(422)).body.errors[0].field).toBe(
      'proof',
    );
    expect(
      (await volunteer.post(`${path}/done`).send({ version: 1, doneOn: '2026-11-31', proof: 'x' }).expect(422)).body.errors[0].field,
    ).toBe('doneOn');
    expect(
      (await volunteer.post(`${path}/done`).send({ version: 1, doneOn: '2026-11-22', proof: 'x' }).expect(422)).body.errors[0].field,
    ).toBe('doneOn');
    const done = (await volunteer.post(`${path}/done`).send({ version: 1, doneOn: '2026-11-20', proof: 'Télérecours 2609871' }).expect(200))
      .body;
    expect(done).toMatchObject({
      state: 'done',
      doneOn: '2026-11-20',
      doneProof: 'Télérecours 2609871',
      doneByName: 'volunteer Rive Gauche',
    });
    const planned = () => server.db.asSuperuser("select 1 from reminder where source_id = $1 and state = 'planned'", [deadline.id]);
    expect(await planned()).toEqual([]);
    expect((await volunteer.post(`${path}/done`).send({ version: 2, doneOn: '2026-11-20', proof: 'x' }).expect(409)).body.code).toBe(
      'wrong-state',
    );
    expect((await volunteer.post(`${path}/reopen`).send({ version: 1, reason: 'Rejeté au greffe' }).expect(409)).body.code).toBe(
      'version-conflict',
    );
    const open = (await volunteer.post(`${path}/reopen`).send({ version: 2, reason: 'Rejeté au greffe' }).expect(200)).body;
    expect(open).toMatchObject({ state: 'open', doneOn: null, doneProof: null, doneDocumentId: null, reopenReason: 'Rejeté au greffe' });
    expect((await planned()).length).toBeGreaterThan(0);
  });

  it('are proved by a paper of the same person, and of nobody else', async () => {
    const mine = await aDossier();
    const other = await aDossier();
    const paper = async (dossierId: string) => {
      const { personId } = (await volunteer.get(`/api/dossiers/${dossierId}`).expect(200)).body;
      return (await volunteer.post(`/api/persons/${personId}/documents`).send({ docType: 'other', drawnUpOn: '2026-11-19' }).expect(201))
        .body.id as string;
    };
    const deadline = await decide(mine.id, { notifiedOn: '2026-11-16', facts: { measure: 'none' } });
    const done = (proofDocumentId: string) =>
      volunteer.post(`/api/deadlines/${deadline.id}/done`).send({ version: 1, doneOn: '2026-11-20', proofDocumentId });
    expect((await done(await paper(other.id)).expect(422)).body.errors[0].field).toBe('proofDocumentId');
    const proofDocumentId = await paper(mine.id);
    expect((await done(proofDocumentId).expect(200)).body).toMatchObject({ doneProof: null, doneDocumentId: proofDocumentId });
  });

  it('have a sheet for the person, in their language, while they run', async () => {
    const { id } = await aDossier();
    const deadline = await decide(id, { notifiedOn: '2026-11-16', facts: { measure: 'none' } });
    const path = `/api/deadlines/${deadline.id}/sheet`;
    const french = (await volunteer.get(path).expect(200)).body;
    expect(french).toMatchObject({
      language: 'fr',
      direction: 'ltr',
      day: { words: 'mercredi 16 décembre 2026', figures: '16/12/2026', hour: null },
    });
    const arabic = (await volunteer.get(`${path}?language=ar`).expect(200)).body;
    expect(arabic).toMatchObject({ language: 'ar', direction: 'rtl', reviewed: false, day: { figures: '16/12/2026' } });
    expect(JSON.stringify(french)).not.toMatch(/Délai \d|Noé/);
    expect((await volunteer.get(`${path}?language=xx`).expect(422)).body.errors[0].field).toBe('language');
    await other.get(path).expect(404);
    await volunteer.post(`/api/deadlines/${deadline.id}/done`).send({ version: 1, doneOn: '2026-11-20', proof: 'AR 3' }).expect(200);
    await volunteer.get(path).expect(409);
  });

  describe('of a permit', () => {
    const permit = { title: 'cst', basis: 'vpf-l423-23', validFrom: '2026-04-01', validUntil: '2027-03-31', channel: 'anef' };
    const add = async (personId: string, more: object = {}) =>
      (
        await volunteer
          .post(`/api/persons/${personId}/permits`)
          .send({ ...permit, ...more })
          .expect(201)
      ).body;

    it('are its windows, each with its first day, and a task to prepare', async () => {
      const personId = await aPerson();
      await add(personId);
      const windows = await ofPerson(personId);
      expect(windows.map(({ ruleId, opensOn, lastDayOn, prudentOn }) => ({ ruleId, opensOn, lastDayOn, prudentOn }))).toEqual([
        // 60 days before 31 March: Saturday 30 January; one day of margin, a working day.
        { ruleId: 'REN-ANEF-CLOSE', opensOn: '2026-12-01', lastDayOn: '2027-01-30', prudentOn: '2027-01-29' },
        { ruleId: 'REN-LATE-6M', opensOn: null, lastDayOn: '2027-09-30', prudentOn: '2027-09-30' },
      ]);
      const tasks = (
        await volunteer
          .post('/api/tasks/search')
          .send({ filter: { personId, kind: 'renewal' } })
          .expect(200)
      ).body;
      // 150 days before the end is already past: today.
      expect(tasks.data).toMatchObject([{ dueOn: '2026-11-21', assigneeId: here.users.volunteer.id }]);
      expect(
        (await server.db.asSuperuser("select 1 from reminder where source_id = $1 and state = 'planned'", [windows[0]!.id])).length,
      ).toBeGreaterThan(0);
    });

    it('follow its correction, the next permit and its removal', async () => {
      const personId = await aPerson();
      const first = await add(personId);
      const [window] = await ofPerson(personId);
      const moved = await volunteer.patch(`/api/permits/${first.id}`).send({ version: first.version, channel: 'prefecture' }).expect(200);
      expect((await ofPerson(personId)).map((row) => [row.ruleId, row.opensOn, row.lastDayOn])).toEqual([
        ['REN-PREF-CLOSE', '2027-01-31', '2027-03-31'],
        ['REN-LATE-6M', null, '2027-09-30'],
      ]);
      expect((await volunteer.get(`/api/deadlines/${window!.id}`).expect(200)).body.state).toBe('superseded');
      expect(moved.body.version).toBe(2);
      const next = await add(personId, { title: 'csp', validFrom: '2027-04-01', validUntil: '2029-03-31' });
      expect((await ofPerson(personId)).map((row) => row.lastDayOn)).toEqual(['2029-01-30', '2029-09-30']);
      await volunteer.delete(`/api/permits/${next.id}`).expect(204);
      expect((await ofPerson(personId)).map((row) => row.ruleId)).toEqual(['REN-PREF-CLOSE', 'REN-LATE-6M']);
    });

    it('stop with the renewal that was filed', async () => {
      const personId = await aPerson();
      await add(personId);
      const [window] = await ofPerson(personId);
      await volunteer.post(`/api/deadlines/${window!.id}/done`).send({ version: 1, doneOn: '2026-11-21', proof: 'ANEF 6904' }).expect(200);
      expect(await ofPerson(personId)).toEqual([]);
    });

    it('are not asked of a permit long past', async () => {
      const personId = await aPerson();
      await add(personId, { validFrom: '2019-01-01', validUntil: '2019-12-31' });
      expect(await ofPerson(personId)).toEqual([]);
    });
  });

  it('of a request that waits: silence, and the receipt to renew', async () => {
    const { id, personId } = await aDossier();
    const filing = {
      kind: 'first',
      title: 'cst',
      basis: 'parent-french-child-l423-7',
      channel: 'prefecture',
      filedOn: '2026-10-01',
      completeOn: '2026-10-05',
      receiptUntil: '2027-02-04',
    };
    const bad = { ...filing, filedOn: '2026-02-30', completeOn: '2026-09-01', basis: 'invente' };
    expect(
      (await volunteer.post(`/api/dossiers/${id}/filings`).send(bad).expect(422)).body.errors.map((e: { field: string }) => e.field),
    ).toEqual(['filedOn']);
    const wrong = await volunteer
      .post(`/api/dossiers/${id}/filings`)
      .send({ ...bad, filedOn: '2026-10-01' })
      .expect(422);
    expect(wrong.body.errors.map((e: { field: string }) => e.field)).toEqual(['completeOn', 'basis']);
    const recorded = (await volunteer.post(`/api/dossiers/${id}/filings`).send(filing).expect(201)).body;
    expect((await volunteer.get(`/api/dossiers/${id}`).expect(200)).body.stage).toBe('waiting');
    expect((await ofPerson(personId)).map((row) => [row.ruleId, row.lastDayOn])).toEqual([
      ['RECEP-CHECK', '2027-01-05'],
      ['IMPLICIT-4M', '2027-02-05'],
    ]);
    const corrected = { ...filing, version: recorded.version, completeOn: '2026-10-12' };
    await volunteer.patch(`/api/filings/${recorded.id}`).send(corrected).expect(200);
    expect((await volunteer.patch(`/api/filings/${recorded.id}`).send(corrected).expect(409)).body.code).toBe('version-conflict');
    expect((await ofPerson(personId)).map((row) => [row.ruleId, row.lastDayOn])).toEqual([
      ['RECEP-CHECK', '2027-01-05'],
      ['IMPLICIT-4M', '2027-02-12'],
    ]);
    expect((await search(volunteer, { dossierId: id, state: 'superseded' })).map((row) => row.ruleId).sort()).toEqual([
      'IMPLICIT-4M',
      'RECEP-CHECK',
    ]);
    await other.get(`/api/dossiers/${id}/filings`).expect(404);
  });
});
