import { client } from '@permanence/testing';
import { testServer, type TestServer } from '../../test/server.ts';

describe('the description of the API', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await testServer();
  });
  afterAll(() => server.close());

  it('is made from the schemas that hold at run time, for every route', async () => {
    const { body } = await client(server.http).get('/api/docs/openapi.json').expect(200);
    const paths = body.paths as Record<string, Record<string, { requestBody?: { content: Record<string, { schema: object }> } }>>;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/persons/{id}/facts', '/api/documents/{id}/file', '/api/rules/assess']),
    );
    const facts = paths['/api/persons/{id}/facts']!['put']!.requestBody!.content['application/json']!.schema;
    expect(JSON.stringify(facts)).toContain('"format":"date"');
    expect(Object.keys(paths['/api/persons/{id}/documents']!['post']!.requestBody!.content)).toContain('multipart/form-data');
  });
});
