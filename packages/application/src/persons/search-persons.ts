import type { Page, PersonRow, SearchPersonsRequest } from '@permanence/contracts';
import { query } from '../support/use-case.ts';

export const searchPersons = query<SearchPersonsRequest, Page<PersonRow>>({
  name: 'search-persons',
  permission: 'person.read',
  execute: ({ input, repositories }) => repositories.persons.search(input),
});
