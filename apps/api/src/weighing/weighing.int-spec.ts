import { createPerson } from '@permanence/application';
import type { Person, Weighing } from '@permanence/contracts';
import { assess, isoDate, type AssessInput } from '@permanence/rules';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('weighing', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let person: Person;
  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    person = await createPerson(server.context, here.users.volunteer.actor, {
      givenName: 'Essai',
      familyName: 'Personne',
      nationality: 'MAR',
      birthOn: isoDate('1990-05-04'),
      languages: [],
      notADuplicate: true,
    });
  });
  const url = () => `/api/persons/${person.id}`;
  const answer = (answers: object[]) => volunteer.put(`${url()}/facts`).send({ answers }).expect(200);
  const weigh = async (body: object = {}, agent = volunteer): Promise<Weighing> =>
    (await agent.post(`${url()}/assessments`).send(body).expect(201)).body;

  it('answers what the rules answer on the stored facts and papers, and keeps all it was given', async () => {
    await answer([
      { fact: 'livesInFrance', state: 'value', value: true },
      { fact: 'residenceSince', state: 'value', value: '2019-01-10' },
      { fact: 'partnerRelation', state: 'dont-know' },
      { fact: 'familyTiesHome', state: 'prefers-not' },
      { fact: 'children', state: 'value', value: 'none' },
    ]);
    const { body: paper } = await volunteer
      .post(`${url()}/documents`)
      .send({ docType: 'payslip', drawnUpOn: '2026-10-31', label: 'Bulletin de Yasmine', names: ['client'] })
      .expect(201);
    const weighing = await weigh();
    const input: AssessInput = {
      onDate: isoDate('2026-11-21'),
      facts: {
        nationality: 'MAR',
        birthDate: isoDate('1990-05-04'),
        livesInFrance: true,
        residenceSince: isoDate('2019-01-10'),
        children: [],
      },
      documents: [{ id: paper.id, docType: 'payslip', dateDrawnUp: isoDate('2026-10-31'), names: ['client'] }],
    };
    const expected = assess(input);
    expect(weighing).toMatchObject({ onDate: '2026-11-21', rulesVersion: expected.rulesVersion, createdByName: 'volunteer Rive Gauche' });
    expect(weighing.ranking).toEqual(expected.ranking);
    expect(weighing.nextFacts).toEqual(expected.nextFacts);
    expect({ ...weighing.results, ...weighing.situations, ...weighing.bars }).toEqual(expected.results);
    expect(weighing.results['vpf-l423-23']).toBeDefined();
    expect(Object.keys(weighing.results).filter((id) => id.startsWith('bar-') || id.includes('.'))).toEqual([]);
    for (const basis of weighing.ranking) {
      const sum = weighing.scoreParts[basis]!.reduce((points, part) => points + part.points, 0);
      expect(Math.max(1, sum)).toBe(weighing.results[basis]!.score);
    }
    const [row] = await server.db.asSuperuser('select facts, documents, rules_version from assessment where id = $1', [weighing.id]);
    expect(row!['facts']).toEqual(input.facts);
    expect(row!['documents']).toMatchObject([{ id: paper.id, docType: 'payslip', confidential: false }]);
    expect(JSON.stringify(row)).not.toContain('Yasmine');
    expect((await volunteer.get(`${url()}/assessments/latest`).expect(200)).body).toEqual(weighing);
  });

  it('tells what changed since the weighing before: status per basis, facts, papers', async () => {
    await volunteer.get(`${url()}/assessments/latest`).expect(404);
    await weigh();
    const { body: child } = await volunteer.post(`${url()}/children`).send({ label: 'Aîné' }).expect(201);
    await answer([
      { fact: 'partnerRelation', state: 'value', value: 'none' },
      { fact: 'children[].isFrench', childId: child.id, state: 'value', value: true },
    ]);
    await volunteer.post(`${url()}/documents`).send({ docType: 'lease', drawnUpOn: '2026-01-01' }).expect(201);
    await weigh();
    await weigh({ onDate: '2026-11-20' });
    const { body } = await volunteer.get(`${url()}/assessments`).expect(200);
    expect(body).toHaveLength(3);
    expect(body[2].since).toBeNull();
    expect(body[1].since).toMatchObject({
      factChanges: [
        { fact: 'children', before: null, after: 1 },
        { fact: 'children[0].isFrench', before: null, after: true },
        { fact: 'partnerRelation', before: null, after: 'none' },
      ],
      papersChanged: true,
      rulesChanged: false,
      onDateChanged: false,
    });
    const change = body[1].since.statusChanges.find(({ basis }: { basis: string }) => basis === 'spouse-french-l423-1');
    expect(change).toMatchObject({ before: 'unknown', after: 'not-met' });
    // And why: the condition that failed, with its reason.
    expect(change.conditions).toContainEqual(
      expect.objectContaining({ id: 'spouse-french-l423-1.c1', before: 'unknown', after: 'not-met', because: expect.anything() }),
    );
    expect(body[1].since.statusChanges.filter(({ basis }: { basis: string }) => basis.includes('.'))).toEqual([]);
    expect(body[0].since).toMatchObject({ statusChanges: [], factChanges: [], papersChanged: false, onDateChanged: true });
  });

  it('opens a stored weighing in full, as it was then', async () => {
    await answer([{ fact: 'partnerRelation', state: 'value', value: 'married' }]);
    const first = await weigh();
    await answer([{ fact: 'partnerRelation', state: 'value', value: 'none' }]);
    await volunteer.post(`${url()}/documents`).send({ docType: 'lease', drawnUpOn: '2026-01-01' }).expect(201);
    const second = await weigh();
    const { body: opened } = await volunteer.get(`/api/assessments/${first.id}`).expect(200);
    expect(opened).toEqual({ ...first, facts: expect.anything(), papers: 0, since: null, sinceOn: null });
    expect(opened.facts).toEqual(
      expect.arrayContaining([
        { fact: 'nationality', value: 'MAR' },
        { fact: 'partnerRelation', value: 'married' },
      ]),
    );
    const { body: later } = await volunteer.get(`/api/assessments/${second.id}`).expect(200);
    expect(later).toMatchObject({ papers: 1, sinceOn: '2026-11-21' });
    expect(later.since).toMatchObject({
      factChanges: [{ fact: 'partnerRelation', before: 'married', after: 'none' }],
      papersChanged: true,
      rulesChanged: false,
    });
  });

  it('waives common life for violence by the partner, from facts alone, also for those who see no restricted paper', async () => {
    await answer([
      { fact: 'partnerRelation', state: 'value', value: 'married' },
      { fact: 'partnerStatus', state: 'value', value: 'french' },
      { fact: 'violenceByCurrentPartner', state: 'value', value: true },
    ]);
    const weighing = await weigh();
    const waived = Object.values(weighing.results).filter(({ evidence }) => evidence?.['cohabitation']);
    expect(waived.length).toBeGreaterThan(0);
    for (const { evidence } of waived) expect(evidence!['cohabitation']!.status).toBe('waived');
  });

  it('refuses an impossible day, and a dossier of somebody else', async () => {
    expect((await volunteer.post(`${url()}/assessments`).send({ onDate: '2026-02-30' }).expect(422)).body.errors[0].field).toBe('onDate');
    const unknown = await volunteer.post(`${url()}/assessments`).send({ dossierId: person.id }).expect(422);
    expect(unknown.body.errors[0].field).toBe('dossierId');
    expect(await server.db.asSuperuser('select 1 from assessment where person_id = $1', [person.id])).toEqual([]);
  });

  it('is for those who may open the person', async () => {
    const { id } = await weigh();
    for (const email of [here.users['other-volunteer'].email, here.users.administrator.email, there.users.coordinator.email]) {
      const agent = await signedIn(server.http, email);
      await agent.post(`${url()}/assessments`).send({}).expect(404);
      await agent.get(`${url()}/assessments`).expect(404);
      await agent.get(`${url()}/assessments/latest`).expect(404);
      await agent.get(`/api/assessments/${id}`).expect(404);
    }
  });

  describe('the operations of the rules', () => {
    const post = (operation: string, body: object) => volunteer.post(`/api/rules/${operation}`).send(body);
    it('answer one case with one answer and an array with an array, in order', async () => {
      const one = { onDate: '2026-11-21', facts: { nationality: 'DZA', livesInFrance: null } };
      const { body } = await post('assess', one).expect(200);
      expect(body).toEqual(assess({ onDate: isoDate('2026-11-21'), facts: { nationality: 'DZA' } }));
      const { body: two } = await post('assess', [one, { onDate: '2025-01-01' }]).expect(200);
      expect(two.map(({ onDate }: { onDate: string }) => onDate)).toEqual(['2026-11-21', '2025-01-01']);
      const decision = { decision: 'oqtf-un-mois', decisionOn: '2026-08-31', notifiedOn: '2026-09-01', facts: { departement: '75' } };
      const deadline = await post('deadline', decision).expect(200);
      expect(deadline.body).toMatchObject({ rule: 'oqtf-un-mois', lastDay: '2026-10-02' });
      const permit = { title: 'cst', validUntil: '2027-03-31', channel: 'anef' };
      const renewal = await post('renewal', { today: '2026-11-21', permit }).expect(200);
      expect(renewal.body.dates).toContainEqual(expect.objectContaining({ id: 'REN-ANEF-OPEN', on: '2026-12-01' }));
      await post('renewal', []).expect(200, []);
    });
    it('name what is wrong in French, with the place of the case', async () => {
      const { body } = await post('assess', [
        { onDate: '2026-11-21' },
        { onDate: '2026-02-30', facts: { children: [{ birthDate: '2015-13-01' }], humeur: 1 } },
      ]).expect(422);
      expect(body.errors).toEqual(
        expect.arrayContaining([
          { field: '[1].onDate', message: 'Cette date n’existe pas (attendu : AAAA-MM-JJ).' },
          { field: '[1].facts.children[0].birthDate', message: 'Cette date n’existe pas (attendu : AAAA-MM-JJ).' },
          { field: '[1].facts.humeur', message: 'Champ inconnu.' },
        ]),
      );
      expect((await post('deadline', {}).expect(422)).body.errors[0].field).toBe('decision');
    });
  });
});
