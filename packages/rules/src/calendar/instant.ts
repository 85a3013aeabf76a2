import { addDays, dayNumber, fromDayNumber, isIsoDate, toIsoDate, weekday, type IsoDate } from './iso-date.ts';
import type { Territory } from './territory.ts';

/** An instant, in whole minutes since 1970-01-01T00:00Z. Limits in hours are counted on these. */
export type Minutes = number;

const DAY_MINUTES = 1440;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Wall clock of a place: a day and minutes since its midnight. */
export interface LocalTime {
  on: IsoDate;
  minutes: number;
}
export interface ParsedInstant {
  at: Minutes;
  /** Minutes east of UTC that were written. */
  offset: number;
  local: LocalTime;
}

/**
 * Reads `2026-12-24T18:40:00+01:00`; an offset or Z is required, since a clock time without one is no instant.
 * Seconds are dropped: a limit counted from the minute before is the safer reading. Null when it is not such an instant.
 */
export const parseInstant = (text: unknown): ParsedInstant | null => {
  const parts = typeof text === 'string' ? INSTANT.exec(text) : null;
  if (!parts) return null;
  const [, day, hour, minute, second, zone] = parts;
  if (!isIsoDate(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const sign = zone!.startsWith('-') ? -1 : 1;
  const [offsetHours, offsetMinutes] = zone === 'Z' ? [0, 0] : [Number(zone!.slice(1, 3)), Number(zone!.slice(4, 6))];
  if (offsetHours > 14 || offsetMinutes > 59) return null;
  const offset = sign * (offsetHours * 60 + offsetMinutes);
  const minutes = Number(hour) * 60 + Number(minute);
  return { at: dayNumber(day) * DAY_MINUTES + minutes - offset, offset, local: { on: day, minutes } };
};
export const isInstant = (text: unknown): text is string => parseInstant(text) !== null;

const two = (n: number) => String(n).padStart(2, '0');

export const localAt = (at: Minutes, offset: number): LocalTime => {
  const total = at + offset;
  const day = Math.floor(total / DAY_MINUTES);
  return { on: fromDayNumber(day), minutes: total - day * DAY_MINUTES };
};

/** `2026-12-24T18:40:00+01:00`, on the clock that has this offset. */
export const formatInstant = (at: Minutes, offset: number): string => {
  const local = localAt(at, offset);
  const east = Math.abs(offset);
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(east / 60))}:${two(east % 60)}`;
  return `${local.on}T${two(Math.floor(local.minutes / 60))}:${two(local.minutes % 60)}:00${zone}`;
};

/** A place's clock: minutes east of UTC at an instant. */
export type Zone = (at: Minutes) => number;
export const fixedZone =
  (hours: number): Zone =>
  () =>
    hours * 60;

/** The n-th Sunday of a month; n = -1 is the last. */
const sunday = (year: number, month: number, n: 1 | 2 | -1): IsoDate => {
  if (n === -1) {
    const last = toIsoDate(year, month, 31);
    return addDays(last, -(weekday(last) % 7));
  }
  const first = toIsoDate(year, month, 1);
  return addDays(first, ((7 - weekday(first)) % 7) + (n - 1) * 7);
};
const yearAt = (at: Minutes): number => Number(fromDayNumber(Math.floor(at / DAY_MINUTES)).slice(0, 4));

/** Mainland clock: one hour ahead, two from the last Sunday of March to the last Sunday of October, both at 01:00 UTC (the rule since 1996). */
export const PARIS: Zone = (at) => {
  const year = yearAt(at);
  const summer = dayNumber(sunday(year, 3, -1)) * DAY_MINUTES + 60;
  const winter = dayNumber(sunday(year, 10, -1)) * DAY_MINUTES + 60;
  return at >= summer && at < winter ? 120 : 60;
};
/** Saint-Pierre follows the Canadian rule: second Sunday of March to first Sunday of November, at 02:00 on its own clock (since 2007). */
const SAINT_PIERRE: Zone = (at) => {
  const year = yearAt(at);
  const summer = dayNumber(sunday(year, 3, 2)) * DAY_MINUTES + 5 * 60;
  const winter = dayNumber(sunday(year, 11, 1)) * DAY_MINUTES + 4 * 60;
  return at >= summer && at < winter ? -120 : -180;
};

const ZONES: Readonly<Record<Territory, Zone>> = {
  metropole: PARIS,
  'alsace-moselle': PARIS,
  guadeloupe: fixedZone(-4),
  martinique: fixedZone(-4),
  'saint-barthelemy': fixedZone(-4),
  'saint-martin': fixedZone(-4),
  guyane: fixedZone(-3),
  'la-reunion': fixedZone(4),
  mayotte: fixedZone(3),
  'saint-pierre-et-miquelon': SAINT_PIERRE,
  taaf: fixedZone(5),
  'wallis-et-futuna': fixedZone(12),
  'polynesie-francaise': fixedZone(-10),
  'nouvelle-caledonie': fixedZone(11),
  clipperton: fixedZone(-8),
};
export const zoneOf = (territory: Territory): Zone => ZONES[territory];

/** The instant at which this clock shows this time; the earlier of the two when an hour is repeated, the later side of a gap when it is skipped. */
export const instantOf = (local: LocalTime, zone: Zone): Minutes => {
  const wall = dayNumber(local.on) * DAY_MINUTES + local.minutes;
  const before = wall - zone(wall - 24 * 60);
  const after = wall - zone(wall + 24 * 60);
  const shown = [before, after].filter((at) => at + zone(at) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
};

/**
 * End of a limit of so many hours on a clock. When the clock changes in between, elapsed hours and clock time differ by one:
 * no text settles it, so the earlier is kept.
 */
export const addHours = (at: Minutes, hours: number, zone: Zone): { at: Minutes; clockChanged: boolean } => {
  const elapsed = at + hours * 60;
  const local = localAt(at, zone(at));
  const total = local.minutes + hours * 60;
  const days = Math.floor(total / DAY_MINUTES);
  const byClock = instantOf({ on: addDays(local.on, days), minutes: total - days * DAY_MINUTES }, zone);
  return { at: Math.min(elapsed, byClock), clockChanged: elapsed !== byClock };
};
