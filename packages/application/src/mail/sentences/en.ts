import { dayOf, monthOf, weekday, yearOf } from '@permanence/rules';
import { two, type Language, type VolunteerSentences } from './shape.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export const en: Language = {
  code: 'en',
  direction: 'ltr',
  reviewed: false,
  words: (d) => `${DAYS[weekday(d) - 1]} ${dayOf(d)} ${MONTHS[monthOf(d) - 1]} ${yearOf(d)}`,
  short: (d) => `${dayOf(d)} ${MONTHS[monthOf(d) - 1]} ${yearOf(d)}`,
  hour: (m) => `${two(Math.floor(m / 60))}:${two(m % 60)}`,
  person: {
    subjectDate: 'A date to remember: {date}',
    subjectAppointment: 'Your appointment on {date}',
    hello: 'Hello,',
    deadline: 'An important date for you is coming: {date}.',
    deadlineAtHour: 'An important date for you is coming: {date} at {hour}.',
    window: 'An important period for you ends on {date}.',
    windowFrom: 'An important period for you runs from {from} to {date}.',
    appointment: 'You have an appointment on {date} at {hour}.',
    call: 'Call {phone} before that date, even if you think that everything is ready.',
    callWithoutPhone: 'Call your usual contact before that date, even if you think that everything is ready.',
    callIfUnable: 'If you cannot come, call {phone}.',
    callIfUnableWithoutPhone: 'If you cannot come, call your usual contact.',
    automatic: 'This message was sent automatically.',
  },
};
export const volunteerEn: VolunteerSentences = {
  subject: 'Reminder: dossier {dossier}',
  subjectWithoutDossier: 'Reminder: a date is coming',
  hello: 'Hello,',
  deadline: 'A time limit is running: {rule}.',
  window: 'A period to act in: {rule}.',
  appointment: 'Appointment on {date} at {hour}, {place}.',
  task: 'A task assigned to you is due on {date}.',
  prudent: 'Prudent day: {date}.',
  lastDay: 'Last day according to law: {date}.',
  opens: 'Opens: {date}.',
  expires: 'The time limit ends: {date} at {hour}.',
  link: 'Open the dossier: {link}',
  automatic: 'Automatic message of Permanence. Put no personal data into a reply.',
};
