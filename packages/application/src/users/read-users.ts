import type { Colleague, Page, SearchUsersRequest, User } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const searchUsers = query<SearchUsersRequest, Page<User>>({
  name: 'search-users',
  permission: 'user.manage',
  execute: ({ input, repositories }) => repositories.users.search(input),
});
export const getUser = query<{ id: string }, User>({
  name: 'get-user',
  permission: 'user.manage',
  execute: async ({ input, repositories }) => found(await repositories.users.find(input.id)),
});
/** Names and roles, for everyone who has to name a colleague in charge. */
export const listColleagues = query<object, Page<Colleague>>({
  name: 'list-colleagues',
  permission: 'user.list',
  execute: async ({ repositories }) => {
    const data = await repositories.users.colleagues();
    return { data, total: data.length };
  },
});
