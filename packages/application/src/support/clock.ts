import { isoDate, type IsoDate } from '@permanence/rules';

/** The only clock. Rules never read it: they are handed the day. */
export interface Clock {
  /** ISO instant, UTC. */
  now(): string;
  /** The calendar day at `timeZone` (IANA name). */
  today(timeZone?: string): IsoDate;
}

export const PARIS = 'Europe/Paris';
const dayIn = (instant: Date, timeZone: string): IsoDate =>
  isoDate(new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant));

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: (timeZone = PARIS) => dayIn(new Date(), timeZone),
};
/** A clock that stands still, for tests and the demo data. */
export const clockAt = (instant: string): Clock => ({
  now: () => new Date(instant).toISOString(),
  today: (timeZone = PARIS) => dayIn(new Date(instant), timeZone),
});
