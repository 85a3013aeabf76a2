import type { Page, SearchUsersRequest, User } from '@permanence/contracts';
import { query } from '../support/use-case.ts';

export const searchUsers = query<SearchUsersRequest, Page<User>>({
  name: 'search-users',
  permission: 'user.manage',
  execute: ({ input, repositories }) => repositories.users.search(input),
});
