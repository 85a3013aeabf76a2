import { found, mutation } from '../support/use-case.ts';

export const removeContact = mutation<{ id: string }, void>({
  name: 'remove-contact',
  permission: 'person.write',
  execute: async ({ input: { id }, repositories }) => {
    const before = found(await repositories.contacts.find(id));
    await repositories.contacts.remove(id);
    return { result: undefined, audit: [{ action: 'contact.removed', targetKind: 'contact', targetId: id, personId: before.personId }] };
  },
});
