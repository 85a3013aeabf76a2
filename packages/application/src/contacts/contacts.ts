import type { AddContactRequest, Contact, UpdateContactRequest } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation, query } from '../support/use-case.ts';

export const listContacts = query<{ personId: string }, Contact[]>({
  name: 'list-contacts',
  permission: 'person.read',
  execute: async ({ input: { personId }, repositories }) => {
    found(await repositories.persons.find(personId));
    return repositories.contacts.ofPerson(personId);
  },
});
/** Adds a way to reach the person. Its safety is `unknown`, that is "do not write", unless the person said otherwise. */
export const addContact = mutation<AddContactRequest & { personId: string }, Contact>({
  name: 'add-contact',
  permission: 'person.write',
  execute: async ({ input, repositories, app }) => {
    found(await repositories.persons.find(input.personId));
    const result = await repositories.contacts.add({ ...input, note: input.note ?? null, id: newId(), confirmedOn: app.clock.today() });
    return {
      result,
      audit: [
        {
          action: 'contact.added',
          targetKind: 'contact',
          targetId: result.id,
          personId: input.personId,
          fields: ['channel', 'value', 'safety'],
        },
      ],
    };
  },
});
export const updateContact = mutation<UpdateContactRequest & { id: string }, Contact>({
  name: 'update-contact',
  permission: 'person.write',
  execute: async ({ input: { id, version, ...change }, repositories, app }) => {
    const before = found(await repositories.contacts.find(id));
    await repositories.contacts.update(id, version, { ...change, confirmedOn: app.clock.today() });
    return {
      result: found(await repositories.contacts.find(id)),
      audit: [{ action: 'contact.updated', targetKind: 'contact', targetId: id, personId: before.personId, fields: Object.keys(change) }],
    };
  },
});
export const removeContact = mutation<{ id: string }, void>({
  name: 'remove-contact',
  permission: 'person.write',
  execute: async ({ input: { id }, repositories }) => {
    const before = found(await repositories.contacts.find(id));
    await repositories.contacts.remove(id);
    return { result: undefined, audit: [{ action: 'contact.removed', targetKind: 'contact', targetId: id, personId: before.personId }] };
  },
});
