/**
 * A calendar day, `YYYY-MM-DD`: no hour, no zone. Days are compared as strings, which sorts them in time.
 * Arithmetic is on whole numbers (days since 1970-01-01, proleptic Gregorian), so no answer depends on the machine's zone or locale.
 */
export type IsoDate = string & { readonly __isoDate: unique symbol };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; `month` is 1 to 12. */
export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : LENGTHS[month - 1]!);

export const isIsoDate = (text: unknown): text is IsoDate => {
  const parts = typeof text === 'string' ? DAY.exec(text) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  // A month 0 or 13 has no length, and no day is within it.
  return year >= 1 && day >= 1 && day <= daysInMonth(year, month);
};

/** @throws RangeError when `text` is no calendar day, such as 2026-02-30. For constants and parsed input only. */
export const isoDate = (text: string): IsoDate => {
  if (!isIsoDate(text)) throw new RangeError(`not a calendar date: "${text}"`);
  return text;
};

const pad = (n: number, width: number) => String(n).padStart(width, '0');
export const toIsoDate = (year: number, month: number, day: number): IsoDate =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate;

export const yearOf = (d: IsoDate): number => Number(d.slice(0, 4));
export const monthOf = (d: IsoDate): number => Number(d.slice(5, 7));
export const dayOf = (d: IsoDate): number => Number(d.slice(8, 10));

/** Whole days since 1970-01-01 (days-from-civil, Howard Hinnant's public-domain algorithm). */
export const dayNumber = (d: IsoDate): number => {
  const m = monthOf(d);
  const y = yearOf(d) - (m <= 2 ? 1 : 0);
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + dayOf(d) - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
};

/** The inverse of `dayNumber`. */
export const fromDayNumber = (n: number): IsoDate => {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return toIsoDate(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1);
};

export const addDays = (d: IsoDate, days: number): IsoDate => fromDayNumber(dayNumber(d) + days);

/** Same day-number `months` later (or earlier); the last day of that month when it has no such day (art. 641 CPC). */
export const addMonths = (d: IsoDate, months: number): IsoDate => {
  const total = yearOf(d) * 12 + monthOf(d) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return toIsoDate(year, month, Math.min(dayOf(d), daysInMonth(year, month)));
};

export const addYears = (d: IsoDate, years: number): IsoDate => addMonths(d, years * 12);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: IsoDate, b: IsoDate): number => dayNumber(b) - dayNumber(a);

/** Complete calendar months from `a` to `b`: 2023-01-21 → 2026-11-20 = 45, → 2026-11-21 = 46. */
export const fullMonths = (a: IsoDate, b: IsoDate): number => {
  const months = (yearOf(b) - yearOf(a)) * 12 + monthOf(b) - monthOf(a);
  return addMonths(a, months) > b ? months - 1 : months;
};

/** 1 = Monday … 7 = Sunday. */
export const weekday = (d: IsoDate): number => ((((dayNumber(d) + 3) % 7) + 7) % 7) + 1;

export const maxDate = (...days: IsoDate[]): IsoDate => days.reduce((a, b) => (a > b ? a : b));
export const minDate = (...days: IsoDate[]): IsoDate => days.reduce((a, b) => (a < b ? a : b));
