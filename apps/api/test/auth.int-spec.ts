import { client, PASSWORD, signedIn, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from './server.ts';

describe('signing in', () => {
  let server: TestServer;
  let here: TestAssociation;
  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
  });
  afterAll(() => server.close());

  it('opens a session that knows the user, and ends it', async () => {
    const agent = await signedIn(server.http, here.users.volunteer.email);
    const me = await agent.get('/api/auth/me').expect(200);
    expect(me.body).toMatchObject({ role: 'volunteer', associationName: 'Rive Gauche', restrictedPapers: false });
    expect(me.body.passwordHash).toBeUndefined();
    const out = await agent.post('/api/auth/sign-out').expect(204);
    expect(out.headers['clear-site-data']).toContain('storage');
    await agent.get('/api/auth/me').expect(401);
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const agent = client(server.http);
    const wrong = await agent.post('/api/auth/sign-in').send({ email: here.users.volunteer.email, password: 'autre chose' }).expect(401);
    const unknown = await agent
      .post('/api/auth/sign-in')
      .send({ email: 'personne@nulle-part.invalid', password: 'autre chose' })
      .expect(401);
    expect(wrong.body.title).toBe(unknown.body.title);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
  });

  it('names the missing fields in French', async () => {
    const { body } = await client(server.http).post('/api/auth/sign-in').send({ email: 'pas une adresse' }).expect(422);
    expect(body.errors).toEqual([
      { field: 'email', message: 'Cette adresse électronique n’est pas valable.' },
      { field: 'password', message: 'À renseigner.' },
    ]);
  });

  it('slows guessing on one account', async () => {
    const agent = client(server.http);
    const email = here.users.coordinator.email;
    for (let i = 0; i < 8; i++)
      await agent
        .post('/api/auth/sign-in')
        .send({ email, password: `essai ${i}` })
        .expect(401);
    await agent.post('/api/auth/sign-in').send({ email, password: PASSWORD }).expect(429);
  });

  it('takes away the rights of a disabled account at once', async () => {
    const agent = await signedIn(server.http, here.users['other-volunteer'].email);
    await server.db.asSuperuser('update app_user set disabled_at = now() where id = $1', [here.users['other-volunteer'].id]);
    await agent.get('/api/auth/me').expect(401);
  });

  it('lets each change their own password against the one in force, and ends their other sessions', async () => {
    const { email, id } = here.users.administrator;
    const [agent, elsewhere] = [await signedIn(server.http, email), await signedIn(server.http, email)];
    const neighbour = await signedIn(server.http, here.users.volunteer.email);
    const change = (currentPassword: string, newPassword: string) =>
      agent.post('/api/auth/password').send({ currentPassword, newPassword });
    const wrong = await change('pas la bonne', 'une phrase toute neuve').expect(422);
    expect(wrong.body.errors).toEqual([{ field: 'currentPassword', message: 'Ce n’est pas votre phrase de passe actuelle.' }]);
    expect((await change(PASSWORD, 'court').expect(422)).body.errors[0].field).toBe('newPassword');
    expect((await change(PASSWORD, PASSWORD).expect(422)).body.errors[0].field).toBe('newPassword');
    await elsewhere.get('/api/auth/me').expect(200);
    expect((await change(PASSWORD, 'une phrase toute neuve').expect(200)).body).toEqual({ sessionsEnded: 1 });
    await elsewhere.get('/api/auth/me').expect(401);
    await agent.get('/api/auth/me').expect(200);
    await neighbour.get('/api/auth/me').expect(200);
    await client(server.http).post('/api/auth/sign-in').send({ email, password: PASSWORD }).expect(401);
    await client(server.http).post('/api/auth/sign-in').send({ email, password: 'une phrase toute neuve' }).expect(200);
    const audit = await server.db.asSuperuser<{ fields: string[]; kept: string }>(
      `select a.fields, a::text as kept from audit_event a where action = 'account.password-changed' and target_id = $1`,
      [id],
    );
    expect(audit.map(({ fields }) => fields)).toEqual([['password']]);
    expect(audit[0]!.kept).not.toContain('neuve');
    await client(server.http).post('/api/auth/password').send({ currentPassword: 'x', newPassword: 'une phrase toute neuve' }).expect(401);
  });

  it('ends the sessions of an account whose password an administrator changed', async () => {
    const admin = await signedIn(server.http, here.users.administrator.email, 'une phrase toute neuve');
    const agent = await signedIn(server.http, here.users.volunteer.email);
    const { version } = (await admin.get(`/api/users/${here.users.volunteer.id}`).expect(200)).body;
    await admin.patch(`/api/users/${here.users.volunteer.id}`).send({ version, password: PASSWORD }).expect(200);
    await agent.get('/api/auth/me').expect(401);
  });

  it('lets each choose the language of their screens', async () => {
    const agent = await signedIn(server.http, here.users.volunteer.email);
    await agent.patch('/api/auth/me').send({ language: 'en' }).expect(204);
    expect((await agent.get('/api/auth/me').expect(200)).body.language).toBe('en');
    await agent.patch('/api/auth/me').send({ language: 'de' }).expect(422);
    await agent.patch('/api/auth/me').send({ language: 'en', role: 'administrator' }).expect(422);
  });

  it('refuses what comes from another site', async () => {
    const agent = await signedIn(server.http, here.users.volunteer.email);
    const { body } = await agent.post('/api/persons/search').set('Sec-Fetch-Site', 'cross-site').send({}).expect(403);
    expect(body.code).toBe('cross-site');
    await agent.post('/api/persons/search').set('Origin', 'https://ailleurs.example').send({}).expect(403);
  });

  it('says that malformed JSON is unreadable, and an unknown field by its name', async () => {
    const agent = await signedIn(server.http, here.users.volunteer.email);
    const broken = await agent.post('/api/persons').set('Content-Type', 'application/json').send('{"givenName":').expect(400);
    expect(broken.body.code).toBe('malformed-json');
    const unknown = await agent
      .post('/api/persons')
      .send({ givenName: 'A', familyName: 'B', associationId: here.id, birthOn: '2026-02-30' })
      .expect(422);
    expect(unknown.body.errors).toContainEqual({ field: 'associationId', message: 'Champ inconnu.' });
    expect(unknown.body.errors).toContainEqual({ field: 'birthOn', message: 'Cette date n’existe pas (attendu : AAAA-MM-JJ).' });
    expect(await server.db.asSuperuser('select 1 from person')).toEqual([]);
  });

  it('closes the set-up once somebody exists', async () => {
    expect((await client(server.http).get('/api/setup').expect(200)).body).toEqual({ open: false });
    await client(server.http)
      .post('/api/setup')
      .send({ code: server.setup.clear, associationName: 'X', displayName: 'Y', email: 'y@x.invalid', password: PASSWORD })
      .expect(404);
  });
});
