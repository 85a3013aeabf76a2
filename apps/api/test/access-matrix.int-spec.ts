import { client, signedIn, type Agent } from '@permanence/testing';
import { MATRIX } from './matrix/index.ts';
import { PROFILES, type MatrixProfile } from './matrix/row.ts';
import { makeWorld, type World } from './matrix/world.ts';
import { testServer, type TestServer } from './server.ts';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}
/** The routes as Express really holds them, not as we believe we wrote them. */
const routesOf = (server: TestServer): string[] => {
  const { stack } = (server.nest.getHttpAdapter().getInstance() as { router: { stack: Layer[] } }).router;
  return stack
    .flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []))
    .filter((route) => !route.includes('/api/docs'));
};

describe('who may do what', () => {
  let server: TestServer;
  let world: World;
  beforeAll(async () => {
    server = await testServer();
    world = await makeWorld(server);
  });
  afterAll(() => server.close());

  const as: Record<MatrixProfile, () => Promise<Agent>> = {
    anonymous: async () => client(server.http),
    volunteer: () => signedIn(server.http, world.here.users.volunteer.email),
    'other-volunteer': () => signedIn(server.http, world.here.users['other-volunteer'].email),
    coordinator: () => signedIn(server.http, world.here.users.coordinator.email),
    administrator: () => signedIn(server.http, world.here.users.administrator.email),
    'foreign-coordinator': () => signedIn(server.http, world.there.users.coordinator.email),
  };

  const open = new Map<MatrixProfile, Agent>();
  const agentOf = async (profile: MatrixProfile): Promise<Agent> => {
    const agent = open.get(profile) ?? (await as[profile]());
    open.set(profile, agent);
    return agent;
  };

  it('has a row for every route of the router, and no row too many', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...new Set(routesOf(server))].sort());
  });

  describe.each(Object.entries(MATRIX))('%s', (route, row) => {
    it.each(PROFILES.map((profile, i) => [profile, row.expect[i]] as const))('%s: %i', async (profile, expected) => {
      const [method, pattern] = route.split(' ') as [string, string];
      const { id, params, body, file, fields, headers, raw } = (await row.send?.(world)) ?? {};
      const path = Object.entries({ ...(id ? { id } : {}), ...params }).reduce((p, [key, value]) => p.replace(`:${key}`, value), pattern);
      const agent = await agentOf(profile);
      const call = agent[method.toLowerCase() as 'get' | 'post' | 'patch' | 'put' | 'delete' | 'head'](path);
      if (headers) call.set(headers);
      if (file) {
        for (const [key, value] of Object.entries(fields ?? {})) call.field(key, value);
        call.attach('file', file, 'papier.pdf');
      } else if (raw) call.send(raw);
      else if (body) call.send(body);
      const response = await call;
      // These two end or change the session: the next call opens one anew.
      if (path.startsWith('/api/auth/sign-')) open.delete(profile);
      if (response.status !== expected)
        throw new Error(`${route} as ${profile}: ${response.status} instead of ${expected}: ${response.text}`);
      // A refusal tells nothing of what it hides.
      if (response.status === 404 && method !== 'HEAD' && !path.startsWith('/api/answer/'))
        expect(response.body.title).toBe('Introuvable, ou vous n’y avez pas accès.');
    });
  });
});
