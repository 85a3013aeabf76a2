import type { DataProvider, GetListParams, Identifier, RaRecord } from 'react-admin';
import { api } from './http.ts';
import { ApiProblem } from './problem.ts';

interface SearchBody {
  page: number;
  perPage: number;
  sort?: { field: string; order: 'asc' | 'desc' };
  filter: Record<string, unknown>;
}

/** react-admin's list parameters as the body of a search. Empty filters are left out: the API refuses empty text. */
export function searchBody({ pagination, sort, filter }: Partial<GetListParams>): SearchBody {
  const kept = Object.entries((filter ?? {}) as Record<string, unknown>)
    .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
    .filter(([, value]) => value !== '' && value !== undefined && value !== null);
  return {
    page: pagination?.page ?? 1,
    perPage: pagination?.perPage ?? 25,
    ...(sort ? { sort: { field: sort.field, order: sort.order === 'DESC' ? ('desc' as const) : ('asc' as const) } } : {}),
    filter: Object.fromEntries(kept),
  };
}

const refuse = (): Promise<never> => Promise.reject(new ApiProblem(404, { code: 'not-found' }));

/** Lists are asked for by POST, so that no name enters an address. There is no bulk write: each change is one request with its version. */
export const dataProvider = {
  getList: async (resource: string, params: GetListParams) => {
    const { data, total } = await api.post<{ data: RaRecord[]; total: number }>(
      `${resource}/search`,
      searchBody(params),
      params.signal ? { signal: params.signal } : {},
    );
    return { data, total };
  },
  getOne: async (resource: string, { id }: { id: Identifier }) => ({ data: await api.get<RaRecord>(`${resource}/${id}`) }),
  getMany: async (resource: string, { ids }: { ids: Identifier[] }) => ({
    data: await Promise.all(ids.map((id) => api.get<RaRecord>(`${resource}/${id}`))),
  }),
  getManyReference: refuse,
  create: async (resource: string, { data }: { data: unknown }) => ({ data: await api.post<RaRecord>(resource, data) }),
  update: async (resource: string, { id, data }: { id: Identifier; data: unknown }) => ({
    data: await api.patch<RaRecord>(`${resource}/${id}`, data),
  }),
  updateMany: refuse,
  delete: async (resource: string, { id }: { id: Identifier }) => {
    await api.delete(`${resource}/${id}`);
    return { data: { id } };
  },
  deleteMany: refuse,
} as unknown as DataProvider;
