export { addContact, listContacts, removeContact, updateContact } from './contacts.ts';
