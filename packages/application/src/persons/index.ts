export { createPerson } from './create-person.ts';
export { addHouseholdLink, removeHouseholdLink } from './household.ts';
export { likelyDuplicates } from './likely-duplicates.ts';
export { getHousehold, getPerson, searchPersons } from './read-persons.ts';
export { updatePerson } from './update-person.ts';
