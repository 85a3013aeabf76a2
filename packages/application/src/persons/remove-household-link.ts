import { found, mutation } from '../support/use-case.ts';

export const removeHouseholdLink = mutation<{ id: string }, void>({
  name: 'remove-household-link',
  permission: 'person.write',
  execute: async ({ input: { id }, repositories }) => {
    const link = found(await repositories.persons.findHouseholdLink(id));
    await repositories.persons.removeHouseholdLink(id);
    return {
      result: undefined,
      audit: [{ action: 'household.unlinked', targetKind: 'household-link', targetId: id, personId: link.personId }],
    };
  },
});
