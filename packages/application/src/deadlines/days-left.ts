import type { Deadline } from '@permanence/contracts';
import type { StoredDeadline } from '@permanence/persistence';
import {
  daysBetween,
  isDepartement,
  isIsoDate,
  localAt,
  parseInstant,
  territoryOf,
  workingDaysBetween,
  zoneOf,
  type IsoDate,
  type Territory,
} from '@permanence/rules';
import type { Clock } from '../support/clock.ts';

export type Left = Pick<Deadline, 'daysLeft' | 'workingDaysLeft' | 'minutesLeft'>;

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

/** The day it is at that place; without one, in Paris. In Réunion the day changes three hours earlier, and a day may be all that is left. */
const todayAt = (clock: Clock, territory: Territory | null): IsoDate => {
  if (!territory) return clock.today();
  const { at } = parseInstant(clock.now())!;
  return localAt(at, zoneOf(territory)(at)).on;
};

/**
 * Days from today, at that place, to the prudent day; working days of that place after today; for a limit in hours, whole minutes from now.
 * Negative, and 0 working days, once it is past.
 */
export function daysLeft(clock: Clock, dates: Dates, territory: Territory | null): Left {
  const day = target(dates);
  const end = parseInstant(dates.expiresAt);
  const minutesLeft = end && end.at - parseInstant(clock.now())!.at;
  if (day === null) return { daysLeft: 0, workingDaysLeft: 0, minutesLeft };
  const today = todayAt(clock, territory);
  return { daysLeft: daysBetween(today, day), workingDaysLeft: workingDaysBetween(today, day, territory), minutesLeft };
}

/** The place whose holidays count: the department the rules were given. */
export const territoryGiven = (facts: Record<string, unknown>): Territory | null => {
  const inner = (facts['facts'] ?? {}) as Record<string, unknown>;
  const departement = inner['departement'];
  return typeof departement === 'string' && isDepartement(departement) ? territoryOf(departement) : null;
};

/** A stored limit with what is left of it now. */
export const withDaysLeft = <T extends StoredDeadline>(clock: Clock, deadline: T): T & Left => ({
  ...deadline,
  ...daysLeft(clock, deadline, territoryGiven(deadline.facts)),
});
