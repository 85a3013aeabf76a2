import { RISK_TEXT_VERSION } from '@permanence/application';
import type { DossierRisk } from '@permanence/contracts';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const FILING = { kind: 'first', title: 'cst', filedOn: '2026-11-20' };
const ANSWER = {
  explainedOn: '2026-11-19',
  spokenLanguage: 'bm',
  interpreter: 'phone',
  decision: 'go-on',
  understood: true,
  lawyer: 'booked',
  signedOnPaper: true,
  textLanguage: 'fr',
  textVersion: RISK_TEXT_VERSION,
};

describe('the risk of a request', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let count = 0;
  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
  });
  afterAll(() => server.close());

  const aDossier = async (basis: string | null = 'aes-l435-1', stage = 'access') => {
    const person = { givenName: 'Awa', familyName: `Risque ${(count += 1)}`, nationality: 'MLI', notADuplicate: true };
    const personId = (await volunteer.post('/api/persons').send(person).expect(201)).body.id as string;
    const { body } = await volunteer.post('/api/dossiers').send({ personId, basis, stage }).expect(201);
    return { id: body.id as string, personId, version: body.version as number };
  };
  const read = async (id: string, language = 'fr'): Promise<DossierRisk> =>
    (await volunteer.get(`/api/dossiers/${id}/risk`).query({ language }).expect(200)).body;
  const explain = (id: string, more: object = {}) =>
    volunteer.post(`/api/dossiers/${id}/risk-acknowledgements`).send({ ...ANSWER, ...more });
  const file = (id: string, more: object = {}) => volunteer.post(`/api/dossiers/${id}/filings`).send({ ...FILING, ...more });
  const refused = async (request: ReturnType<typeof file>): Promise<string> => {
    const { body } = await request.expect(422);
    expect(body.errors.map((e: { field: string }) => e.field)).toEqual(['riskAcknowledgement']);
    return body.errors[0].message as string;
  };

  it('is explained, answered, and only then may the request be noted as filed', async () => {
    const { id } = await aDossier();
    expect(await read(id)).toMatchObject({
      standing: 'missing',
      risk: { basis: 'aes-l435-1', reasons: ['discretionary', 'high-risk'], lawyerFirst: true },
      text: { version: RISK_TEXT_VERSION, language: 'fr' },
      acknowledgements: [],
    });
    expect(await refused(file(id))).toMatch(/^Cette demande peut finir par une obligation de quitter la France\. Expliquez/);
    expect((await volunteer.get(`/api/dossiers/${id}/filings`).expect(200)).body).toEqual([]);
    const { body } = await explain(id).expect(201);
    expect(body).toMatchObject({ standing: 'covered' });
    expect(body.acknowledgements).toMatchObject([
      {
        explainedByName: 'volunteer Rive Gauche',
        explainedOn: '2026-11-19',
        spokenLanguage: 'bm',
        interpreter: 'phone',
        decision: 'go-on',
        lawyer: 'booked',
        textLanguage: 'fr',
        textVersion: RISK_TEXT_VERSION,
        strength: 'discretionary',
        risk: 'very-high',
      },
    ]);
    expect(body.acknowledgements[0].textLines).toEqual(body.text.lines);
    await file(id).expect(201);
    const audit = await server.db.asSuperuser('select action, fields from audit_event where dossier_id = $1 order by at, id', [id]);
    expect(audit.map(({ action }) => action)).toEqual(expect.arrayContaining(['risk.acknowledged', 'filing.recorded']));
    await expect(server.db.asSuperuser('select 1 from risk_acknowledgement where dossier_id = $1', [id])).resolves.toHaveLength(1);
  });

  it('stops at a person who gives up, until they change their mind', async () => {
    const { id } = await aDossier();
    await explain(id, { decision: 'declined', understood: false, lawyer: null, explainedOn: '2026-11-18' }).expect(201);
    expect((await read(id)).standing).toBe('declined');
    expect(await refused(file(id))).toMatch(/ne veut pas déposer/);
    await explain(id).expect(201);
    await file(id).expect(201);
    expect((await read(id)).acknowledgements.map(({ decision }) => decision)).toEqual(['go-on', 'declined']);
  });

  it('is to be explained again when it changes: a bar that was not there', async () => {
    const { id, personId } = await aDossier();
    await explain(id).expect(201);
    const answers = [
      { fact: 'oqtfStatus', state: 'value', value: 'in-force' },
      { fact: 'oqtfDate', state: 'value', value: '2026-03-01' },
    ];
    await volunteer.put(`/api/persons/${personId}/facts`).send({ answers }).expect(200);
    const changed = await read(id);
    expect(changed.standing).toBe('changed');
    expect(changed.risk!.bars).not.toEqual([]);
    expect(changed.text.lines.length).toBeGreaterThan(changed.acknowledgements[0]!.textLines.length);
    expect(await refused(file(id))).toMatch(/a changé/);
    await explain(id, { explainedOn: '2026-11-20' }).expect(201);
    await file(id).expect(201);
  });

  it('concerns neither a ground of right without risk, nor a request nobody named the ground of', async () => {
    const plain = await aDossier('spouse-french-l423-1');
    expect((await read(plain.id)).standing).toBe('not-needed');
    await file(plain.id, { basis: 'spouse-french-l423-1' }).expect(201);
    const open = await aDossier(null);
    expect(await read(open.id)).toMatchObject({ risk: null, standing: 'not-needed' });
    await file(open.id).expect(201);
    await explain(open.id).expect(409);
  });

  it('is not got around by the stage, nor by another ground on a filing already noted', async () => {
    const byHand = await aDossier();
    const move = () => volunteer.patch(`/api/dossiers/${byHand.id}`).send({ version: byHand.version, stage: 'filed' });
    await refused(move());
    await explain(byHand.id).expect(201);
    await move().expect(200);
    const opened = { personId: byHand.personId, basis: 'aes-l435-1', stage: 'filed' };
    const { body: problem } = await volunteer.post('/api/dossiers').send(opened).expect(422);
    expect(problem.errors.map((e: { field: string }) => e.field)).toEqual(['stage']);
    const plain = await aDossier('spouse-french-l423-1', 'filed');
    const { body: filing } = await file(plain.id, { basis: 'spouse-french-l423-1' }).expect(201);
    const correct = (basis: string) => volunteer.patch(`/api/filings/${filing.id}`).send({ ...FILING, version: filing.version, basis });
    await refused(correct('aes-l435-1'));
    await correct('spouse-french-l423-1').expect(200);
  });

  it('names what is wrong with the answer, and keeps nothing of it', async () => {
    const { id } = await aDossier();
    const fields = async (more: object) => (await explain(id, more).expect(422)).body.errors.map((e: { field: string }) => e.field);
    expect(await fields({ understood: false })).toEqual(['understood']);
    expect(await fields({ lawyer: null })).toEqual(['lawyer']);
    expect(await fields({ explainedOn: '2026-11-22' })).toEqual(['explainedOn']);
    expect(await fields({ textVersion: '2020-01-01.1' })).toEqual(['textVersion']);
    expect(await fields({ explainedById: there.users.volunteer.id })).toEqual(['explainedById']);
    expect((await read(id)).acknowledgements).toEqual([]);
  });

  it('is read out in English too', async () => {
    const { id } = await aDossier();
    expect((await read(id, 'en')).text.lines[0]).toMatch(/^You want to ask for this residence permit/);
    await explain(id, { textLanguage: 'en' }).expect(201);
    expect((await read(id)).acknowledgements[0]).toMatchObject({ textLanguage: 'en' });
  });

  it('is nobody else’s to read or to answer', async () => {
    const { id } = await aDossier();
    await explain(id).expect(201);
    for (const email of [here.users['other-volunteer'].email, here.users.administrator.email, there.users.coordinator.email]) {
      const agent = await signedIn(server.http, email);
      await agent.get(`/api/dossiers/${id}/risk`).expect(404);
      await agent.post(`/api/dossiers/${id}/risk-acknowledgements`).send(ANSWER).expect(404);
    }
  });
});
