import type { Person, UpdatePersonRequest } from '@permanence/contracts';
import { searchText } from '@permanence/persistence';
import { found, mutation } from '../support/use-case.ts';

/** @throws AppError version-conflict when someone changed the record since it was read */
export const updatePerson = mutation<UpdatePersonRequest & { id: string }, Person>({
  name: 'update-person',
  permission: 'person.write',
  execute: async ({ input: { id, version, ...change }, repositories }) => {
    const before = found(await repositories.persons.find(id));
    const name = searchText(change.givenName ?? before.givenName, change.familyName ?? before.familyName);
    await repositories.persons.update(id, version, { ...change, searchText: name });
    const result = found(await repositories.persons.find(id));
    return { result, audit: [{ action: 'person.updated', targetKind: 'person', targetId: id, personId: id, fields: Object.keys(change) }] };
  },
});
