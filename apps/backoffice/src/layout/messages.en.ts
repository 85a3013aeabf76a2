import type { Words } from '../i18n/words.ts';

export const layout: Words['layout'] = {
  skip: 'Skip to the content',
  menu: 'Menu',
  mainMenu: 'Main menu',
  home: 'Today',
  persons: 'People',
  dossiers: 'Files',
  deadlines: 'Deadlines',
  permanences: 'Drop-ins',
  tasks: 'Tasks',
  appointments: 'Appointments',
  users: 'Accounts',
  mailbox: 'Mailbox',
  queues: 'Sending',
  signOut: 'Sign out',
  language: 'Français',
  languageLabel: 'Switch to French (passer en français)',
  help: 'Need help? Ask your coordinator.',
  urgent: 'Immediate danger: 17 or 112, text 114. Violence: 3919.',
  account: 'Your account',
  roles: { volunteer: 'Volunteer', coordinator: 'Coordination', administrator: 'Administration' },
};
