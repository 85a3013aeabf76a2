import { recomputeDeadlines, recomputeEverywhere, recomputeHeartbeat, rulesAreNew } from '@permanence/application';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const REFUSAL = { decisionOn: '2026-11-10', notifiedOn: '2026-11-16', facts: { paper: 'permit-refusal', departement: '69' } };
interface Limit {
  id: string;
  ruleId: string;
  state: string;
  prudentOn: string;
  replacesId: string | null;
  retiredBecause: string | null;
}

describe('limits are weighed again when a rule or a fact changes', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let count = 0;
  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
    volunteer = await signedIn(server.http, here.users.volunteer.email);
  });
  afterAll(() => server.close());

  const rows = (sql: string, ...values: unknown[]) => server.db.asSuperuser<Record<string, unknown>>(sql, values);
  const aDossier = async (): Promise<{ id: string; personId: string }> => {
    count += 1;
    const person = { givenName: 'Lin', familyName: `Recalcul ${count}`, notADuplicate: true };
    const personId = (await volunteer.post('/api/persons').send(person).expect(201)).body.id as string;
    return (await volunteer.post('/api/dossiers').send({ personId }).expect(201)).body;
  };
  const decide = async (dossierId: string, body: object = REFUSAL) =>
    (await volunteer.post(`/api/dossiers/${dossierId}/decisions`).send(body).expect(201)).body;
  const limits = async (dossierId: string): Promise<Limit[]> =>
    (await volunteer.get(`/api/dossiers/${dossierId}/deadlines`).expect(200)).body;
  const tasks = (personId: string) =>
    rows('select title, assignee_id, due_on::text from task where person_id = $1 order by title', personId);
  const run = () => recomputeDeadlines(server.context, here.id);
  /** As an older version of the rules would have left it. */
  const asBefore = (id: string, change: string) =>
    rows(`update deadline set ${change}, rules_seen = '2020-01-01.1' where id = $1 returning 1`, id);

  it('supersedes what the rules of today count otherwise, plans its reminders anew, and tells who is in charge', async () => {
    const { id, personId } = await aDossier();
    const { deadline } = await decide(id);
    await asBefore(deadline.id, "prudent_on = '2027-01-16', last_day_on = '2027-01-19'");
    expect(await run()).toMatchObject({ changed: 1, failed: 0 });
    const [now, before] = await limits(id);
    expect(now).toMatchObject({ state: 'open', prudentOn: '2027-01-15', replacesId: deadline.id, retiredBecause: null });
    expect(before).toMatchObject({ id: deadline.id, state: 'superseded', prudentOn: '2027-01-16', retiredBecause: 'rules-changed' });
    expect(await rows("select 1 from reminder where source_id = $1 and state = 'planned'", deadline.id)).toEqual([]);
    expect((await rows("select 1 from reminder where source_id = $1 and state = 'planned'", now!.id)).length).toBeGreaterThan(0);
    expect(await tasks(personId)).toEqual([
      {
        title: 'Délai recalculé : 15/01/2027 au lieu du 16/01/2027 (les règles ont changé)',
        assignee_id: here.users.volunteer.id,
        due_on: '2026-11-21',
      },
    ]);
    const audit = await rows('select actor_id, action from audit_event where dossier_id = $1 and actor_id is null order by action', id);
    expect(audit.map((line) => line['action'])).toEqual(['deadline.computed', 'deadline.superseded', 'task.created']);
    // Once more: nothing is left to change, and nobody is told twice.
    expect(await run()).toMatchObject({ changed: 0, failed: 0 });
    expect(await tasks(personId)).toHaveLength(1);
  });

  it('leaves alone a limit that a new version counts alike, with its reminders, and what was done', async () => {
    const same = await aDossier();
    const kept = (await decide(same.id)).deadline;
    await asBefore(kept.id, "rule_version = '2001-01-01'");
    const finished = await aDossier();
    const done = (await decide(finished.id)).deadline;
    await volunteer.post(`/api/deadlines/${done.id}/done`).send({ version: 1, doneOn: '2026-11-20', proof: 'AR 1' }).expect(200);
    await asBefore(done.id, "prudent_on = '2027-01-10'");
    expect(await run()).toMatchObject({ changed: 0, failed: 0 });
    expect(await limits(same.id)).toMatchObject([{ id: kept.id, state: 'open' }]);
    expect(await limits(finished.id)).toMatchObject([{ id: done.id, state: 'done', prudentOn: '2027-01-10' }]);
    expect(await rows('select distinct rules_seen = $2 as now from deadline where id = $1', kept.id, '2020-01-01.1')).toEqual([
      { now: false },
    ]);
  });

  it('gives its limit to a decision that the rules did not cover yet, and closes the task to follow the letter', async () => {
    const { id, personId } = await aDossier();
    const pacific = await decide(id, { ...REFUSAL, facts: { ...REFUSAL.facts, departement: '988' } });
    expect(pacific.status).toBe('not-covered');
    // Recorded when Lyon was not covered, let us say.
    await rows(`update decision set facts = jsonb_set(facts, '{facts,departement}', '"69"') where id = $1`, pacific.id);
    expect(await run()).toMatchObject({ changed: 1, failed: 0 });
    expect((await volunteer.get(`/api/dossiers/${id}/decisions`).expect(200)).body).toMatchObject([
      { status: 'computed', reasons: [], deadline: { ruleId: 'refus-sejour-sans-oqtf', prudentOn: '2027-01-15' } },
    ]);
    expect((await rows('select title from task where person_id = $1 and done_at is null', personId)).map((t) => t['title'])).toEqual([
      'Délai calculé : agir avant le 15/01/2027 (un fait du dossier ou le calendrier a changé)',
    ]);
  });

  it('follows a fact of the person, such as the nationality that changes the windows of a permit', async () => {
    const { personId } = await aDossier();
    const permit = { title: 'cst', basis: 'vpf-l423-23', validFrom: '2026-04-01', validUntil: '2027-03-31', channel: 'anef' };
    const { id } = (await volunteer.post(`/api/persons/${personId}/permits`).send(permit).expect(201)).body;
    const told = await tasks(personId);
    // Changed behind the service, as an import would.
    await rows("update permit set channel = 'prefecture' where id = $1", id);
    expect(await run()).toMatchObject({ failed: 0 });
    const open = await rows("select rule_id from deadline where person_id = $1 and state = 'open' order by 1", personId);
    expect(open.map((row) => row['rule_id'])).toEqual(['REN-LATE-6M', 'REN-PREF-CLOSE']);
    expect((await tasks(personId)).length).toBeGreaterThan(told.length);
    expect(await run()).toMatchObject({ changed: 0, failed: 0 });
  });

  it('does not wake what sleeps with a closed dossier, and weighs it anew as soon as it is opened again', async () => {
    const { id, personId } = await aDossier();
    const { deadline } = await decide(id);
    await asBefore(deadline.id, "prudent_on = '2027-01-10'");
    const { version } = (await volunteer.get(`/api/dossiers/${id}`).expect(200)).body;
    await volunteer.post(`/api/dossiers/${id}/close`).send({ version, reason: 'dropped' }).expect(200);
    expect(await run()).toMatchObject({ changed: 0, failed: 0 });
    expect(await limits(id)).toMatchObject([{ id: deadline.id, state: 'cancelled', prudentOn: '2027-01-10' }]);
    await volunteer
      .post(`/api/dossiers/${id}/reopen`)
      .send({ version: version + 1 })
      .expect(200);
    expect(await limits(id)).toMatchObject([
      { state: 'open', prudentOn: '2027-01-15', replacesId: deadline.id },
      { id: deadline.id, state: 'superseded', retiredBecause: 'rules-changed' },
    ]);
    expect((await tasks(personId)).map((task) => task['title'])).toEqual([
      'Délai recalculé : 15/01/2027 au lieu du 10/01/2027 (les règles ont changé)',
    ]);
  });

  it('says which rules all limits were gone through with, and only when none failed', async () => {
    expect(await rulesAreNew(server.context)).toBe(true);
    const { id } = await aDossier();
    const decision = await decide(id);
    await rows("update decision set facts = '{}' where id = $1", decision.id);
    await expect(recomputeEverywhere(server.context)).rejects.toThrow('1 dossiers could not be recomputed');
    expect(await rulesAreNew(server.context)).toBe(true);
    await rows('update decision set removed_at = now() where id = $1', decision.id);
    await recomputeEverywhere(server.context);
    expect(await rulesAreNew(server.context)).toBe(false);
    expect(await rows('select name from heartbeat')).toEqual([{ name: recomputeHeartbeat() }]);
  });
});
