import { createPerson } from '@permanence/application';
import type { FactQuestion, Interview, InterviewStep, Person, PersonFacts } from '@permanence/contracts';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('facts', () => {
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
      languages: [],
      notADuplicate: true,
    });
  });
  const read = async (): Promise<PersonFacts> => (await volunteer.get(`/api/persons/${person.id}/facts`).expect(200)).body;
  const answer = (answers: object[]) => volunteer.put(`/api/persons/${person.id}/facts`).send({ answers });
  const of = (facts: PersonFacts, key: string, childId: string | null = null): FactQuestion => {
    const question = facts.questions.find((q) => q.key === key && q.childId === childId);
    if (!question) throw new Error(`no question ${key}`);
    return question;
  };

  it('asks every question, none answered; what the record holds is shown, and corrected there only', async () => {
    const facts = await read();
    expect(facts.questions.length).toBeGreaterThan(80);
    expect(of(facts, 'partnerRelation')).toMatchObject({
      type: 'enum',
      group: 'couple',
      values: ['none', 'married', 'pacs', 'cohabiting'],
      sensitive: false,
      answer: { state: 'unanswered', value: null },
    });
    expect(of(facts, 'domesticViolence').sensitive).toBe(true);
    expect(of(facts, 'nationality')).toMatchObject({ heldBy: 'record', answer: { state: 'value', value: 'MAR' } });
    expect(of(facts, 'birthDate').answer.state).toBe('unanswered');
    const { body } = await answer([{ fact: 'nationality', state: 'value', value: 'DZA' }]).expect(422);
    expect(body.errors).toEqual([{ field: 'answers[0].fact', message: 'À corriger sur la fiche de la personne.' }]);
  });

  it('keeps “I don’t know”, “prefers not to say” and silence apart, with who said so and when', async () => {
    await answer([
      { fact: 'livesInFrance', state: 'value', value: true, saidBy: 'document', saidOn: '2026-11-02' },
      { fact: 'residenceSince', state: 'dont-know' },
      { fact: 'domesticViolence', state: 'prefers-not', saidBy: 'adviser' },
    ]).expect(200);
    const facts = await read();
    expect(of(facts, 'livesInFrance').answer).toMatchObject({
      state: 'value',
      value: true,
      saidBy: 'document',
      saidOn: '2026-11-02',
      recordedByName: 'volunteer Rive Gauche',
      recordedAt: '2026-11-21T09:00:00.000Z',
    });
    expect(of(facts, 'residenceSince').answer).toMatchObject({ state: 'dont-know', value: null, saidBy: 'person', saidOn: '2026-11-21' });
    expect(of(facts, 'domesticViolence').answer).toMatchObject({ state: 'prefers-not', saidBy: 'adviser' });
  });

  it('supersedes, never changes: the history stays, and the same answer twice is one line', async () => {
    const said = (value: string) => answer([{ fact: 'unionDate', state: 'value', value }]).expect(200);
    await said('2020-02-29');
    await said('2020-02-29');
    await said('2021-02-28');
    const { body } = await volunteer.get(`/api/persons/${person.id}/facts/history`).expect(200);
    expect(body).toMatchObject([
      { fact: 'unionDate', value: '2021-02-28', supersededAt: null },
      { fact: 'unionDate', value: '2020-02-29', supersededAt: '2026-11-21T09:00:00.000Z' },
    ]);
    expect(of(await read(), 'unionDate').answer.value).toBe('2021-02-28');
    const audit = await server.db.asSuperuser("select fields from audit_event where person_id = $1 and action = 'facts.answered'", [
      person.id,
    ]);
    expect(audit).toEqual([{ fields: ['unionDate'] }, { fields: ['unionDate'] }]);
  });

  it('lets an answer be withdrawn: unknown again, and the history keeps both', async () => {
    await answer([{ fact: 'unionDate', state: 'value', value: '2020-02-29' }]).expect(200);
    const withdraw = () => answer([{ fact: 'unionDate', state: 'withdrawn', saidBy: 'adviser' }]);
    await withdraw().expect(200);
    expect(of(await read(), 'unionDate').answer).toMatchObject({ state: 'unanswered', value: null, saidBy: null });
    const { body } = await volunteer.get(`/api/persons/${person.id}/facts/history`).expect(200);
    expect(body).toMatchObject([
      {
        fact: 'unionDate',
        state: 'withdrawn',
        value: null,
        saidBy: 'adviser',
        recordedByName: 'volunteer Rive Gauche',
        supersededAt: null,
      },
      { fact: 'unionDate', state: 'value', value: '2020-02-29', supersededAt: '2026-11-21T09:00:00.000Z' },
    ]);
    const { body: weighed } = await volunteer.post(`/api/persons/${person.id}/assessments`).send({}).expect(201);
    const [row] = await server.db.asSuperuser('select facts from assessment where id = $1', [weighed.id]);
    expect(row!['facts']).not.toHaveProperty('unionDate');
    // There is nothing left to withdraw.
    expect((await withdraw().expect(422)).body.errors).toEqual([
      { field: 'answers[0].state', message: 'Il n’y a pas de réponse à retirer.' },
    ]);
    expect((await answer([{ fact: 'bornInFrance', state: 'withdrawn' }]).expect(422)).body.errors[0].field).toBe('answers[0].state');
  });

  it('leads an interview whose only state is the answers: what is answered, withheld or left for later is not asked again', async () => {
    const interview = async () => (await volunteer.get(`/api/persons/${person.id}/interview`).expect(200)).body as Interview;
    const begun = await interview();
    const [first, second] = begun.steps as [InterviewStep, InterviewStep];
    expect(begun).toMatchObject({ skipped: [], given: [], guarded: false });
    expect(first.couldChange.length).toBeGreaterThan(0);
    await answer([{ fact: first.fact, state: 'skipped' }]).expect(200);
    await answer([{ fact: second.fact, state: 'prefers-not' }]).expect(200);
    await answer([{ fact: 'domesticViolence', state: 'value', value: true }]).expect(200);
    const later = await interview();
    expect(later.steps.map(({ fact }) => fact)).not.toEqual(expect.arrayContaining([first.fact]));
    expect(later.steps.map(({ fact }) => fact)).not.toEqual(expect.arrayContaining([second.fact]));
    expect(later.skipped.map(({ fact }) => fact)).toEqual([first.fact]);
    expect(later.given.map(({ fact, state }) => [fact, state])).toEqual(
      expect.arrayContaining([
        [first.fact, 'skipped'],
        [second.fact, 'prefers-not'],
        ['domesticViolence', 'value'],
      ]),
    );
    expect(later.guarded).toBe(true);
    // Of what the record holds, only that it is not known may be said here.
    await answer([{ fact: 'birthDate', state: 'dont-know' }]).expect(200);
    expect(of(await read(), 'birthDate').answer.state).toBe('dont-know');
    expect((await interview()).steps.map(({ fact }) => fact)).not.toContain('birthDate');
  });

  it('two batches at once follow each other', async () => {
    const answers = await Promise.all(
      ['none', 'married', 'pacs'].map((value) => answer([{ fact: 'partnerRelation', state: 'value', value }])),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await volunteer.get(`/api/persons/${person.id}/facts/history`).expect(200);
    expect(body).toHaveLength(3);
    expect(body.filter((line: { supersededAt: string | null }) => line.supersededAt === null)).toHaveLength(1);
  });

  it('refuses a batch as a whole, each problem named in French', async () => {
    const { body } = await answer([
      { fact: 'livesInFrance', state: 'value', value: true },
      { fact: 'residenceSince', state: 'value', value: '2026-02-30' },
      { fact: 'partnerRelation', state: 'value', value: 'fiancés' },
      { fact: 'householdSize', state: 'value', value: -1 },
      { fact: 'frenchLevelCertified', state: 'value', value: 'oui' },
      { fact: 'humeur', state: 'value', value: 'bonne' },
      { fact: 'wishesToWork', state: 'dont-know', value: true },
      { fact: 'children[].isFrench', state: 'value', value: true },
      { fact: 'currentPermitBasis', state: 'value', value: 'vpf-l999' },
      { fact: 'bornInFrance', state: 'value' },
    ]).expect(422);
    expect(body.errors).toEqual([
      { field: 'answers[1].value', message: 'Cette date n’existe pas (attendu : AAAA-MM-JJ).' },
      { field: 'answers[2].value', message: 'Cette valeur ne fait pas partie des choix possibles.' },
      { field: 'answers[3].value', message: 'Un nombre négatif n’est pas possible.' },
      { field: 'answers[4].value', message: 'Oui ou non attendu.' },
      { field: 'answers[5].fact', message: 'Question inconnue.' },
      { field: 'answers[6].value', message: 'Pas de valeur quand la personne ne sait pas ou préfère ne pas répondre.' },
      { field: 'answers[7].childId', message: 'Précisez de quel enfant il s’agit.' },
      { field: 'answers[8].value', message: 'Ce fondement n’existe pas dans les règles.' },
      { field: 'answers[9].value', message: 'À renseigner.' },
    ]);
    const future = await answer([
      { fact: 'livesInFrance', state: 'value', value: true },
      { fact: 'residenceSince', state: 'value', value: '2026-11-22' },
    ]).expect(422);
    expect(future.body.errors).toEqual([{ field: 'answers[1].value', message: 'Cette date est dans le futur.' }]);
    await answer([{ fact: 'returnBanUntil', state: 'value', value: '2028-01-01' }]).expect(200);
    const facts = await read();
    expect(of(facts, 'livesInFrance').answer.state).toBe('unanswered');
    await answer([
      { fact: 'livesInFrance', state: 'value', value: true },
      { fact: 'livesInFrance', state: 'dont-know' },
    ]).expect(422);
  });

  it('“no children” is known; a child registered takes its place, and questions are asked about each', async () => {
    expect((await read()).childrenAnswer.state).toBe('unanswered');
    await answer([{ fact: 'children', state: 'value', value: 'none' }]).expect(200);
    expect((await read()).childrenAnswer).toMatchObject({ state: 'value', value: 'none' });
    const children = `/api/persons/${person.id}/children`;
    const { body: eldest } = await volunteer.post(children).send({ label: 'Aînée' }).expect(201);
    const { body: second } = await volunteer.post(children).send({ label: 'Cadet' }).expect(201);
    await answer([
      { fact: 'children[].birthDate', childId: eldest.id, state: 'value', value: '2015-06-01' },
      { fact: 'children[].birthDate', childId: second.id, state: 'dont-know' },
    ]).expect(200);
    let facts = await read();
    expect(facts.children).toMatchObject([{ label: 'Aînée' }, { label: 'Cadet' }]);
    expect(facts.childrenAnswer).toMatchObject({ state: 'value', value: null });
    expect(of(facts, 'children[].birthDate', eldest.id).answer.value).toBe('2015-06-01');
    expect(of(facts, 'children[].birthDate', second.id).answer.state).toBe('dont-know');
    await answer([{ fact: 'children', state: 'value', value: 'none' }]).expect(422);

    await volunteer.patch(`/api/children/${eldest.id}`).send({ label: 'Inès' }).expect(200);
    await volunteer.delete(`/api/children/${second.id}`).expect(204);
    await answer([{ fact: 'children[].birthDate', childId: second.id, state: 'dont-know' }]).expect(422);
    facts = await read();
    expect(facts.children).toMatchObject([{ label: 'Inès' }]);
    await volunteer.delete(`/api/children/${eldest.id}`).expect(204);
    // Nobody has said that there are none.
    expect((await read()).childrenAnswer.state).toBe('unanswered');
    const { body } = await volunteer.get(`/api/persons/${person.id}/facts/history`).expect(200);
    expect(body.map((line: { fact: string }) => line.fact)).toContain('children[].birthDate');
  });

  it('are nobody else’s to read, to answer, or to know of', async () => {
    const { body: child } = await volunteer.post(`/api/persons/${person.id}/children`).send({ label: 'Aîné' }).expect(201);
    for (const email of [here.users['other-volunteer'].email, here.users.administrator.email, there.users.coordinator.email]) {
      const agent = await signedIn(server.http, email);
      await agent.get(`/api/persons/${person.id}/facts`).expect(404);
      await agent.get(`/api/persons/${person.id}/facts/history`).expect(404);
      await agent.get(`/api/persons/${person.id}/interview`).expect(404);
      await agent
        .put(`/api/persons/${person.id}/facts`)
        .send({ answers: [{ fact: 'bornInFrance', state: 'dont-know' }] })
        .expect(404);
      await agent.patch(`/api/children/${child.id}`).send({ label: 'X' }).expect(404);
    }
    // A child of one person cannot be answered about under another.
    const other = await createPerson(server.context, here.users.volunteer.actor, {
      givenName: 'A',
      familyName: 'B',
      languages: [],
      notADuplicate: true,
    });
    const { body } = await volunteer
      .put(`/api/persons/${other.id}/facts`)
      .send({ answers: [{ fact: 'children[].isFrench', childId: child.id, state: 'value', value: true }] })
      .expect(422);
    expect(body.errors[0].field).toBe('answers[0].childId');
  });
});
