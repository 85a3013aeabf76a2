/**
 * Plain day arithmetic of the journeys' own: what the screens show is compared with it, so it shares nothing with the rules.
 * Days are `YYYY-MM-DD`.
 */
const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const of = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day it is in Paris. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
export const plusDays = (day: string, days: number): string => of(at(day) + days * DAY);
export const daysFromTo = (from: string, to: string): number => (at(to) - at(from)) / DAY;
/** The same day of the month, or the last one of a shorter month. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return of(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/** Easter Sunday of the Gregorian calendar, by Gauss's rule in the form given by Butcher. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  return of(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}
const isHoliday = (day: string): boolean =>
  ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].includes(day.slice(5)) ||
  [1, 39, 50].some((days) => plusDays(easter(Number(day.slice(0, 4))), days) === day);
export const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(at(day)).getUTCDay()) && !isHoliday(day);
const toWorkingDay = (day: string, step: 1 | -1): string => (isWorkingDay(day) ? day : toWorkingDay(plusDays(day, step), step));

export interface Limit {
  notifiedOn: string;
  /** The last day the law allows. */
  lastDay: string;
  /** The day to work with. */
  prudentDay: string;
}
/** A limit of whole months, both ends left out: the day after the same date, carried to a working day; to be prudent, that date itself. */
export function clearMonths(notifiedOn: string, months: number): Limit {
  const term = plusMonths(notifiedOn, months);
  return { notifiedOn, lastDay: toWorkingDay(plusDays(term, 1), 1), prudentDay: toWorkingDay(term, -1) };
}
/** Such a limit whose prudent day comes nine to thirteen days from today, away from the ends of months, where methods of counting differ. */
export function limitSoon(months: number): Limit {
  for (let back = 70; back >= 0; back--) {
    const limit = clearMonths(plusDays(plusMonths(today(), -months), 20 - back), months);
    const left = daysFromTo(today(), limit.prudentDay);
    if (left >= 9 && left <= 13 && Number(limit.notifiedOn.slice(8)) < 28) return limit;
  }
  throw new Error('no such day');
}

/** As it is typed: `03/02/2026`. */
export const typed = (day: string): string => day.split('-').reverse().join('/');
/** As a screen says it: `mardi 3 février 2026`; the first of a month is `1er`. */
export const said = (day: string): string =>
  new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(/ 1 /, ' 1er ');
/** `février 2026` of a day. */
export const monthSaid = (day: string): string =>
  new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
