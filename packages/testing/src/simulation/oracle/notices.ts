import { POLICIES, type PolicyName, type ReminderStep } from '@permanence/application';
import { isoAt, dayAt, daysFrom, plus } from './calendar.ts';

/** A date to announce, and when it became known (ISO instant). */
export interface Announced {
  policy: PolicyName;
  target: string;
  opensOn: string | null;
  plannedAt: string;
  zone: string;
}
export interface ExpectedNotice {
  step: string;
  audience: string;
  channel: string;
  /** The day on which it leaves, where the association is. */
  on: string;
}

/** What the policy, read as data, says must leave, and on which day: at nine, or as soon as the sending hours allow. */
export function expectedNotices({ policy, target, opensOn, plannedAt, zone }: Announced): ExpectedNotice[] {
  const known = dayAt(plannedAt, zone);
  const steps: readonly ReminderStep[] = POLICIES[policy];
  const dayOf = ({ lead }: ReminderStep): string | null => {
    switch (lead.at) {
      case 'once':
        return known;
      case 'opening':
        return opensOn;
      case 'half-way':
        return plus(known, Math.floor(daysFrom(known, target) / 2), 'days');
      case 'days-before':
        return plus(target, -lead.days, 'days');
      case 'months-before':
        return plus(target, -lead.months, 'months');
      case 'days-after':
        return plus(target, lead.days, 'days');
      case 'hours-before':
        throw new Error('hours are not replayed by days');
    }
  };
  const wanted = steps.flatMap((step) => {
    const day = dayOf(step);
    if (day === null) return [];
    const once = step.lead.at === 'once';
    const at = once ? plannedAt : isoAt(day, '09:00', zone);
    if (at < plannedAt) return [];
    // Known in the evening: the message waits for the morning, a call does not.
    const evening = isoAt(known, '20:00', zone) <= plannedAt;
    const on = once && evening && step.channel !== 'task' ? plus(day, 1, 'days') : day;
    return [{ step: `${policy}.${step.id}`, audience: step.audience, channel: step.channel, on, at }];
  });
  // Never two messages of one kind on one day: the earlier is kept.
  const ordered = wanted.map((one, i) => ({ one, i })).sort((a, b) => (a.one.at < b.one.at ? -1 : a.one.at > b.one.at ? 1 : a.i - b.i));
  const kept: ExpectedNotice[] = [];
  for (const { one } of ordered)
    if (!kept.some((k) => k.audience === one.audience && k.channel === one.channel && k.on === one.on)) kept.push(one);
  return kept;
}
