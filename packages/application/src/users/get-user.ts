import type { User } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const getUser = query<{ id: string }, User>({
  name: 'get-user',
  permission: 'user.manage',
  execute: async ({ input, repositories }) => found(await repositories.users.find(input.id)),
});
