import { createPerson } from '@permanence/application';
import type { Person } from '@permanence/contracts';
import { signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('permits held', () => {
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
      languages: [],
      notADuplicate: true,
    });
  });
  const CARD = { title: 'cst', basis: 'spouse-french-l423-1', validFrom: '2026-04-01', validUntil: '2027-03-31', channel: 'anef' };
  const add = (body: object) => volunteer.post(`/api/persons/${person.id}/permits`).send(body);
  const windows = () =>
    server.db.asSuperuser<{ rule_id: string; last: string; state: string }>(
      'select rule_id, last_day_on::text as last, state from deadline where person_id = $1 order by created_at, rule_id',
      [person.id],
    );

  it('are listed with the last to end first, changed under their version, and taken away', async () => {
    const { body: old } = await add({ title: 'vls-ts', validUntil: '2026-03-31' }).expect(201);
    const { body: card } = await add(CARD).expect(201);
    const list = async () => (await volunteer.get(`/api/persons/${person.id}/permits`).expect(200)).body;
    expect((await list()).map(({ id }: { id: string }) => id)).toEqual([card.id, old.id]);
    const { body: changed } = await volunteer.patch(`/api/permits/${card.id}`).send({ version: 1, basis: null }).expect(200);
    expect(changed).toMatchObject({ basis: null, title: 'cst', validUntil: '2027-03-31', version: 2 });
    await volunteer.patch(`/api/permits/${card.id}`).send({ version: 1, channel: null }).expect(409);
    await volunteer.delete(`/api/permits/${old.id}`).expect(204);
    expect(await list()).toHaveLength(1);
  });

  it('make the renewal windows deadlines in the same transaction, and move them when the permit changes', async () => {
    const { body: card } = await add(CARD).expect(201);
    const close = (await windows()).find((row) => row.rule_id === 'REN-ANEF-CLOSE');
    // 60 days before 31 March 2027.
    expect(close).toMatchObject({ last: '2027-01-30', state: 'open' });
    await volunteer.patch(`/api/permits/${card.id}`).send({ version: 1, validUntil: '2027-06-30' }).expect(200);
    const closes = (await windows()).filter((row) => row.rule_id === 'REN-ANEF-CLOSE');
    expect(closes.map(({ state }) => state).sort()).toEqual(['open', 'superseded']);
    await volunteer.delete(`/api/permits/${card.id}`).expect(204);
    expect((await windows()).filter((row) => row.state === 'open')).toEqual([]);
  });

  it('refuses what cannot be, naming the field', async () => {
    const { body } = await add({ title: 'carte-bleue', basis: 'l999', validFrom: '2026-02-30' }).expect(422);
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['title', 'basis', 'validFrom']);
    const order = await add({ ...CARD, validUntil: '2026-03-31' }).expect(422);
    expect(order.body.errors).toEqual([{ field: 'validUntil', message: 'La fin de validité précède son début.' }]);
    const { body: card } = await add(CARD).expect(201);
    await volunteer.patch(`/api/permits/${card.id}`).send({ version: 1, validUntil: '2026-03-31' }).expect(422);
    expect(await server.db.asSuperuser('select 1 from permit where person_id = $1', [person.id])).toHaveLength(1);
  });

  it('are nobody else’s', async () => {
    const { body: card } = await add(CARD).expect(201);
    for (const email of [here.users['other-volunteer'].email, here.users.administrator.email, there.users.coordinator.email]) {
      const agent = await signedIn(server.http, email);
      await agent.get(`/api/persons/${person.id}/permits`).expect(404);
      await agent.patch(`/api/permits/${card.id}`).send({ version: 1, channel: null }).expect(404);
      await agent.delete(`/api/permits/${card.id}`).expect(404);
    }
    const coordinator = await signedIn(server.http, here.users.coordinator.email);
    await coordinator.get(`/api/persons/${person.id}/permits`).expect(200);
  });
});
