import type { ReminderAudience, ReminderChannel } from '@permanence/contracts';

/** When a notice is due. Days and months are counted back from the date announced. */
export type Lead =
  | { at: 'once' }
  | { at: 'opening' }
  | { at: 'half-way' }
  | { at: 'days-before'; days: number }
  | { at: 'months-before'; months: number }
  | { at: 'hours-before'; hours: number };

export interface Step {
  /** Unique in its policy; with the policy's name it is the ledger's `step`. */
  id: string;
  lead: Lead;
  /** `volunteer`: each holder of the dossier, or each coordinator when nobody holds it. */
  audience: Exclude<ReminderAudience, 'coordinator'>;
  channel: ReminderChannel;
  /** Not held back until 8 h: where hours count, a colleague is told at once. The person never is woken up. */
  atAnyHour?: boolean;
}

const person = (id: string, lead: Lead): Step => ({ id, lead, audience: 'person', channel: 'email' });
const volunteer = (id: string, lead: Lead): Step => ({ id, lead, audience: 'volunteer', channel: 'email' });
const call = (id: string, lead: Lead): Step => ({ id, lead, audience: 'volunteer', channel: 'task', atAnyHour: true });
const both = (id: string, lead: Lead): Step[] => [volunteer(id, lead), person(id, lead)];
const days = (n: number): Lead => ({ at: 'days-before', days: n });
const months = (n: number): Lead => ({ at: 'months-before', months: n });
const hours = (n: number): Lead => ({ at: 'hours-before', hours: n });
const once: Lead = { at: 'once' };

/**
 * What is announced when, per kind of date. Data, not code: an association's own figures can replace a row of it.
 * A step whose moment has passed is skipped, except `once` (the day the date becomes known).
 */
export const POLICIES = {
  /** Window on the portal, which closes 60 days before the permit ends: 6 months, 3 months and 2 months + 10 days before that end. */
  'renewal-portal': [
    call('prepare', months(4)),
    person('opening', { at: 'opening' }),
    person('30-days', days(30)),
    ...both('10-days', days(10)),
    ...both('3-days', days(3)),
  ],
  /** Window at the counter, which closes with the permit itself. */
  'renewal-counter': [
    call('prepare', months(6)),
    person('3-months', months(3)),
    person('70-days', days(70)),
    person('opening', { at: 'opening' }),
    ...[49, 42, 35, 28, 21, 14, 7].map((n) => person(`${n}-days`, days(n))),
    volunteer('14-days', days(14)),
    ...both('3-days', days(3)),
  ],
  /** An appeal of a month or two. */
  appeal: [
    ...both('day-0', once),
    ...both('half-way', { at: 'half-way' }),
    ...both('7-days', days(7)),
    call('3-days-call', days(3)),
    ...both('3-days', days(3)),
    ...both('1-day', days(1)),
  ],
  /** Seven days or less: a voice first, never only a message. */
  week: [
    call('call-now', once),
    ...both('day-0', once),
    ...both('3-days', days(3)),
    call('1-day-call', days(1)),
    ...both('1-day', days(1)),
  ],
  /** Hours: everything at once. */
  hours: [
    call('call-now', once),
    { ...volunteer('now', once), atAnyHour: true },
    person('now', once),
    call('24-hours-call', hours(24)),
    { ...volunteer('24-hours', hours(24)), atAnyHour: true },
  ],
  appointment: [person('booking', once), person('7-days', days(7)), person('3-days', days(3)), ...both('1-day', days(1))],
  /** To the one it is assigned to. */
  task: [volunteer('due', days(0))],
} as const satisfies Record<string, readonly Step[]>;

export type PolicyName = keyof typeof POLICIES;
export const isPolicyName = (text: string): text is PolicyName => text in POLICIES;
/** At most so many days from the planning to the date: `week`. */
export const SHORT_DAYS = 8;
