import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

interface Limit {
  ruleId: string;
  state: string;
  retiredBecause: string | null;
  lastDayOn: string;
}
const FILING = {
  kind: 'first',
  title: 'cst',
  basis: 'parent-french-child-l423-7',
  channel: 'prefecture',
  filedOn: '2026-06-01',
  completeOn: '2026-06-05',
  receiptUntil: '2026-12-04',
};
const REFUSAL = { decisionOn: '2026-11-10', notifiedOn: '2026-11-16', facts: { paper: 'permit-refusal', departement: '69' } };

describe('what is watched while a request waits', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let coordinator: Agent;
  let count = 0;
  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
  });
  afterAll(() => server.close());

  const aDossier = async (): Promise<{ id: string; personId: string }> => {
    count += 1;
    const person = { givenName: 'Inès', familyName: `Attente ${count}`, notADuplicate: true };
    const personId = (await volunteer.post('/api/persons').send(person).expect(201)).body.id as string;
    return (await volunteer.post('/api/dossiers').send({ personId }).expect(201)).body;
  };
  const file = async (dossierId: string, more: object = {}) =>
    (
      await volunteer
        .post(`/api/dossiers/${dossierId}/filings`)
        .send({ ...FILING, ...more })
        .expect(201)
    ).body;
  const decide = async (dossierId: string, more: object = {}) =>
    (
      await volunteer
        .post(`/api/dossiers/${dossierId}/decisions`)
        .send({ ...REFUSAL, ...more })
        .expect(201)
    ).body;
  const limits = async (dossierId: string): Promise<Limit[]> =>
    ((await volunteer.get(`/api/dossiers/${dossierId}/deadlines`).expect(200)).body as Limit[]).sort((a, b) =>
      a.ruleId < b.ruleId ? -1 : 1,
    );
  const watched = async (dossierId: string) =>
    (await limits(dossierId)).flatMap(({ ruleId, state, retiredBecause }) =>
      ['IMPLICIT-4M', 'RECEP-CHECK', 'API-RENEW'].includes(ruleId) ? [[ruleId, state, retiredBecause]] : [],
    );
  const overdue = async (): Promise<string[]> =>
    (await coordinator.get('/api/coordination').expect(200)).body.due.items.map((row: { dossierId: string }) => row.dossierId);

  it('ends with the express refusal, which the coordinator then no longer sees as overdue', async () => {
    const { id } = await aDossier();
    await file(id);
    expect(await watched(id)).toEqual([
      ['IMPLICIT-4M', 'open', null],
      ['RECEP-CHECK', 'open', null],
    ]);
    expect(await overdue()).toContain(id);
    const decision = await decide(id);
    expect(await watched(id)).toEqual([
      ['IMPLICIT-4M', 'superseded', 'express-decision'],
      ['RECEP-CHECK', 'superseded', 'express-decision'],
    ]);
    expect(await overdue()).not.toContain(id);
    // A correction of the filing does not bring back what was settled.
    const [filing] = (await volunteer.get(`/api/dossiers/${id}/filings`).expect(200)).body;
    await volunteer
      .patch(`/api/filings/${filing.id}`)
      .send({ ...FILING, version: filing.version, completeOn: '2026-06-08' })
      .expect(200);
    expect((await watched(id)).filter(([, state]) => state === 'open')).toEqual([]);
    // Recorded by mistake: what it had settled is watched again.
    await volunteer.post(`/api/decisions/${decision.id}/remove`).send({ version: decision.version }).expect(204);
    expect((await watched(id)).filter(([, state]) => state === 'open')).toEqual([
      ['IMPLICIT-4M', 'open', null],
      ['RECEP-CHECK', 'open', null],
    ]);
  });

  it('goes on after a decision that answers nothing of it', async () => {
    const before = await aDossier();
    await file(before.id);
    await decide(before.id, { decisionOn: '2026-05-10', notifiedOn: '2026-05-12' });
    const order = await aDossier();
    await file(order.id);
    await decide(order.id, { facts: { paper: 'oqtf', departement: '69', measure: 'none' } });
    for (const { id } of [before, order])
      expect(await watched(id)).toEqual([
        ['IMPLICIT-4M', 'open', null],
        ['RECEP-CHECK', 'open', null],
      ]);
  });

  it('ends only for the request an order to leave names', async () => {
    const { id } = await aDossier();
    const first = await file(id);
    await file(id, { filedOn: '2026-08-01', completeOn: '2026-08-03', receiptUntil: null });
    await decide(id, { filingId: first.id, facts: { paper: 'oqtf', departement: '69', measure: 'none' } });
    expect(await watched(id)).toEqual([
      ['IMPLICIT-4M', 'open', null],
      ['IMPLICIT-4M', 'superseded', 'express-decision'],
      ['RECEP-CHECK', 'superseded', 'express-decision'],
    ]);
  });

  it('keeps the receipt in view when it is the silent refusal that was recorded', async () => {
    const { id } = await aDossier();
    await file(id);
    await decide(id, {
      decisionOn: null,
      notifiedOn: null,
      facts: { paper: 'silence', departement: '69', completeFileReceivedOn: '2026-06-05', permitRequested: 'general' },
    });
    expect(await watched(id)).toEqual([
      ['IMPLICIT-4M', 'superseded', 'silence-recorded'],
      ['RECEP-CHECK', 'open', null],
    ]);
  });

  it('follows the later receipt, and ends with the permit', async () => {
    const { id, personId } = await aDossier();
    await file(id, { receiptUntil: '2026-11-30' });
    await file(id, { completeOn: null, receiptUntil: '2027-03-04' });
    expect((await limits(id)).filter((l) => l.ruleId === 'RECEP-CHECK').map((l) => [l.lastDayOn, l.state, l.retiredBecause])).toEqual([
      ['2027-02-02', 'open', null],
      ['2026-10-31', 'superseded', 'later-receipt'],
    ]);
    const permit = { title: 'cst', basis: 'vpf-l423-23', validFrom: '2026-11-20', validUntil: '2027-11-19', channel: 'anef' };
    const { body: card } = await volunteer.post(`/api/persons/${personId}/permits`).send(permit).expect(201);
    // At once, with the permit itself.
    expect((await watched(id)).filter(([, state]) => state === 'open')).toEqual([]);
    expect((await watched(id)).filter(([, , because]) => because === 'permit-issued').length).toBeGreaterThan(0);
    // A permit of before the request answers nothing: what it had settled is watched again, and once it is taken away too.
    await volunteer.patch(`/api/permits/${card.id}`).send({ version: card.version, validFrom: '2025-11-20' }).expect(200);
    expect((await watched(id)).filter(([, state]) => state === 'open').length).toBeGreaterThan(0);
    const now = { version: card.version + 1, validFrom: '2026-11-20' };
    await volunteer.patch(`/api/permits/${card.id}`).send(now).expect(200);
    expect((await watched(id)).filter(([, state]) => state === 'open')).toEqual([]);
    await volunteer.delete(`/api/permits/${card.id}`).expect(204);
    expect((await watched(id)).filter(([, state]) => state === 'open').length).toBeGreaterThan(0);
  });
});
