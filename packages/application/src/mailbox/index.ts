export { getMail, searchMailbox } from './read-mailbox.ts';
