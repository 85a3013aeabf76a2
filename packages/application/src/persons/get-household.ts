import type { HouseholdLink } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const getHousehold = query<{ id: string }, HouseholdLink[]>({
  name: 'get-household',
  permission: 'person.read',
  execute: async ({ input, repositories }) => {
    found(await repositories.persons.find(input.id));
    return repositories.persons.household(input.id);
  },
});
