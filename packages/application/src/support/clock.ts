import { isoDate, type IsoDate } from '@permanence/rules';

/** The only clock. Rules never read it: they are handed the day. */
export interface Clock {
  /** ISO instant, UTC. */
  now(): string;
  /** The calendar day at `timeZone` (IANA name); in a use case, that of the association when none is named. */
  today(timeZone?: string): IsoDate;
}

export const PARIS = 'Europe/Paris';
/** Making a formatter costs a thousand times more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const dayIn = (instant: Date, timeZone: string): IsoDate => {
  const made =
    formatters.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formatters.set(timeZone, made);
  return isoDate(made.format(instant));
};

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: (timeZone = PARIS) => dayIn(new Date(), timeZone),
};
/** The same clock, whose days are those of a place unless another is named. */
export const clockIn = (clock: Clock, place: string): Clock => ({
  now: () => clock.now(),
  today: (timeZone = place) => clock.today(timeZone),
});
/** A clock that stands still, for tests and the demo data. */
export const clockAt = (instant: string): Clock => ({
  now: () => new Date(instant).toISOString(),
  today: (timeZone = PARIS) => dayIn(new Date(instant), timeZone),
});
