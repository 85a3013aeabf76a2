import type { CoordinationPage, WatchersAnswer } from '@permanence/contracts';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const FILING = { kind: 'first', title: 'cst', basis: 'parent-french-child-l423-7', channel: 'prefecture', filedOn: '2026-08-01' };
const REFUSAL = { decisionOn: '2026-11-10', notifiedOn: '2026-11-16', facts: { paper: 'permit-refusal', departement: '69' } };
const PERMIT = { title: 'cst', basis: 'vpf-l423-23', validFrom: '2025-11-01', validUntil: '2026-10-31', channel: 'anef' };

describe('the watchers', () => {
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

  const aDossier = async (more: object = {}): Promise<{ id: string; personId: string }> => {
    count += 1;
    const person = { givenName: 'Vera', familyName: `Veille ${count}`, notADuplicate: true };
    const personId = (await volunteer.post('/api/persons').send(person).expect(201)).body.id as string;
    return (
      await volunteer
        .post('/api/dossiers')
        .send({ personId, ...more })
        .expect(201)
    ).body;
  };
  const file = async (id: string, more: object) =>
    (
      await volunteer
        .post(`/api/dossiers/${id}/filings`)
        .send({ ...FILING, ...more })
        .expect(201)
    ).body;
  const watch = async (agent = volunteer): Promise<WatchersAnswer> => (await agent.get('/api/watchers').expect(200)).body;
  const of = async (dossierId: string) =>
    (await watch()).items.filter((item) => item.dossierId === dossierId).map(({ code, on, daysLeft }) => [code, on, daysLeft]);
  const answer = (personId: string, fact: string, value: string) =>
    server.db.asSuperuser(
      `insert into fact_answer (id, association_id, person_id, fact_key, state, value, said_by, said_on, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, 'value', $4::jsonb, 'person', '2026-11-21', now())`,
      [here.id, personId, fact, value],
    );

  it('see silence about to become a refusal in thirty days, not in thirty-one, and the one that has', async () => {
    const soon = await aDossier();
    await file(soon.id, { completeOn: '2026-08-21' });
    expect(await of(soon.id)).toEqual([['silence-soon', '2026-12-21', 30]]);
    const later = await aDossier();
    await file(later.id, { completeOn: '2026-08-22' });
    expect(await of(later.id)).toEqual([]);
    const past = await aDossier();
    await file(past.id, { filedOn: '2026-07-01', completeOn: '2026-07-20' });
    expect(await of(past.id)).toEqual([['silence-refusal', '2026-11-20', -1]]);
    await volunteer.post(`/api/dossiers/${past.id}/decisions`).send(REFUSAL).expect(201);
    expect((await of(past.id)).map(([code]) => code)).not.toContain('silence-refusal');
  });

  it('see a receipt that runs out, and a filing that nothing came back from', async () => {
    const ending = await aDossier();
    const filing = await file(ending.id, { receiptUntil: '2026-12-21' });
    expect(await of(ending.id)).toEqual([['receipt-ending', '2026-12-21', 30]]);
    await volunteer
      .patch(`/api/filings/${filing.id}`)
      .send({ ...FILING, version: filing.version, receiptUntil: '2027-03-21' })
      .expect(200);
    expect(await of(ending.id)).toEqual([]);
    const silent = await aDossier();
    await file(silent.id, { filedOn: '2026-10-22' });
    expect(await of(silent.id)).toEqual([['nothing-received', '2026-10-22', -30]]);
    const recent = await aDossier();
    await file(recent.id, { filedOn: '2026-10-23' });
    expect(await of(recent.id)).toEqual([]);
  });

  it('see a card that ended without any filing', async () => {
    const ended = await aDossier();
    await volunteer.post(`/api/persons/${ended.personId}/permits`).send(PERMIT).expect(201);
    expect(await of(ended.id)).toEqual([['card-expired', '2026-10-31', -21]]);
    await file(ended.id, { kind: 'renewal', filedOn: '2026-09-01', completeOn: '2026-10-20' });
    expect(await of(ended.id)).toEqual([]);
    const running = await aDossier();
    await volunteer
      .post(`/api/persons/${running.personId}/permits`)
      .send({ ...PERMIT, validUntil: '2026-11-21' })
      .expect(201);
    expect(await of(running.id)).toEqual([]);
  });

  it('see a dossier without a date to come nor a contact for forty-five days', async () => {
    const { id, personId } = await aDossier();
    expect(await of(id)).toEqual([]);
    await server.db.asSuperuser("update dossier set created_at = '2026-10-07T10:00:00Z' where id = $1", [id]);
    expect(await of(id)).toEqual([['forgotten', '2026-10-07', -45]]);
    const appointment = { personId, kind: 'permanence', startsAt: '2026-12-01T10:00:00+01:00', place: 'Local' };
    const { id: appointmentId, version } = (await volunteer.post('/api/appointments').send(appointment).expect(201)).body;
    expect(await of(id)).toEqual([]);
    await volunteer.post(`/api/appointments/${appointmentId}/settle`).send({ version, status: 'cancelled' }).expect(200);
    expect((await of(id)).map(([code]) => code)).toEqual(['forgotten']);
    await volunteer.post(`/api/dossiers/${id}/notes`).send({ kind: 'phone', body: 'Appel.' }).expect(201);
    expect(await of(id)).toEqual([]);
  });

  it('see that legal aid was not asked for inside an appeal window counted in days', async () => {
    const { id } = await aDossier();
    const decision = (await volunteer.post(`/api/dossiers/${id}/decisions`).send(REFUSAL).expect(201)).body;
    expect(await of(id)).toEqual([['legal-aid-not-asked', '2027-01-15', 55]]);
    const facts = { ...REFUSAL.facts, aideJuridictionnelleRequestedOn: '2026-11-20' };
    await volunteer
      .patch(`/api/decisions/${decision.id}`)
      .send({ ...REFUSAL, version: decision.version, facts })
      .expect(200);
    expect(await of(id)).toEqual([]);
    const held = await aDossier();
    const order = {
      decisionOn: '2026-11-20',
      notifiedAt: '2026-11-20T18:40:00+01:00',
      facts: { paper: 'oqtf', departement: '69', measure: 'detention' },
    };
    await volunteer.post(`/api/dossiers/${held.id}/decisions`).send(order).expect(201);
    expect(await of(held.id)).toEqual([]);
  });

  it('see the integration contract, the cap on renewals and the end of L.435-4, and raise nothing from what is unknown', async () => {
    const { id, personId } = await aDossier({ basis: 'aes-shortage-l435-4' });
    expect(await of(id)).toEqual([['l4354-end', '2026-12-31', 40]]);
    await answer(personId, 'cirStatus', '"respected"');
    await answer(personId, 'sameMentionRenewals', '1');
    expect(await of(id)).toHaveLength(1);
    const behind = await aDossier();
    await answer(behind.personId, 'cirStatus', '"not-respected"');
    await answer(behind.personId, 'sameMentionRenewals', '2');
    expect(await of(behind.id)).toEqual([
      ['renewal-cap', null, null],
      ['cir-behind', null, null],
    ]);
  });

  it('see that someone falls behind the integration contract before the day comes', async () => {
    const { id, personId } = await aDossier();
    const contract = {
      signedOn: '2026-08-10',
      civicDays: 1,
      languagePrescribed: null,
      languageHours: null,
      languageHoursAttended: null,
      terminationNoticeOn: null,
      observationsSentOn: null,
    };
    const save = (version: number, more: object = {}) =>
      volunteer
        .put(`/api/persons/${personId}/integration`)
        .send({ ...contract, version, ...more })
        .expect(200);
    await save(0);
    // Four days of training within four months: until 10 December.
    expect(await of(id)).toEqual([['cir-behind', '2026-12-10', 19]]);
    await save(1, { civicDays: 4 });
    expect(await of(id)).toEqual([]);
    await save(2, { civicDays: null });
    expect(await of(id)).toEqual([]);
  });

  it('show those of one dossier on its own page, to whoever may open it', async () => {
    const { id } = await aDossier();
    await file(id, { completeOn: '2026-08-21' });
    const { items, counts }: WatchersAnswer = (await volunteer.get(`/api/dossiers/${id}/watchers`).expect(200)).body;
    expect(items.map(({ code, dossierId }) => [code, dossierId])).toEqual([['silence-soon', id]]);
    expect(counts['silence-soon']).toBe(1);
    await other.get(`/api/dossiers/${id}/watchers`).expect(404);
    await foreigner.get(`/api/dossiers/${id}/watchers`).expect(404);
  });

  it('show a volunteer their own dossiers, the coordinator all of them, and count alike on the coordinator’s page', async () => {
    const mine = await watch();
    const all = await watch(coordinator);
    expect(mine.items.length).toBeGreaterThan(5);
    expect(all.items).toEqual(mine.items);
    expect((await watch(other)).items).toEqual([]);
    expect((await watch(foreigner)).items).toEqual([]);
    const page: CoordinationPage = (await coordinator.get('/api/coordination').expect(200)).body;
    expect(page.watchers).toEqual(all.counts);
    for (const [code, n] of Object.entries(all.counts)) expect(all.items.filter((item) => item.code === code)).toHaveLength(n);
    expect(page.cancelRequests).toBe(0);
  });

  it('leave closed dossiers alone', async () => {
    const { id } = await aDossier();
    await file(id, { filedOn: '2026-07-01', completeOn: '2026-07-20' });
    const { version } = (await volunteer.get(`/api/dossiers/${id}`).expect(200)).body;
    await volunteer.post(`/api/dossiers/${id}/close`).send({ version, reason: 'dropped' }).expect(200);
    expect(await of(id)).toEqual([]);
  });
});
