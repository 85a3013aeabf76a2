import type { AddContactRequest, Contact } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';
import { checkGreetingWord } from './check-greeting-word.ts';

/** Adds a way to reach the person. Its safety is `unknown`, that is "do not write", unless the person said otherwise. */
export const addContact = mutation<AddContactRequest & { personId: string }, Contact>({
  name: 'add-contact',
  permission: 'person.write',
  execute: async ({ input, repositories, app }) => {
    checkGreetingWord(input.greetingWord, found(await repositories.persons.find(input.personId)));
    const result = await repositories.contacts.add({
      ...input,
      note: input.note ?? null,
      messageLevel: input.messageLevel ?? null,
      greetingWord: input.greetingWord ?? null,
      id: newId(),
      confirmedOn: app.clock.today(),
    });
    return {
      result,
      audit: [
        {
          action: 'contact.added',
          targetKind: 'contact',
          targetId: result.id,
          personId: input.personId,
          fields: [
            'channel',
            'value',
            'safety',
            ...(input.messageLevel ? ['messageLevel'] : []),
            ...(input.greetingWord ? ['greetingWord'] : []),
          ],
        },
      ],
    };
  },
});
