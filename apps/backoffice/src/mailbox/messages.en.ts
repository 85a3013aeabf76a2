import type { Words } from '../i18n/words.ts';

export const mailbox: Words['mailbox'] = {
  title: 'Local mailbox',
  docTitle: 'Local mailbox',
  intro: 'No mail server is set: messages stay here and go nowhere.',
  caption: 'Messages',
  empty: 'No message.',
  search: 'Look for a message',
  recipient: 'Addressee',
  subject: 'Subject',
  at: 'Written on',
  message: 'A message',
  back: 'All messages',
  from: 'From',
  to: 'To',
  text: 'Text',
  html: 'Layout',
  htmlTitle: 'The message with its layout',
  headers: 'Headers',
};
