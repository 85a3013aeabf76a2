import { dataProvider, searchBody } from './data-provider.ts';

describe('a list, asked for by POST', () => {
  it('turns the parameters of react-admin into the body of a search', () => {
    expect(
      searchBody({
        pagination: { page: 2, perPage: 50 },
        sort: { field: 'familyName', order: 'DESC' },
        filter: { q: ' diallo ', closed: false },
      }),
    ).toEqual({ page: 2, perPage: 50, sort: { field: 'familyName', order: 'desc' }, filter: { q: 'diallo', closed: false } });
  });
  it('leaves out what was not typed: the API refuses empty text', () => {
    expect(searchBody({ filter: { q: '  ', role: undefined, holderId: null } }).filter).toEqual({});
  });
  it('puts nothing that is searched into the address', async () => {
    const asked: { url: string; method: string | undefined; body: unknown }[] = [];
    globalThis.fetch = ((url: string, init?: RequestInit) => {
      asked.push({ url, method: init?.method, body: init?.body });
      return Promise.resolve(new Response('{"data":[],"total":0}'));
    }) as typeof fetch;
    await dataProvider.getList('persons', {
      pagination: { page: 1, perPage: 25 },
      sort: { field: 'familyName', order: 'ASC' },
      filter: { q: 'diallo' },
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ url: '/api/persons/search', method: 'POST' });
    expect(asked[0]?.body).toContain('diallo');
  });
  it('offers no write on many rows at once', async () => {
    await expect(dataProvider.updateMany('persons', { ids: ['1', '2'], data: {} })).rejects.toMatchObject({ code: 'not-found' });
    await expect(dataProvider.deleteMany('persons', { ids: ['1'] })).rejects.toMatchObject({ code: 'not-found' });
  });
});
