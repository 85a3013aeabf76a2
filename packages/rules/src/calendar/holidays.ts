import { addDays, daysBetween, toIsoDate, weekday, yearOf, type IsoDate } from './iso-date.ts';
import type { Territory } from './territory.ts';

export type HolidayId =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour-day'
  | 'victory-day'
  | 'ascension'
  | 'whit-monday'
  | 'bastille-day'
  | 'assumption'
  | 'all-saints'
  | 'armistice'
  | 'christmas'
  | 'saint-stephen'
  | 'abolition-day';

/** `local` holidays count in principle for the carry-over, but their list was not verified: an answer that rests on one is never high. */
export interface Holiday {
  id: HolidayId;
  local: boolean;
}

/** Western Easter Sunday (anonymous Gregorian computus). */
export const easterSunday = (year: number): IsoDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return toIsoDate(year, Math.floor(n / 31), (n % 31) + 1);
};

/** Month-day → holiday, everywhere in France (labour code L.3133-1). */
const FIXED: Readonly<Record<string, HolidayId>> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '05-08': 'victory-day',
  '07-14': 'bastille-day',
  '08-15': 'assumption',
  '11-01': 'all-saints',
  '11-11': 'armistice',
  '12-25': 'christmas',
};
/** Days after Easter Sunday → holiday, everywhere in France. */
const MOVABLE: Readonly<Record<number, HolidayId>> = { 1: 'easter-monday', 39: 'ascension', 50: 'whit-monday' };
/** Abolition of slavery, one day per territory (labour code L.3422-2). */
const ABOLITION: Partial<Record<Territory, string>> = {
  mayotte: '04-27',
  martinique: '05-22',
  guadeloupe: '05-27',
  'saint-martin': '05-28',
  guyane: '06-10',
  'saint-barthelemy': '10-09',
  'la-reunion': '12-20',
};

/** The holiday that falls on this day, or null. Without a territory the local ones are left out. */
export const holidayOn = (day: IsoDate, territory: Territory | null): Holiday | null => {
  const monthDay = day.slice(5);
  const fixed = FIXED[monthDay];
  if (fixed) return { id: fixed, local: false };
  const afterEaster = daysBetween(easterSunday(yearOf(day)), day);
  const movable = MOVABLE[afterEaster];
  if (movable) return { id: movable, local: false };
  if (territory === 'alsace-moselle' && monthDay === '12-26') return { id: 'saint-stephen', local: true };
  if (territory === 'alsace-moselle' && afterEaster === -2) return { id: 'good-friday', local: true };
  if (territory && ABOLITION[territory] === monthDay) return { id: 'abolition-day', local: true };
  return null;
};

/** Every holiday of a year, in order: for a calendar on a screen. */
export const holidaysOf = (year: number, territory: Territory | null): { on: IsoDate; holiday: Holiday }[] => {
  const found: { on: IsoDate; holiday: Holiday }[] = [];
  for (let day = toIsoDate(year, 1, 1); yearOf(day) === year; day = addDays(day, 1)) {
    const holiday = holidayOn(day, territory);
    if (holiday) found.push({ on: day, holiday });
  }
  return found;
};

export type DayOff = { reason: 'saturday' | 'sunday' | HolidayId; local: boolean };

/** Why this day is no working day for art. 642 CPC (Saturday, Sunday, holiday), or null when it is one. */
export const dayOff = (day: IsoDate, territory: Territory | null): DayOff | null => {
  const holiday = holidayOn(day, territory);
  if (holiday) return { reason: holiday.id, local: holiday.local };
  const n = weekday(day);
  if (n === 6) return { reason: 'saturday', local: false };
  return n === 7 ? { reason: 'sunday', local: false } : null;
};
export const isWorkingDay = (day: IsoDate, territory: Territory | null): boolean => dayOff(day, territory) === null;

/** This day, or the first working day after it. */
export const workingDayFrom = (day: IsoDate, territory: Territory | null): IsoDate =>
  isWorkingDay(day, territory) ? day : workingDayFrom(addDays(day, 1), territory);
/** This day, or the last working day before it. */
export const workingDayUpTo = (day: IsoDate, territory: Territory | null): IsoDate =>
  isWorkingDay(day, territory) ? day : workingDayUpTo(addDays(day, -1), territory);

/** The n-th working day after this one. */
export const addWorkingDays = (day: IsoDate, n: number, territory: Territory | null): IsoDate => {
  let reached = day;
  for (let left = n; left > 0; left--) reached = workingDayFrom(addDays(reached, 1), territory);
  return reached;
};

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export const workingDaysBetween = (from: IsoDate, to: IsoDate, territory: Territory | null): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, territory)) count++;
  return count;
};
