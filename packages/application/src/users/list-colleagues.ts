import type { Colleague, Page } from '@permanence/contracts';
import { query } from '../support/use-case.ts';

/** Names and roles, for everyone who has to name a colleague in charge. */
export const listColleagues = query<object, Page<Colleague>>({
  name: 'list-colleagues',
  permission: 'user.list',
  execute: async ({ repositories }) => {
    const data = await repositories.users.colleagues();
    return { data, total: data.length };
  },
});
