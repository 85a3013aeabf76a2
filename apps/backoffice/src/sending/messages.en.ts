import type { sending as fr } from './messages.fr.ts';

export const sending: typeof fr = {
  title: 'Sender of messages',
  docTitle: 'Sender of messages',
  intro: 'What people see of a message before they open it, and whom they call.',
  phone: 'Phone to call',
  phoneHint: 'Written in every message. Someone must answer it at the hours given.',
  sender: 'Sender of neutral messages',
  senderHint:
    'A name and an address that tell nothing of the association: Reminders <reminders@example.org>. Empty: the installation’s. The domain must allow this server (SPF, DKIM).',
  replyTo: 'Address for answers',
  replyToHint: 'For people who agree that the association’s name is shown. A mailbox that someone reads.',
  sms: 'Allow text messages',
  smsHint: 'They leave only when a provider is set on the server, and to numbers marked safe.',
};
