import type { Contact, UpdateContactRequest } from '@permanence/contracts';
import { found, mutation } from '../support/use-case.ts';
import { checkGreetingWord } from './check-greeting-word.ts';

export const updateContact = mutation<UpdateContactRequest & { id: string }, Contact>({
  name: 'update-contact',
  permission: 'person.write',
  execute: async ({ input: { id, version, ...change }, repositories, app }) => {
    const before = found(await repositories.contacts.find(id));
    checkGreetingWord(change.greetingWord, found(await repositories.persons.find(before.personId)));
    await repositories.contacts.update(id, version, { ...change, confirmedOn: app.clock.today() });
    if (change.value !== undefined && change.value !== before.value) await repositories.contactStates.forgetBounces(id);
    return {
      result: found(await repositories.contacts.find(id)),
      audit: [{ action: 'contact.updated', targetKind: 'contact', targetId: id, personId: before.personId, fields: Object.keys(change) }],
    };
  },
});
