import { Temporal } from 'temporal-polyfill';
import { stride } from '../test/repeats.ts';
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  fromDayNumber,
  fullMonths,
  isIsoDate,
  isoDate,
  maxDate,
  minDate,
  weekday,
} from './iso-date.ts';

const day = isoDate;

describe('calendar days', () => {
  it('refuses days that do not exist and anything that is not YYYY-MM-DD', () => {
    for (const bad of ['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '20260101', '', null, 5])
      expect(isIsoDate(bad)).toBe(false);
    for (const bad of ['2026-00-01', '2026-01-00', '2026-01-32', '0000-01-01', 'x2026-01-01', '2026-01-01x', ' 2026-01-01', ['2026-01-01']])
      expect([bad, isIsoDate(bad)]).toEqual([bad, false]);
    for (const good of ['2028-02-29', '0001-01-01', '2026-01-01', '2026-12-31', '9999-12-31'])
      expect([good, isIsoDate(good)]).toEqual([good, true]);
    expect(() => isoDate('2026-02-30')).toThrow('not a calendar date: "2026-02-30"');
  });
  it('agrees with Temporal on every day from 1899 to 2101', () => {
    const wrong: string[] = [];
    let expected = Temporal.PlainDate.from('1899-01-01');
    for (let n = dayNumber(day('1899-01-01')); expected.year < 2102; n += stride, expected = expected.add({ days: stride })) {
      const d = fromDayNumber(n);
      if (d !== expected.toString() || weekday(d) !== expected.dayOfWeek || dayNumber(d) !== n) wrong.push(d);
    }
    expect(wrong).toEqual([]);
  });
  it('clamps months to the end of the month, always from the starting day', () => {
    expect(addMonths(day('2026-12-31'), 2)).toBe('2027-02-28');
    expect(addMonths(day('2027-12-30'), 2)).toBe('2028-02-29');
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
  });
  it('knows a leap year of a century from one that is not', () => {
    const february = (year: number) => [addMonths(day(`${year}-01-31`), 1), isIsoDate(`${year}-02-29`)];
    expect([1900, 2000, 2024, 2026, 2100].map(february)).toEqual([
      ['1900-02-28', false],
      ['2000-02-29', true],
      ['2024-02-29', true],
      ['2026-02-28', false],
      ['2100-02-28', false],
    ]);
  });
  it('keeps the earliest and the latest of several days', () => {
    const days = ['2026-03-02', '2026-03-01', '2026-03-03'].map(day);
    expect([minDate(...days), maxDate(...days)]).toEqual(['2026-03-01', '2026-03-03']);
  });
  it('counts complete months', () => {
    expect(fullMonths(day('2023-01-21'), day('2026-11-20'))).toBe(45);
    expect(fullMonths(day('2023-01-21'), day('2026-11-21'))).toBe(46);
    expect(fullMonths(day('2026-01-31'), day('2026-02-28'))).toBe(1);
  });
  it('adds and subtracts days over year ends', () => {
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01');
    expect(daysBetween(day('2027-01-01'), day('2026-12-31'))).toBe(-1);
  });
});
