import type { LawImpactAnswer } from '@permanence/contracts';
import { RULES_VERSION } from '@permanence/rules';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

/** A student at the end of a first card: until 31 December 2025 the multi-year card asks neither the A2 level nor the civic exam. */
const FACTS = {
  livesInFrance: true,
  currentStatus: 'cst',
  currentPermitBasis: 'student-l422-1',
  permitHeldSince: '2024-12-10',
  regularStaySince: '2020-01-01',
  cirStatus: 'respected',
  frenchLevel: 'A1',
  frenchLevelCertified: true,
  civicExam: 'none',
  civicExamExempt: false,
  languageExempt: false,
  enrolledInStudies: true,
  studiesSerious: true,
  avgMonthlyNetResources: 1200,
};
const CARD = 'csp-general-l433-4';
const REFORM = { mode: 'dates', from: '2025-12-31', to: '2026-01-01' };

describe('what a change of the law does to the open dossiers', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let coordinator: Agent;
  let touched: { id: string; personId: string };
  const impact = async (body: object, agent = coordinator): Promise<LawImpactAnswer> =>
    (await agent.post('/api/coordination/law-impact').send(body).expect(200)).body;
  async function aDossier(agent: Agent, facts: object, basis: string | null, familyName: string) {
    const person = { givenName: 'Moussa', familyName, nationality: 'MLI', birthOn: '1990-01-01', notADuplicate: true };
    const personId = (await agent.post('/api/persons').send(person).expect(201)).body.id as string;
    const answers = Object.entries(facts).map(([fact, value]) => ({ fact, state: 'value', value }));
    if (answers.length) await agent.put(`/api/persons/${personId}/facts`).send({ answers }).expect(200);
    return (await agent.post('/api/dossiers').send({ personId, basis }).expect(201)).body as { id: string; personId: string };
  }
  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
    coordinator = await signedIn(server.http, here.users.coordinator.email);
    touched = await aDossier(volunteer, FACTS, CARD, 'Touchée');
    await aDossier(volunteer, {}, null, 'Inconnue');
    const closed = await aDossier(volunteer, FACTS, CARD, 'Fermée');
    await volunteer.post(`/api/dossiers/${closed.id}/close`).send({ version: 1, reason: 'moved' }).expect(200);
    await aDossier(await signedIn(server.http, there.users.volunteer.email), FACTS, CARD, 'Ailleurs');
  });
  afterAll(() => server.close());

  it('names each dossier whose answer differs, the versions of the rule and the conditions that moved', async () => {
    const { total, examined, next, rows } = await impact(REFORM);
    expect({ total, examined, next }).toEqual({ total: 2, examined: 2, next: null });
    expect(rows.map(({ dossierId }) => dossierId)).toEqual([touched.id]);
    expect(rows[0]).toMatchObject({
      personName: 'Moussa Touchée',
      basis: CARD,
      touchesPursued: true,
      before: { onDate: '2025-12-31', rulesVersion: RULES_VERSION },
      after: { onDate: '2026-01-01' },
    });
    const change = rows[0]!.changes.find(({ basis }) => basis === CARD)!;
    expect(change).toMatchObject({ before: 'met', after: 'not-met', cause: 'law', versionAfter: '2026-01-01' });
    expect(change.versionBefore).not.toBe('2026-01-01');
    expect(change.conditions.map(({ id, before, after }) => [id, before, after])).toEqual([
      [`${CARD}.c5`, null, 'not-met'],
      [`${CARD}.c6`, null, 'not-met'],
    ]);
  });

  it('finds nothing where nothing moves, and goes on part by part', async () => {
    expect((await impact({ mode: 'dates', from: '2026-03-02', to: '2026-03-03' })).rows).toEqual([]);
    const rest = await impact({ ...REFORM, after: touched.id });
    expect(rest).toMatchObject({ total: 2, examined: 1, rows: [] });
  });

  it('sets the last weighing against today: time, the law, or corrected rules', async () => {
    expect(await impact({ mode: 'stored' })).toMatchObject({ examined: 2, unweighed: 2, rows: [] });
    await volunteer.post(`/api/persons/${touched.personId}/assessments`).send({ onDate: '2025-12-31' }).expect(201);
    const [row] = (await impact({ mode: 'stored' })).rows;
    expect(row).toMatchObject({ dossierId: touched.id, before: { onDate: '2025-12-31' }, after: { onDate: '2026-11-21' } });
    expect(row!.changes.find(({ basis }) => basis === CARD)).toMatchObject({ before: 'met', after: 'not-met', cause: 'law' });
    // As if the rules of that day had made a mistake that has been corrected since.
    await server.db.asSuperuser(
      `update assessment set rules_version = '2020-01-01.1', result = jsonb_set(result, array['results', $2, 'status'], '"unknown"')
       where person_id = $1`,
      [touched.personId, CARD],
    );
    const [corrected] = (await impact({ mode: 'stored' })).rows;
    expect(corrected!.before.rulesVersion).toBe('2020-01-01.1');
    expect(corrected!.changes.find(({ basis }) => basis === CARD)).toMatchObject({
      before: 'unknown',
      cause: 'rules',
      versionBefore: null,
    });
  });

  it('shows another association only its own, and refuses others than coordinators', async () => {
    const foreign = await impact(REFORM, await signedIn(server.http, there.users.coordinator.email));
    expect(foreign.total).toBe(1);
    expect(foreign.rows.map(({ personName }) => personName)).toEqual(['Moussa Ailleurs']);
    await volunteer.post('/api/coordination/law-impact').send(REFORM).expect(403);
  });

  it('names a day that is missing, impossible, or the wrong way round', async () => {
    const fields = async (body: object) =>
      (await coordinator.post('/api/coordination/law-impact').send(body).expect(422)).body.errors.map((e: { field: string }) => e.field);
    expect(await fields({ mode: 'dates' })).toEqual(['from', 'to']);
    expect(await fields({ mode: 'dates', from: '2026-01-01', to: '2025-12-31' })).toEqual(['to']);
    expect(await fields({ mode: 'dates', from: '2026-02-30', to: '2026-03-01' })).toEqual(['from']);
  });
});
