export { addHouseholdLink } from './add-household-link.ts';
export { createPerson } from './create-person.ts';
export { getHousehold } from './get-household.ts';
export { getPerson } from './get-person.ts';
export { likelyDuplicates } from './likely-duplicates.ts';
export { removeHouseholdLink } from './remove-household-link.ts';
export { searchPersons } from './search-persons.ts';
export { updatePerson } from './update-person.ts';
