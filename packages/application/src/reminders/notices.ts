import { DEFAULT_POLICIES, type Lead, type PolicyName, type ReminderChannel, type Step } from '@permanence/contracts';
import { addDays, addMonths, daysBetween, isoDate, type IsoDate } from '@permanence/rules';
import { instantAt, localOf, withinSendingHours } from './local-time.ts';
import { targetOf, type ReminderSource } from './source.ts';

/** One notice to come, before it is known who the volunteers are. */
export interface Notice {
  step: string;
  /** A lawyer is called by a volunteer. */
  audience: 'person' | 'volunteer' | 'coordinator';
  channel: ReminderChannel;
  template: string;
  targetKey: string;
  dueAt: string;
  staleAt: string;
}

/** Notices announced by days leave at nine. */
export const NINE = 9 * 60;
const isRenewal = (source: ReminderSource): boolean => source.kind === 'deadline' && (source.ruleId ?? '').startsWith('REN-');

/** At most so many days from the planning to the date: `week`. */
const SHORT_DAYS = 8;

/** The policy of a source first planned today; later plannings keep the one chosen then (`planReminders`). */
export function policyFor(source: ReminderSource, today: IsoDate): PolicyName {
  if (source.kind === 'appointment') return source.missed ? 'missed' : 'appointment';
  if (source.kind !== 'deadline') return 'task';
  if ((source.ruleId ?? '').startsWith('CIR-')) return 'commitment';
  if (isRenewal(source)) return source.ruleId!.startsWith('REN-PREF') ? 'renewal-counter' : 'renewal-portal';
  if (!source.prudentOn) return 'hours';
  return daysBetween(today, isoDate(source.prudentOn)) <= SHORT_DAYS ? 'week' : 'appeal';
}

const templateOf = (source: ReminderSource, step: Step): string => {
  if (step.channel === 'task') return step.audience === 'lawyer' ? 'call-lawyer' : 'call';
  if (source.missed) return `${step.audience}.missed`;
  if (source.kind !== 'deadline') return `${step.audience}.${source.kind}`;
  return `${step.audience}.${isRenewal(source) ? 'window' : 'deadline'}`;
};

/** A missed appointment is spoken of for so long. */
const AFTER_MISS_DAYS = 14;

/** The end of what can be announced: afterwards a notice would mislead. */
export function endOf(source: ReminderSource, timeZone: string): string {
  if (source.kind === 'appointment') {
    if (!source.missed) return new Date(source.startsAt!).toISOString();
    return instantAt({ on: addDays(localOf(source.startsAt!, timeZone).on, AFTER_MISS_DAYS + 1), minutes: 0 }, timeZone);
  }
  if (!source.prudentOn) return new Date(source.expiresAt!).toISOString();
  // A task stays to be done after its day; a date of law does not.
  const last = source.kind === 'task' ? addDays(isoDate(source.prudentOn), 14) : isoDate(source.lastDayOn ?? source.prudentOn);
  return instantAt({ on: addDays(last, 1), minutes: 0 }, timeZone);
}

/** Where hours count a colleague is told at once, by night too; a task wakes nobody up. The person never is written to at night. */
export const atAnyHour = (policy: string, { audience, channel }: Pick<Step, 'channel'> & { audience: string }): boolean =>
  channel === 'task' || (policy === 'hours' && audience !== 'person');

interface NoticesOptions {
  /** The association's own steps. */
  steps?: readonly Step[];
  /** The date was announced before: what belongs to the day it became known is not begun anew. */
  known?: boolean;
}

/**
 * What a policy yields for a source, seen from `now` (ISO instant) in the association's zone: pure, and the same whenever it is asked
 * again. Moments already past are left out, except those of the day the date becomes known; two messages to one audience never fall
 * on the same day; a message is stale once the next one is due, so that an outage is caught up with one message and not with three.
 */
export function noticesOf(
  source: ReminderSource,
  policy: PolicyName,
  now: string,
  timeZone: string,
  { steps = DEFAULT_POLICIES[policy], known = false }: NoticesOptions = {},
): Notice[] {
  const targetKey = targetOf(source);
  if (!targetKey) return [];
  const end = endOf(source, timeZone);
  if (end <= now) return [];
  const today = localOf(now, timeZone).on;
  const target = source.kind === 'appointment' || !source.prudentOn ? localOf(targetKey, timeZone).on : isoDate(source.prudentOn);
  const atNine = (on: IsoDate): string => instantAt({ on, minutes: NINE }, timeZone);
  const due = (lead: Lead): string | null => {
    switch (lead.at) {
      case 'once':
        return known ? null : now;
      case 'opening':
        if (!source.opensOn) return null;
        return atNine(isoDate(source.opensOn)) >= now ? atNine(isoDate(source.opensOn)) : known ? null : now;
      case 'half-way':
        return known ? null : atNine(addDays(today, Math.floor(daysBetween(today, target) / 2)));
      case 'days-before':
        return atNine(addDays(target, -lead.days));
      case 'months-before':
        return atNine(addMonths(target, -lead.months));
      case 'hours-before':
        return new Date(new Date(end).getTime() - lead.hours * 3_600_000).toISOString();
      case 'days-after':
        return atNine(addDays(target, lead.days));
    }
  };
  const dated = steps.flatMap((step) => {
    const raw = due(step.lead);
    if (raw === null || raw < now) return [];
    const dueAt = atAnyHour(policy, step) ? raw : withinSendingHours(raw, timeZone);
    return dueAt < end ? [{ step, dueAt, day: localOf(dueAt, timeZone).on }] : [];
  });
  const kept: typeof dated = [];
  const lane = (s: Step) => `${s.audience} ${s.channel}`;
  for (const one of dated.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))) {
    if (!kept.some((k) => lane(k.step) === lane(one.step) && k.day === one.day)) kept.push(one);
  }
  return kept.map(({ step, dueAt }, i) => ({
    step: `${policy}.${step.id}`,
    audience: step.audience === 'lawyer' ? 'volunteer' : step.audience,
    channel: step.channel,
    template: templateOf(source, step),
    targetKey,
    dueAt,
    staleAt: (step.channel !== 'task' && kept.slice(i + 1).find((k) => lane(k.step) === lane(step))?.dueAt) || end,
  }));
}
