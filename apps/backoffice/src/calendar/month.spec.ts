import type { Appointment, DeadlineRow } from '@permanence/contracts';
import { bandOf, entriesOf, lastDay, nextMonth, weeksOf } from './month.ts';

const limit = (more: Partial<DeadlineRow>) =>
  ({ id: 'x', prudentOn: null, lastDayOn: null, expiresAt: null, gravity: 6, ...more }) as DeadlineRow;
const meeting = (startsAt: string) => ({ id: startsAt, startsAt }) as Appointment;

describe('a month of the calendar', () => {
  it('is whole weeks from Monday, with the days of its neighbours left empty', () => {
    // November 2026 begins on a Sunday and has thirty days.
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
    // February 2027 is four whole weeks.
    expect(weeksOf('2027-02')).toHaveLength(4);
    expect(lastDay('2028-02')).toBe('2028-02-29');
    expect([nextMonth('2026-12', 1), nextMonth('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
  });
  it('holds the prudent day and the last day apart, once when they are the same, and leaves the other months out', () => {
    const entries = entriesOf(
      [
        limit({ prudentOn: '2026-11-30', lastDayOn: '2026-12-01' }),
        limit({ prudentOn: '2026-11-16', lastDayOn: '2026-11-16' }),
        limit({ prudentOn: '2026-11-13', lastDayOn: '2026-11-16' }),
      ],
      [],
      '2026-11',
    );
    expect([...entries].map(([on, list]) => [on, list.map(({ kind }) => kind)])).toEqual([
      ['2026-11-13', ['prudent']],
      ['2026-11-16', ['prudent', 'last']],
      ['2026-11-30', ['prudent']],
    ]);
  });
  it('puts what runs out by the hour on the day of the place, first; appointments come last, by the hour of Paris', () => {
    const hours = limit({ expiresAt: '2026-11-23T01:30:00+04:00', gravity: 1 });
    const entries = entriesOf(
      [limit({ prudentOn: '2026-11-23', gravity: 5 }), hours],
      [meeting('2026-11-23T13:00:00Z'), meeting('2026-11-22T23:30:00Z')],
      '2026-11',
    );
    expect([...entries.keys()]).toEqual(['2026-11-23']);
    expect(entries.get('2026-11-23' as never)!.map(({ kind, at }) => [kind, at])).toEqual([
      ['hour', hours.expiresAt],
      ['prudent', null],
      ['appointment', '2026-11-22T23:30:00Z'],
      ['appointment', '2026-11-23T13:00:00Z'],
    ]);
  });
  it('tells three bands of gravity apart', () => {
    expect([1, 2, 3, 4, 5, 6].map(bandOf)).toEqual(['urgent', 'urgent', 'urgent', 'grave', 'grave', 'calm']);
  });
});
