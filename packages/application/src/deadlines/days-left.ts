import type { Deadline } from '@permanence/contracts';
import type { StoredDeadline } from '@permanence/persistence';
import { daysBetween, isDepartement, isIsoDate, territoryOf, workingDaysBetween, type IsoDate, type Territory } from '@permanence/rules';

interface Dates {
  prudentOn: string | null;
  lastDayOn: string | null;
  /** ISO instant on the clock of the place. */
  expiresAt: string | null;
}
/** The day to count to: the prudent one, the last one, or the day on which the hours run out. */
const target = ({ prudentOn, lastDayOn, expiresAt }: Dates): IsoDate | null => {
  const day = prudentOn ?? lastDayOn ?? expiresAt?.slice(0, 10);
  return isIsoDate(day) ? day : null;
};

/** Days from today to the prudent day; working days of that place after today. Negative, and 0, once it is past. */
export function daysLeft(today: IsoDate, dates: Dates, territory: Territory | null): { daysLeft: number; workingDaysLeft: number } {
  const day = target(dates);
  if (day === null) return { daysLeft: 0, workingDaysLeft: 0 };
  return { daysLeft: daysBetween(today, day), workingDaysLeft: workingDaysBetween(today, day, territory) };
}

/** The place whose holidays count: the department the rules were given. */
export const territoryGiven = (facts: Record<string, unknown>): Territory | null => {
  const inner = (facts['facts'] ?? {}) as Record<string, unknown>;
  const departement = inner['departement'];
  return typeof departement === 'string' && isDepartement(departement) ? territoryOf(departement) : null;
};

/** A stored limit with what is left of it today. */
export const withDaysLeft = <T extends StoredDeadline>(
  today: IsoDate,
  deadline: T,
): T & Pick<Deadline, 'daysLeft' | 'workingDaysLeft'> => ({
  ...deadline,
  ...daysLeft(today, deadline, territoryGiven(deadline.facts)),
});
