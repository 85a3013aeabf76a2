import type { DossierChecklist } from '@permanence/contracts';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('the papers to bring', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let dossier: { id: string; personId: string };
  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    const person = { givenName: 'Nour', familyName: 'Papiers', notADuplicate: true };
    const personId = (await volunteer.post('/api/persons').send(person).expect(201)).body.id as string;
    dossier = (await volunteer.post('/api/dossiers').send({ personId, basis: 'spouse-french-l423-1' }).expect(201)).body;
  });
  afterAll(() => server.close());
  const list = async (query: object = {}): Promise<DossierChecklist> =>
    (await volunteer.get(`/api/dossiers/${dossier.id}/checklist`).query(query).expect(200)).body;
  const add = async (body: object) =>
    (await volunteer.post(`/api/persons/${dossier.personId}/documents`).send(body).expect(201)).body as { id: string };
  const line = (answer: DossierChecklist, id: string) => answer.lines.find((one) => one.id === id)!;

  it('show what the vault holds for each item, and what is still missing, too old or undated', async () => {
    const empty = await list();
    expect(empty).toMatchObject({ basis: 'spouse-french-l423-1', step: 'first', onDate: '2026-11-21', others: [] });
    expect(line(empty, 'DOC-COM-03')).toMatchObject({ state: 'missing', notOlderThanMonths: 6, papers: [] });
    expect(line(empty, 'DOC-COM-04').state).toBe('by-hand');
    const old = await add({ docType: 'lease', drawnUpOn: '2026-05-21' });
    expect(line(await list(), 'DOC-COM-03')).toMatchObject({
      state: 'too-old',
      papers: [{ id: old.id, standing: 'too-old', linked: false }],
    });
    await add({ docType: 'utility-bill' });
    expect(line(await list(), 'DOC-COM-03').state).toBe('undated');
    const bill = await add({ docType: 'utility-bill', drawnUpOn: '2026-10-02', label: 'Facture d’octobre' });
    const held = line(await list(), 'DOC-COM-03');
    expect(held.state).toBe('held');
    expect(held.papers.map(({ standing }) => standing)).toEqual(['good', 'undated', 'too-old']);
    expect(held.papers[0]).toMatchObject({ id: bill.id, label: 'Facture d’octobre', docType: 'utility-bill' });
    // On a later day of filing, the same paper has grown too old.
    expect(line(await list({ onDate: '2027-04-02' }), 'DOC-COM-03').papers[0]!.standing).toBe('undated');
  });

  it('differ by step, and follow what is put into the dossier', async () => {
    const renewal = await list({ step: 'renewal' });
    expect(renewal.lines.map(({ id }) => id)).toContain('DOC-COM-09');
    expect((await list()).lines.map(({ id }) => id)).not.toContain('DOC-COM-09');
    const { id } = await add({ docType: 'birth-certificate' });
    const photo = await add({ docType: 'photo' });
    for (const documentId of [id, photo.id]) await volunteer.put(`/api/dossiers/${dossier.id}/documents/${documentId}`).expect(204);
    const linked = await list();
    expect(line(linked, 'DOC-COM-01').papers).toMatchObject([{ id, linked: true }]);
    await volunteer.patch(`/api/documents/${id}`).send({ version: 1, language: 'ar' }).expect(200);
    expect(line(await list(), 'DOC-COM-01').state).toBe('to-translate');
    await volunteer.patch(`/api/documents/${id}`).send({ version: 2, translated: true }).expect(200);
    expect(line(await list(), 'DOC-COM-01').state).toBe('held');
    expect(linked.others.map((paper) => paper.id)).toEqual([photo.id]);
    await volunteer.delete(`/api/dossiers/${dossier.id}/documents/${id}`).expect(204);
    expect(line(await list(), 'DOC-COM-01').papers).toMatchObject([{ id, linked: false }]);
  });

  it('never call missing what the caller may not see', async () => {
    await volunteer.patch(`/api/dossiers/${dossier.id}`).send({ version: 1, basis: 'spouse-french-violence-l423-5' }).expect(200);
    expect(line(await list(), 'DOC-4231-03')).toMatchObject({ state: 'hidden', restricted: true, papers: [] });
  });

  it('are for those who may open the dossier', async () => {
    for (const email of [here.users['other-volunteer'].email, here.users.administrator.email, there.users.coordinator.email])
      await (await signedIn(server.http, email)).get(`/api/dossiers/${dossier.id}/checklist`).expect(404);
    const { body } = await volunteer.get(`/api/dossiers/${dossier.id}/checklist`).query({ step: 'third' }).expect(422);
    expect(body.errors[0].field).toBe('step');
  });
});
