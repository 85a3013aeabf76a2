import { formatInstant, isIsoDate, PARIS as ZONE_OF_PARIS, parseInstant, type IsoDate } from '@permanence/rules';
import type { Locale } from '../api/problem.ts';

/**
 * Days as people write and read them. The only file of the back office that makes JavaScript dates: for words, never for counting.
 */
const TAG: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();
const format = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(TAG[locale], options);
  formats.set(key, known);
  return known;
};
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** `3/2/2026`, `03.02.26`, `03022026`, `2026-02-03` → the day; null for an empty field, `invalid` for anything else. Day first, always. */
export function parseDay(typed: string): IsoDate | null | 'invalid' {
  const text = typed.trim();
  if (!text) return null;
  if (isIsoDate(text)) return text;
  const parts = /^(\d{1,2})[\s/.-](\d{1,2})[\s/.-](\d{4}|\d{2})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!parts) return 'invalid';
  const [, day = '', month = '', year = ''] = parts;
  // Two figures of a year are ambiguous (a birth in 1926, a card until 2026): asked for in full.
  if (year.length !== 4) return 'invalid';
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : 'invalid';
}

/** `2026-02-03` → `03/02/2026`, as typed. */
export const typedDay = (day: string | null | undefined): string => (day ? day.split('-').reverse().join('/') : '');
/** French writes the first of a month `1er`, which Intl leaves as `1`. */
const firstOfMonth = (text: string, locale: Locale): string => (locale === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text);
/** `mardi 3 février 2026` */
export const dayInWords = (day: string, locale: Locale): string =>
  firstOfMonth(
    format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(day)),
    locale,
  );
/** `3 février 2026` */
export const dayText = (day: string, locale: Locale): string =>
  firstOfMonth(format(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(day)), locale);
/** `3 févr. 2026`, for tables. */
export const shortDay = (day: string, locale: Locale): string =>
  firstOfMonth(format(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(noon(day)), locale);
/** `février`; months count from 1. */
export const monthName = (month: number, locale: Locale, width: 'long' | 'short' | 'narrow' = 'long'): string =>
  format(locale, { month: width, timeZone: 'UTC' }).format(noon(`2026-${String(month).padStart(2, '0')}-15`));
/** `2026-02` → `février 2026` */
export const monthText = (month: string, locale: Locale): string =>
  format(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(`${month}-15`));

const PARIS = 'Europe/Paris';
/** An instant as the clock in Paris showed it. */
export const instantText = (instant: string, locale: Locale): string =>
  format(locale, { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone: PARIS }).format(
    new Date(instant),
  );
export const shortInstant = (instant: string, locale: Locale): string =>
  format(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: PARIS }).format(
    new Date(instant),
  );
/**
 * A limit in hours on the clock it is written in, that of the place: `22 nov. 2026 à 18 h 40`; overseas with how far that clock is from
 * UTC, since it is not the one on the reader's wall.
 */
export function shortMoment(instant: string, locale: Locale): string {
  const read = parseInstant(instant);
  if (!read) return shortInstant(instant, locale);
  const { on, minutes } = read.local;
  const [hour, minute] = [String(Math.floor(minutes / 60)), String(minutes % 60).padStart(2, '0')];
  const clock =
    locale === 'fr' ? `${shortDay(on, locale)} à ${hour} h ${minute}` : `${shortDay(on, locale)}, ${hour.padStart(2, '0')}:${minute}`;
  return isOfParis(instant) ? clock : `${clock} (UTC${read.offset < 0 ? '−' : '+'}${Math.abs(read.offset) / 60})`;
}
/** Whether an instant is written on the clock of Paris. */
export const isOfParis = (instant: string): boolean => {
  const read = parseInstant(instant);
  return read === null || read.offset === ZONE_OF_PARIS(read.at);
};
/** The same instant on the clock of Paris. */
export const onParisClock = (instant: string): string => {
  const read = parseInstant(instant);
  return read ? formatInstant(read.at, ZONE_OF_PARIS(read.at)) : instant;
};
const parisParts = (instant: Date): Record<string, string> =>
  Object.fromEntries(
    format('en', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: PARIS,
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
/** The day it is in Paris. */
export const today = (now: Date = new Date()): IsoDate => {
  const { year, month, day } = parisParts(now);
  return `${year}-${month}-${day}` as IsoDate;
};
/** The day, in Paris, of an instant. */
export const parisDay = (instant: string): IsoDate => today(new Date(instant));

const offsetMinutes = (instant: Date): number => {
  const { year, month, day, hour, minute } = parisParts(instant);
  return Math.round((Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - instant.getTime()) / 60_000);
};
/** A day and a clock time in Paris as an instant with its offset: `2026-11-21T14:30:00+01:00`. */
export function parisInstant(day: IsoDate, time: string): string {
  const asIfUtc = new Date(`${day}T${time}:00Z`);
  const guess = offsetMinutes(asIfUtc);
  const minutes = offsetMinutes(new Date(asIfUtc.getTime() - guess * 60_000));
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${day}T${time}:00+${hours}:${String(minutes % 60).padStart(2, '0')}`;
}
/** `14h30`, `14:30`, `14 h` → `14:30`; null when empty, undefined when it cannot be read. */
export function parseTime(typed: string): string | null | undefined {
  const text = typed.trim();
  if (!text) return null;
  const parts = /^(\d{1,2})\s*(?:[h:.]\s*(\d{2})?)?$/i.exec(text);
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)];
  if (!parts || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
/** The clock time in Paris of an instant, as it is typed: `14h30`. */
export const parisTime = (instant: string): string => {
  const { hour, minute } = parisParts(new Date(instant));
  return `${hour}h${minute}`;
};
