export { addContact } from './add-contact.ts';
export { listContacts } from './list-contacts.ts';
export { removeContact } from './remove-contact.ts';
export { updateContact } from './update-contact.ts';
