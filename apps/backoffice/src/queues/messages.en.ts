import type { Words } from '../i18n/words.ts';

export const queues: Words['queues'] = {
  title: 'Sending',
  docTitle: 'State of the sending',
  intro: 'The state is read from the ledger of reminders, not from the queue, which may be emptied without losing anything.',
  beating: (when) => `The scheduler is at work (last seen ${when}).`,
  silent: 'The scheduler no longer answers: no reminder is sent. Restart it, then look here again.',
  never: 'The scheduler has never run yet: no reminder is sent.',
  reminders: 'Reminders',
  overdue: 'Late: planned and still not sent',
  refused: 'Held back for safety',
  outbox: 'Messages waiting for the queue',
  waiting: 'Waiting',
  failing: 'Failing',
  oldest: 'The oldest',
  failures: 'Latest failures',
  failuresNone: 'No recent failure.',
  name: 'Job',
  at: 'On',
  attempts: 'Tries',
  error: 'Error',
};
