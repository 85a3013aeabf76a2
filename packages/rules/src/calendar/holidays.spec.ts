import { Temporal } from 'temporal-polyfill';
import {
  addWorkingDays,
  dayOff,
  easterSunday,
  holidayOn,
  holidaysOf,
  isWorkingDay,
  workingDaysBetween,
  workingDayFrom,
  workingDayUpTo,
} from './holidays.ts';
import { isoDate } from './iso-date.ts';
import { isDerogatory, isOverseas, isPacific, territoryOf } from './territory.ts';

const day = isoDate;
const named = (year: number, territory: Parameters<typeof holidaysOf>[1]) =>
  holidaysOf(year, territory).map((h) => `${h.on} ${h.holiday.id}`);

/** Gauss's older formula, which shares nothing with the computus of the sources. */
const gaussEaster = (year: number) => {
  const k = Math.floor(year / 100);
  const m = 15 - Math.floor((13 + 8 * k) / 25) + k - Math.floor(k / 4);
  const n = 4 + k - Math.floor(k / 4);
  const d = (19 * (year % 19) + (m % 30)) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + (n % 7)) % 7;
  let march = 22 + d + e;
  if (d === 29 && e === 6) march = 50;
  if (d === 28 && e === 6 && (11 * (m % 30) + 11) % 30 < 19) march = 49;
  return Temporal.PlainDate.from({ year, month: 3, day: 1 })
    .add({ days: march - 1 })
    .toString();
};

describe('public holidays', () => {
  it('computes Easter as Gauss does, from 1900 to 2199', () => {
    for (let year = 1900; year < 2200; year++) expect(easterSunday(year)).toBe(gaussEaster(year));
  });
  it('knows the eleven days of 2026, and no other', () => {
    expect(named(2026, null)).toEqual([
      '2026-01-01 new-year',
      '2026-04-06 easter-monday',
      '2026-05-01 labour-day',
      '2026-05-08 victory-day',
      '2026-05-14 ascension',
      '2026-05-25 whit-monday',
      '2026-07-14 bastille-day',
      '2026-08-15 assumption',
      '2026-11-01 all-saints',
      '2026-11-11 armistice',
      '2026-12-25 christmas',
    ]);
    expect(holidaysOf(2026, null).every((h) => !h.holiday.local)).toBe(true);
  });
  it('adds Good Friday and 26 December in Alsace-Moselle only', () => {
    expect(holidayOn(day('2026-04-03'), 'alsace-moselle')).toEqual({ id: 'good-friday', local: true });
    expect(holidayOn(day('2026-12-26'), 'alsace-moselle')).toEqual({ id: 'saint-stephen', local: true });
    expect([holidayOn(day('2026-04-03'), 'metropole'), holidayOn(day('2026-12-26'), null)]).toEqual([null, null]);
    expect(['57', '67', '68', '88', '54'].map(territoryOf)).toEqual([
      'alsace-moselle',
      'alsace-moselle',
      'alsace-moselle',
      'metropole',
      'metropole',
    ]);
  });
  it('adds the day of abolition of each overseas territory, there only', () => {
    const abolition = { 971: '05-27', 972: '05-22', 973: '06-10', 974: '12-20', 976: '04-27', 977: '10-09', 978: '05-28' };
    for (const [code, monthDay] of Object.entries(abolition)) {
      expect(holidayOn(day(`2027-${monthDay}`), territoryOf(code))).toEqual({ id: 'abolition-day', local: true });
      expect(holidayOn(day(`2027-${monthDay}`), 'metropole')).toBeNull();
    }
    expect(holidaysOf(2027, territoryOf('974'))).toHaveLength(12);
  });
  it('says why a day is off: the holiday before the weekend', () => {
    expect(dayOff(day('2026-11-21'), null)).toEqual({ reason: 'saturday', local: false });
    expect(dayOff(day('2026-11-22'), null)).toEqual({ reason: 'sunday', local: false });
    expect(dayOff(day('2026-08-15'), null)).toEqual({ reason: 'assumption', local: false });
    expect(dayOff(day('2026-11-20'), null)).toBeNull();
    expect(isWorkingDay(day('2026-11-20'), null)).toBe(true);
    expect(isWorkingDay(day('2026-11-21'), null)).toBe(false);
  });
  it('moves to the next and to the previous working day', () => {
    expect(workingDayFrom(day('2024-11-09'), null)).toBe('2024-11-12');
    expect(workingDayUpTo(day('2024-11-11'), null)).toBe('2024-11-08');
    expect(workingDayFrom(day('2024-11-12'), null)).toBe('2024-11-12');
    expect(workingDayFrom(day('2026-12-25'), 'alsace-moselle')).toBe('2026-12-28');
    expect(workingDayFrom(day('2027-05-22'), territoryOf('972'))).toBe('2027-05-24');
  });
  it('counts working days after a day', () => {
    expect(addWorkingDays(day('2026-11-20'), 2, null)).toBe('2026-11-24');
    expect(addWorkingDays(day('2026-11-20'), 0, null)).toBe('2026-11-20');
    expect(workingDaysBetween(day('2026-11-20'), day('2026-11-24'), null)).toBe(2);
    expect(workingDaysBetween(day('2026-11-24'), day('2026-11-20'), null)).toBe(0);
    expect(workingDaysBetween(day('2026-11-20'), day('2026-11-21'), null)).toBe(0);
  });
});

describe('territories', () => {
  it('tells where each regime applies', () => {
    expect(['971', '972', '973', '974', '975', '976', '977', '978'].map((d) => isDerogatory(territoryOf(d)))).toEqual(
      [true, false, true, false, false, true, true, true], // prettier-ignore
    );
    expect(['986', '987', '988', '989', '984', '974', '75'].map((d) => isPacific(territoryOf(d)))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['75', '2A', '67', '971', '975', '984'].map((d) => isOverseas(territoryOf(d)))).toEqual([false, false, false, true, true, true]);
  });
});
