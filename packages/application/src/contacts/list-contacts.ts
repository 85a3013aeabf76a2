import type { Contact } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const listContacts = query<{ personId: string }, Contact[]>({
  name: 'list-contacts',
  permission: 'person.read',
  execute: async ({ input: { personId }, repositories }) => {
    found(await repositories.persons.find(personId));
    return repositories.contacts.ofPerson(personId);
  },
});
