import type { HouseholdLink, Page, Person, PersonRow, SearchPersonsRequest } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const getPerson = query<{ id: string }, Person>({
  name: 'get-person',
  permission: 'person.read',
  execute: async ({ input, repositories }) => found(await repositories.persons.find(input.id)),
});
export const searchPersons = query<SearchPersonsRequest, Page<PersonRow>>({
  name: 'search-persons',
  permission: 'person.read',
  execute: ({ input, repositories }) => repositories.persons.search(input),
});
export const getHousehold = query<{ id: string }, HouseholdLink[]>({
  name: 'get-household',
  permission: 'person.read',
  execute: async ({ input, repositories }) => {
    found(await repositories.persons.find(input.id));
    return repositories.persons.household(input.id);
  },
});
