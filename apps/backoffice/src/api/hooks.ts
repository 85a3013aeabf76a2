import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { Me, Page, Permission } from '@permanence/contracts';
import { currentMe } from './auth-provider.ts';
import { api } from './http.ts';

/** Reads one path of the API; kept in memory under its own address. */
export const useRead = <T>(path: string, options: { enabled?: boolean; refetchInterval?: number } = {}): UseQueryResult<T> =>
  useQuery({ queryKey: ['api', path], queryFn: ({ signal }) => api.get<T>(path, { signal }), ...options }) as UseQueryResult<T>;

/** Reads by POST, for lists and previews: what is searched enters no address. `keep` leaves the last answer up while the next one comes. */
export const usePosted = <T>(path: string, body: unknown, { enabled = true, keep = false } = {}): UseQueryResult<T> =>
  useQuery({
    queryKey: ['api', path, body],
    queryFn: ({ signal }) => api.post<T>(path, body, { signal }),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<T>;

const MOST_PER_PAGE = 100;
/** Every page of a search, for a screen that has to show all of it, such as a month. */
export const useEvery = <T>(path: string, body: { filter: object; sort?: object }): UseQueryResult<T[]> =>
  useQuery({
    queryKey: ['api', path, 'every', body],
    queryFn: async ({ signal }) => {
      const found: T[] = [];
      for (let page = 1; ; page++) {
        const { data, total } = await api.post<Page<T>>(path, { ...body, page, perPage: MOST_PER_PAGE }, { signal });
        found.push(...data);
        if (!data.length || found.length >= total) return found;
      }
    },
    placeholderData: keepPreviousData,
  }) as UseQueryResult<T[]>;

/** A change: nothing is shown as done before the server says so; then every list and sheet on screen is read anew. */
export function useChange<I, O>(change: (input: I) => Promise<O>) {
  const client = useQueryClient();
  return useMutation<O, unknown, I>({ mutationFn: change, onSuccess: () => client.invalidateQueries() });
}

export const useMe = (): Me | undefined => useQuery({ queryKey: ['me'], queryFn: currentMe, staleTime: Infinity }).data;
export const useMay = (): ((permission: Permission) => boolean) => {
  const me = useMe();
  return (permission) => me?.permissions.includes(permission) ?? false;
};
