import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const REFUSAL = {
  decision: 'auto',
  decisionOn: '2026-11-10',
  notifiedOn: '2026-11-16',
  facts: { paper: 'permit-refusal', departement: '69', notificationMeans: 'by-hand' },
};

describe('from a refusal to its limit', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let other: Agent;
  let coordinator: Agent;
  let foreigner: Agent;
  let personId: string;
  let count = 0;

  const rows = (sql: string, ...values: unknown[]) => server.db.asSuperuser<Record<string, unknown>>(sql, values);
  const aDossier = async (): Promise<string> => (await volunteer.post('/api/dossiers').send({ personId }).expect(201)).body.id as string;
  const record = async (dossierId: string, body: object = REFUSAL) =>
    (await volunteer.post(`/api/dossiers/${dossierId}/decisions`).send(body).expect(201)).body;

  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    other = await signedIn(server.http, here.users['other-volunteer'].email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    foreigner = await signedIn(server.http, there.users.coordinator.email);
    const person = await volunteer.post('/api/persons').send({ givenName: 'Amal', familyName: 'Refus', notADuplicate: true }).expect(201);
    personId = person.body.id;
  });
  afterAll(() => server.close());

  it('stores the decision, its limit with the working, its reminders and the audit, and moves the stage', async () => {
    const dossierId = await aDossier();
    const preview = (await volunteer.post(`/api/dossiers/${dossierId}/decisions/preview`).send(REFUSAL).expect(200)).body;
    expect(await rows('select 1 from decision where dossier_id = $1', dossierId)).toEqual([]);
    const decision = await record(dossierId);
    expect(decision.deadline).toMatchObject({
      ruleId: 'refus-sejour-sans-oqtf',
      termOn: '2027-01-16',
      lastDayOn: '2027-01-18',
      prudentOn: '2027-01-15',
      state: 'open',
      facts: { decisionOn: '2026-11-10', facts: { paper: 'permit-refusal' } },
    });
    // What the form showed is what is stored.
    const { status, ...shown } = preview;
    expect(status).toBe('computed');
    expect(decision.deadline).toMatchObject(shown);
    const [dossier] = await rows('select stage from dossier where id = $1', dossierId);
    expect(dossier).toEqual({ stage: 'decision' });
    const reminders = await rows('select audience, target_key from reminder where source_id = $1', decision.deadline.id);
    expect(reminders.length).toBeGreaterThan(0);
    expect(new Set(reminders.map((r) => r['target_key']))).toEqual(new Set(['2027-01-15']));
    const audit = await rows('select action, fields from audit_event where dossier_id = $1 order by at, id', dossierId);
    expect(audit.map((line) => line['action'])).toEqual(expect.arrayContaining(['decision.recorded', 'deadline.computed']));
    // Names of fields, never what was typed.
    expect(JSON.stringify(audit)).not.toContain('2026-11');
    const list = (await volunteer.get(`/api/dossiers/${dossierId}/deadlines`).expect(200)).body;
    expect(list).toHaveLength(1);
    expect(list[0].working.steps.length).toBeGreaterThan(0);
  });

  it('supersedes the limit when the notification was another day, and plans its reminders anew', async () => {
    const dossierId = await aDossier();
    const before = await record(dossierId);
    const body = { ...REFUSAL, version: before.version, notifiedOn: '2026-11-18' };
    const after = (await volunteer.patch(`/api/decisions/${before.id}`).send(body).expect(200)).body;
    expect(after.deadline).toMatchObject({ lastDayOn: '2027-01-19', replacesId: before.deadline.id });
    const list = (await volunteer.get(`/api/dossiers/${dossierId}/deadlines`).expect(200)).body as { id: string; state: string }[];
    expect(list.map(({ id, state }) => [id, state])).toEqual([
      [after.deadline.id, 'open'],
      [before.deadline.id, 'superseded'],
    ]);
    const states = await rows('select state, reason, count(*)::int from reminder where source_id = $1 group by 1, 2', before.deadline.id);
    expect(states.map(({ state, reason }) => ({ state, reason }))).toEqual([{ state: 'cancelled', reason: 'source-superseded' }]);
    const anew = await rows("select 1 from reminder where source_id = $1 and state = 'planned'", after.deadline.id);
    expect(anew.length).toBeGreaterThan(0);
    // The version read first is no longer the one stored.
    const late = await volunteer.patch(`/api/decisions/${before.id}`).send(body).expect(409);
    expect(late.body.code).toBe('version-conflict');
  });

  it('leaves the limit alone when a correction changes nothing of it, done or not', async () => {
    const dossierId = await aDossier();
    const { id, version, deadline } = await record(dossierId);
    await volunteer
      .post(`/api/deadlines/${deadline.id}/done`)
      .send({ version: deadline.version, doneOn: '2026-11-20', proof: 'AR 12' })
      .expect(200);
    const same = (
      await volunteer
        .patch(`/api/decisions/${id}`)
        .send({ ...REFUSAL, version })
        .expect(200)
    ).body;
    expect(same.deadline).toMatchObject({ id: deadline.id, state: 'done', doneProof: 'AR 12' });
  });

  it('cancels the limit of a decision removed', async () => {
    const dossierId = await aDossier();
    const { id, version, deadline } = await record(dossierId);
    await volunteer.post(`/api/decisions/${id}/remove`).send({ version }).expect(204);
    expect((await volunteer.get(`/api/dossiers/${dossierId}/decisions`).expect(200)).body).toEqual([]);
    expect((await volunteer.get(`/api/deadlines/${deadline.id}`).expect(200)).body.state).toBe('cancelled');
    expect(await rows("select 1 from reminder where source_id = $1 and state = 'planned'", deadline.id)).toEqual([]);
  });

  it.each([
    ['Nouvelle-Calédonie', { ...REFUSAL, facts: { paper: 'oqtf', departement: '988', measure: 'none' } }, 'territory-not-covered'],
    ['a measure in Polynésie', { ...REFUSAL, facts: { ...REFUSAL.facts, measureDepartement: '987' } }, 'territory-not-covered'],
    [
      'a row that was not in force yet',
      { ...REFUSAL, decision: 'silence-carte-bleue-ue-30-jours', decisionOn: '2025-01-10', notifiedOn: '2025-01-12' },
      'no-version-in-force',
    ],
  ])('records a case that is not covered (%s) without a date anywhere, and opens a task for today', async (_, body, code) => {
    const dossierId = await aDossier();
    const preview = (await volunteer.post(`/api/dossiers/${dossierId}/decisions/preview`).send(body).expect(200)).body;
    expect(preview.status).toBe('not-covered');
    expect(preview.reasons.map((r: { code: string }) => r.code)).toContain(code);
    for (const key of ['termOn', 'lastDayOn', 'prudentOn', 'expiresAt']) expect(preview).not.toHaveProperty(key);
    const decision = await record(dossierId, body);
    expect(decision).toMatchObject({ status: 'not-covered', deadline: null, reasons: preview.reasons });
    expect(await rows('select 1 from deadline where dossier_id = $1', dossierId)).toEqual([]);
    expect(await rows('select kind, due_on::text from task where dossier_id = $1', dossierId)).toEqual([
      { kind: 'deadline', due_on: '2026-11-21' },
    ]);
  });

  it.each([
    ['Guyane', { ...REFUSAL, facts: { paper: 'oqtf', departement: '973', measure: 'none' } }, 'oqtf-outre-mer-derogatoire'],
    [
      'an order of before 15 July 2024',
      {
        ...REFUSAL,
        decisionOn: '2024-07-01',
        notifiedOn: '2024-07-05',
        facts: { paper: 'oqtf', departement: '69', measure: 'none', voluntaryDepartureDays: 30, oqtfGround: 'L. 611-1 3°' },
      },
      'oqtf-30-jours-avant-2024',
    ],
    [
      'legal aid asked',
      { ...REFUSAL, facts: { ...REFUSAL.facts, aideJuridictionnelleRequestedOn: '2026-11-18' } },
      'refus-sejour-sans-oqtf',
    ],
    ['a Dublin transfer', { ...REFUSAL, facts: { paper: 'transfer', departement: '69', measure: 'none' } }, 'transfert-dublin'],
  ])('gives the limit of %s, with its confidence and what to be warned of', async (_, body, ruleId) => {
    const decision = await record(await aDossier(), body);
    expect(decision).toMatchObject({ status: 'computed', deadline: { ruleId, state: 'open' } });
    expect(['high', 'medium', 'low']).toContain(decision.deadline.confidence);
    expect(decision.deadline.working.legalBasis.length).toBeGreaterThan(0);
  });

  it('retires the limit when a correction leads out of what is covered', async () => {
    const dossierId = await aDossier();
    const { id, version, deadline } = await record(dossierId);
    const facts = { ...REFUSAL.facts, departement: '988' };
    const after = (
      await volunteer
        .patch(`/api/decisions/${id}`)
        .send({ ...REFUSAL, version, facts })
        .expect(200)
    ).body;
    expect(after).toMatchObject({ status: 'not-covered', deadline: null });
    expect((await volunteer.get(`/api/deadlines/${deadline.id}`).expect(200)).body.state).toBe('superseded');
  });

  it('closes the task to follow the letter once every decision has its limit', async () => {
    const dossierId = await aDossier();
    const open = () => rows('select 1 from task where dossier_id = $1 and done_at is null', dossierId);
    const first = await record(dossierId, { ...REFUSAL, notifiedOn: null });
    expect(first).toMatchObject({ status: 'missing', deadline: null });
    expect(first.reasons.map((r: { code: string }) => r.code)).toContain('notifiedOn');
    const second = await record(dossierId, { ...REFUSAL, facts: { paper: 'permit-refusal', departement: '988' } });
    expect(await open()).toHaveLength(1);
    await volunteer
      .patch(`/api/decisions/${first.id}`)
      .send({ ...REFUSAL, version: first.version })
      .expect(200);
    expect(await open()).toHaveLength(1);
    await volunteer.post(`/api/decisions/${second.id}/remove`).send({ version: second.version }).expect(204);
    expect(await open()).toHaveLength(0);
  });

  it('names the field that is wrong, in French, and stores nothing', async () => {
    const dossierId = await aDossier();
    const bad: [object, string][] = [
      [{ ...REFUSAL, notifiedOn: '2026-02-30' }, 'notifiedOn'],
      [{ ...REFUSAL, notifiedOn: '2026-11-09' }, 'notifiedOn'],
      [{ ...REFUSAL, notifiedAt: '2026-11-16T10:00' }, 'notifiedAt'],
      [{ ...REFUSAL, facts: { departement: '69' } }, 'facts.paper'],
      [{ ...REFUSAL, facts: { ...REFUSAL.facts, departement: '20' } }, 'facts.departement'],
      [{ ...REFUSAL, facts: { ...REFUSAL.facts, collectedOn: '2026-04-31' } }, 'facts.collectedOn'],
      [{ ...REFUSAL, facts: { ...REFUSAL.facts, verdict: true } }, 'facts.verdict'],
      [{ ...REFUSAL, decision: 'oqtf-30-jours' }, 'decision'],
      [{ ...REFUSAL, filingId: here.id }, 'filingId'],
    ];
    for (const [body, field] of bad) {
      const answer = await volunteer.post(`/api/dossiers/${dossierId}/decisions`).send(body).expect(422);
      expect(answer.body.errors.map((e: { field: string }) => e.field)).toEqual([field]);
    }
    expect(await rows('select 1 from decision where dossier_id = $1', dossierId)).toEqual([]);
  });

  it('answers 404 to whoever may not open the dossier', async () => {
    const dossierId = await aDossier();
    const { id, version, deadline } = await record(dossierId);
    for (const stranger of [other, foreigner]) {
      await stranger.post(`/api/dossiers/${dossierId}/decisions`).send(REFUSAL).expect(404);
      await stranger.post(`/api/dossiers/${dossierId}/decisions/preview`).send(REFUSAL).expect(404);
      await stranger.get(`/api/dossiers/${dossierId}/deadlines`).expect(404);
      await stranger
        .patch(`/api/decisions/${id}`)
        .send({ ...REFUSAL, version })
        .expect(404);
      await stranger.post(`/api/decisions/${id}/remove`).send({ version }).expect(404);
      await stranger.post(`/api/deadlines/${deadline.id}/done`).send({ version: 1, doneOn: '2026-11-20', proof: 'AR' }).expect(404);
    }
    await coordinator.get(`/api/deadlines/${deadline.id}`).expect(200);
  });

  it('refuses a decision in a closed dossier, and wakes its limits when it is opened again', async () => {
    const dossierId = await aDossier();
    const { deadline } = await record(dossierId);
    const dossier = (await volunteer.get(`/api/dossiers/${dossierId}`).expect(200)).body;
    const closed = await volunteer
      .post(`/api/dossiers/${dossierId}/close`)
      .send({ version: dossier.version, reason: 'dropped' })
      .expect(200);
    expect((await volunteer.get(`/api/deadlines/${deadline.id}`).expect(200)).body.state).toBe('cancelled');
    expect(await rows("select 1 from reminder where source_id = $1 and state = 'planned'", deadline.id)).toEqual([]);
    expect((await volunteer.post(`/api/dossiers/${dossierId}/decisions`).send(REFUSAL).expect(409)).body.code).toBe('wrong-state');
    await volunteer.post(`/api/dossiers/${dossierId}/reopen`).send({ version: closed.body.version }).expect(200);
    expect((await volunteer.get(`/api/deadlines/${deadline.id}`).expect(200)).body.state).toBe('open');
    expect((await rows("select 1 from reminder where source_id = $1 and state = 'planned'", deadline.id)).length).toBeGreaterThan(0);
  });

  it('stores nothing at all when the audit cannot be written', async () => {
    const dossierId = await aDossier();
    const everything = async () =>
      rows(
        `select (select count(*) from decision)::int d, (select count(*) from deadline)::int l, (select count(*) from reminder)::int r,
        (select count(*) from task)::int t, (select count(*) from audit_event)::int a, (select stage from dossier where id = $1)`,
        dossierId,
      );
    const before = await everything();
    count += 1;
    await rows(`create function refuse_${count}() returns trigger language plpgsql as $$ begin raise exception 'no audit'; end $$`);
    await rows(`create trigger refuse before insert on audit_event for each row execute function refuse_${count}()`);
    try {
      await volunteer.post(`/api/dossiers/${dossierId}/decisions`).send(REFUSAL).expect(500);
    } finally {
      await rows('drop trigger refuse on audit_event');
    }
    expect(await everything()).toEqual(before);
    await record(dossierId);
  });
});
