import { Temporal } from 'temporal-polyfill';

/**
 * The calendar of a second reader, who shares no line with the rules: Temporal counts, Easter is copied from an almanac, and the local
 * holidays are a plain list.
 */
const EASTER: Readonly<Record<number, string>> = {
  2025: '2025-04-20',
  2026: '2026-04-05',
  2027: '2027-03-28',
  2028: '2028-04-16',
  2029: '2029-04-01',
  2030: '2030-04-21',
  2031: '2031-04-13',
};
const EVERYWHERE = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
const IN_ALSACE = ['67', '68', '57'];
const ABOLITION: Readonly<Record<string, string>> = { 971: '05-27', 972: '05-22', 973: '06-10', 974: '12-20', 976: '04-27' };

/** Temporal is slow, and the same days come back many times. */
const kept = new Map<string, string>();
const once = (key: string, make: () => string): string => {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
};
export const plus = (day: string, n: number, unit: 'days' | 'months'): string =>
  once(`${day} ${n} ${unit}`, () =>
    Temporal.PlainDate.from(day)
      .add({ [unit]: n })
      .toString(),
  );
export const daysFrom = (a: string, b: string): number => Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b)).days;

const yearly = new Map<string, Set<string>>();
const holidays = (year: number, departement: string | null): Set<string> => {
  const key = `${year} ${departement}`;
  const found = yearly.get(key);
  if (found) return found;
  const easter = EASTER[year];
  if (!easter) throw new RangeError(`the almanac has no Easter for ${year}`);
  const days = EVERYWHERE.map((md) => `${year}-${md}`);
  for (const after of [1, 39, 50]) days.push(plus(easter, after, 'days'));
  if (departement && IN_ALSACE.includes(departement)) days.push(plus(easter, -2, 'days'), `${year}-12-26`);
  if (departement && ABOLITION[departement]) days.push(`${year}-${ABOLITION[departement]}`);
  const made = new Set(days);
  yearly.set(key, made);
  return made;
};
/** Saturday, Sunday or holiday of this department; null: of the whole country. */
export const isOff = (day: string, departement: string | null): boolean => {
  const date = Temporal.PlainDate.from(day);
  return date.dayOfWeek > 5 || holidays(date.year, departement).has(day);
};
export const forward = (day: string, departement: string | null): string =>
  once(`> ${day} ${departement}`, () => (isOff(day, departement) ? forward(plus(day, 1, 'days'), departement) : day));
/** The working day at or before, in both places. */
export const back = (day: string, ...places: (string | null)[]): string =>
  once(`< ${day} ${places.join()}`, () => (places.some((place) => isOff(day, place)) ? back(plus(day, -1, 'days'), ...places) : day));

/** The instant a clock of the place shows this time, in milliseconds. */
export const instantAt = (day: string, time: string, zone: string): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
export const isoAt = (day: string, time: string, zone: string): string => new Date(instantAt(day, time, zone)).toISOString();
/** The same, written with the offset of the place: `2026-12-24T18:40:00+01:00`. */
export const written = (day: string, time: string, zone: string): string =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toString({ timeZoneName: 'never' });
export const dayAt = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
/** So many hours later, elapsed or by the clock on the wall, whichever comes first. */
export const hoursLater = (instant: string, hours: number, zone: string): number => {
  const start = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const byClock = start
    .toPlainDateTime()
    .add({ days: Math.trunc(hours / 24), hours: hours % 24 })
    .toZonedDateTime(zone);
  return Math.min(start.add({ hours }).epochMilliseconds, byClock.epochMilliseconds);
};
