import type { Words } from '../i18n/words.ts';

export const home: Words['home'] = {
  docTitle: 'Today',
  hello: (name) => `Hello ${name}`,
  receive: 'Receive someone',
  receiveHint: 'Look for a person, or register them if they come for the first time.',
  nextDeadlines: 'Next deadlines in your files',
  noDeadline: 'No running deadline in your files.',
  allDeadlines: 'All deadlines',
  tasks: 'Your tasks',
  noTask: 'No task is waiting for you.',
  allTasks: 'All tasks',
  appointments: 'Appointments of the next seven days',
  noAppointment: 'No appointment planned.',
  allAppointments: 'All appointments',
};
