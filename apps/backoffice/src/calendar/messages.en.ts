import type { Words } from '../i18n/words.ts';

export const calendar: Words['calendar'] = {
  title: 'Calendar',
  docTitle: 'Calendar of the month',
  intro: 'Deadlines (prudent day and legal last day) and appointments, month by month.',
  previous: 'Previous month',
  next: 'Next month',
  thisMonth: 'This month',
  today: 'today',
  views: { grid: 'As a grid', list: 'As a list' },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  none: 'Nothing this month.',
  more: (n) => `and ${n} more`,
  moreOn: (n, day) => `and ${n} more on ${day}: see the list`,
  kinds: { prudent: 'Prudent day', last: 'Last day', hour: 'By the hour' },
  signs: { urgent: '▲', grave: '◆', calm: '●', appointment: '○' },
  bands: { urgent: 'Urgent', grave: 'Grave', calm: 'To follow', appointment: 'Appointment' },
};
