import { isoDate } from '@permanence/rules';
import { dayInWords, dayText, parisInstant, parseDay, parseTime, today, typedDay } from './days.ts';

describe('days as they are typed', () => {
  it.each([
    ['03/02/2026', '2026-02-03'],
    ['3/2/2026', '2026-02-03'],
    ['3.2.2026', '2026-02-03'],
    ['03 02 2026', '2026-02-03'],
    ['03022026', '2026-02-03'],
    ['2026-02-03', '2026-02-03'],
    [' 29/02/2028 ', '2028-02-29'],
  ])('reads %s day first', (typed, day) => {
    expect(parseDay(typed)).toBe(day);
  });
  it.each(['30/02/2026', '29/02/2027', '13/13/2026', '3/2/26', 'demain', '2026-2-3', '032026'])('refuses %s', (typed) => {
    expect(parseDay(typed)).toBe('invalid');
  });
  it('takes an empty field for no day', () => {
    expect(parseDay('  ')).toBeNull();
  });
  it('comes back as it was typed', () => {
    expect(typedDay('2026-02-03')).toBe('03/02/2026');
    expect(parseDay(typedDay('2026-02-03'))).toBe('2026-02-03');
  });
});

describe('days as they are read', () => {
  it('says the day of the week, so that a slip is noticed', () => {
    expect(dayInWords('2026-11-21', 'fr')).toBe('samedi 21 novembre 2026');
    expect(dayInWords('2026-11-21', 'en')).toMatch(/Saturday,? 21 November 2026/);
  });
  it('calls the first of a month premier, and no other day', () => {
    expect(dayText('2026-03-01', 'fr')).toBe('1er mars 2026');
    expect(dayText('2026-03-11', 'fr')).toBe('11 mars 2026');
    expect(dayInWords('2027-01-01', 'fr')).toBe('vendredi 1er janvier 2027');
    expect(dayText('2026-03-01', 'en')).toBe('1 March 2026');
  });
  it('knows the day in Paris just after midnight there', () => {
    expect(today(new Date('2026-11-20T23:30:00Z'))).toBe('2026-11-21');
    expect(today(new Date('2026-07-20T21:59:00Z'))).toBe('2026-07-20');
  });
});

describe('clock times', () => {
  it.each([
    ['14h30', '14:30'],
    ['9:05', '09:05'],
    ['14 h', '14:00'],
    ['14', '14:00'],
  ])('reads %s', (typed, time) => {
    expect(parseTime(typed)).toBe(time);
  });
  it.each(['25h00', '14h61', 'midi', '14h5'])('refuses %s', (typed) => {
    expect(parseTime(typed)).toBeUndefined();
  });
  it('carries the offset of Paris in winter and in summer', () => {
    expect(parisInstant(isoDate('2026-11-21'), '14:30')).toBe('2026-11-21T14:30:00+01:00');
    expect(parisInstant(isoDate('2026-07-14'), '09:00')).toBe('2026-07-14T09:00:00+02:00');
  });
});
