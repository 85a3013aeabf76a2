import type { bounces as fr } from './messages.fr.ts';

export const bounces: typeof fr = {
  title: 'Contacts to repair',
  docTitle: 'Contacts to repair',
  intro:
    'A message came back, or was reported as unwanted: nothing goes to these addresses any more. Call the person, then correct the address on their sheet.',
  none: 'No contact to repair.',
  person: 'Person',
  address: 'Address',
  why: 'What happened',
  since: 'Since',
};
