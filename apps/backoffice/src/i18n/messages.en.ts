import { auth } from '../auth/messages.en.ts';
import { bundle } from '../bundle/messages.en.ts';
import { checklist } from '../checklist/messages.en.ts';
import { bounces } from '../bounces/messages.en.ts';
import { coordination } from '../coordination/messages.en.ts';
import { deadlines } from '../deadlines/messages.en.ts';
import { dossiers } from '../dossiers/messages.en.ts';
import { facts } from '../facts/messages.en.ts';
import { home } from '../home/messages.en.ts';
import { interview } from '../interview/messages.en.ts';
import { lawImpact } from '../law-impact/messages.en.ts';
import { layout } from '../layout/messages.en.ts';
import { mailbox } from '../mailbox/messages.en.ts';
import { messages } from '../messages/messages.en.ts';
import { papers } from '../papers/messages.en.ts';
import { readings } from '../papers/reading-messages.en.ts';
import { permanences } from '../permanences/messages.en.ts';
import { persons } from '../persons/messages.en.ts';
import { policies } from '../policies/messages.en.ts';
import { queues } from '../queues/messages.en.ts';
import { reminders } from '../reminders/messages.en.ts';
import { risk } from '../risk/messages.en.ts';
import { sending } from '../sending/messages.en.ts';
import { users } from '../users/messages.en.ts';
import { weighing } from '../weighing/messages.en.ts';
import { work } from '../work/messages.en.ts';
import { account } from '../account/messages.en.ts';
import { calendar } from '../calendar/messages.en.ts';
import { integration } from '../integration/messages.en.ts';
import { sheet } from '../sheet/messages.en.ts';
import { watchers } from '../watchers/messages.en.ts';
import { actions } from './actions.en.ts';
import type { Words } from './words.ts';

const common: Words['common'] = {
  loading: 'Loading…',
  retry: 'Try again',
  close: 'Close',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages of the list',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
  sortBy: 'sort by this column',
  results: (n) => (n === 0 ? 'No result' : n === 1 ? '1 result' : `${n} results`),
  none: 'None',
  notSaid: 'Not filled in',
  edit: 'Edit',
  remove: 'Remove',
  open: 'Open',
  saved: 'Saved.',
  removed: 'Removed.',
  notFoundTitle: 'Page not found',
  notFound: 'This page does not exist, or you have no access to it.',
  backHome: 'Back to the first page',
  crashed: 'Something unexpected stopped this screen',
  crashedHelp: 'Nothing that was saved is lost. Reload the page; if it happens again, tell your coordinator.',
  reload: 'Reload the page',
  days: (n) => (n === 1 ? '1 day' : `${n} days`),
  workingDays: (n) => (n === 1 ? '1 working day' : `${n} working days`),
  calendar,
  integration,
  sheet,
  watchers,
};
const form: Words['form'] = {
  required: 'required',
  error: 'Error:',
  yes: 'Yes',
  no: 'No',
  unknown: 'Not known yet',
  choose: 'Choose…',
  save: 'Save',
  cancel: 'Cancel',
  sending: 'Saving…',
  toCorrect: 'Some information needs correcting. Nothing was saved.',
  conflictHelp: 'What you typed stays on the screen. Note it down if need be, then reload.',
  reload: 'Reload the record',
  dayFormat: 'Day/month/year, for example 03/02/2026.',
  badDay: 'This day does not exist. Write day, month and year: 03/02/2026.',
  noSuchDay: 'This day does not exist.',
  badTime: 'Write hours and minutes: 14:30.',
  badNumber: 'A number is expected.',
  needed: 'Please fill in.',
};
export const en: Words = {
  common,
  form,
  actions,
  auth,
  home,
  layout,
  persons,
  facts,
  interview,
  bundle,
  checklist,
  lawImpact,
  risk,
  messages,
  papers,
  readings,
  weighing,
  dossiers,
  deadlines,
  work,
  reminders,
  permanences,
  users,
  mailbox,
  bounces,
  policies,
  sending,
  queues,
  coordination,
  account,
  calendar,
  integration,
  sheet,
  watchers,
};
