import type { Person } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const getPerson = query<{ id: string }, Person>({
  name: 'get-person',
  permission: 'person.read',
  execute: async ({ input, repositories }) => found(await repositories.persons.find(input.id)),
});
