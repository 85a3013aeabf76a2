import { client, PASSWORD, signedIn } from '@permanence/testing';
import { testServer, type TestServer } from './server.ts';

describe('the first account of a new installation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());
  it('needs the code printed at the console', async () => {
    const body = { associationName: 'Accueil du port', displayName: 'Nadia', email: 'nadia@accueil.invalid', password: PASSWORD };
    const agent = client(server.http);
    await agent
      .post('/api/setup')
      .send({ ...body, code: 'AAAAAA-BBBBBB' })
      .expect(403);
    await agent
      .post('/api/setup')
      .send({ ...body, code: server.setup.clear })
      .expect(201);
    const me = await (await signedIn(server.http, body.email)).get('/api/auth/me').expect(200);
    expect(me.body).toMatchObject({ role: 'administrator', associationName: 'Accueil du port' });
  });
});
