import { AppError, type AddHouseholdLinkRequest, type HouseholdLink } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';

/** Says what another registered person is to this one. Both must be the caller's to open. */
export const addHouseholdLink = mutation<AddHouseholdLinkRequest & { id: string }, HouseholdLink[]>({
  name: 'add-household-link',
  permission: 'person.write',
  execute: async ({ input: { id: personId, otherPersonId, kind }, repositories }) => {
    found(await repositories.persons.find(personId));
    found(await repositories.persons.find(otherPersonId));
    if (personId === otherPersonId)
      throw new AppError('invalid-input', { problems: [{ field: 'otherPersonId', message: 'C’est la même personne.' }] });
    const links = await repositories.persons.household(personId);
    if (links.some((link) => link.otherPersonId === otherPersonId)) throw new AppError('already-exists');
    const id = newId();
    await repositories.persons.addHouseholdLink({ id, personId, otherPersonId, kind });
    return {
      result: await repositories.persons.household(personId),
      audit: [{ action: 'household.linked', targetKind: 'household-link', targetId: id, personId, fields: ['otherPersonId', 'kind'] }],
    };
  },
});
