import type { Deadline, Decision, Filing } from '@permanence/contracts';
import { isoDate } from '@permanence/rules';
import { lanesOf, placeOf, spanOf, ticksOf } from './timeline-model.ts';

const limit = (id: string, more: Partial<Deadline> = {}) =>
  ({
    id,
    state: 'open',
    gravity: 6,
    opensOn: null,
    termOn: null,
    prudentOn: null,
    lastDayOn: null,
    expiresAt: null,
    doneOn: null,
    facts: {},
    createdAt: '2026-11-01T00:00:00Z',
    ...more,
  }) as Deadline;
const today = isoDate('2026-11-22');

describe('the clock of a dossier', () => {
  it('puts what runs before what is behind, then what happened, under one numbering', () => {
    const lanes = lanesOf(
      [
        limit('replaced', { state: 'superseded', prudentOn: '2026-12-01' }),
        limit('month', { gravity: 5, prudentOn: '2026-12-16' }),
        limit('done', { state: 'done', prudentOn: '2026-11-10', doneOn: '2026-11-09' }),
        limit('hours', { gravity: 1, expiresAt: '2026-11-24T01:08:00+04:00' }),
        limit('undated'),
      ],
      [{ id: 'letter', paper: 'oqtf', notifiedOn: '2026-11-13', notifiedAt: null, decisionOn: '2026-11-12' } as Decision],
      [{ id: 'f', kind: 'renewal', filedOn: '2026-09-23', completeOn: null, receiptUntil: '2026-12-22' } as Filing],
    );
    expect(lanes.map(({ id, number }) => `${number} ${id}`)).toEqual([
      '1 hours',
      '2 month',
      '3 done',
      '4 replaced',
      '5 f-filed',
      '6 letter',
      '7 f-receipt',
    ]);
    // Hours run out on the day of the place.
    expect(lanes[0]).toMatchObject({ marks: [{ kind: 'ends', on: '2026-11-24' }] });
  });
  it('holds every day of a limit, from the notification the rules were given, and draws a window as a bar', () => {
    const [appeal, window] = lanesOf(
      [
        limit('a', {
          gravity: 5,
          termOn: '2027-01-16',
          prudentOn: '2027-01-15',
          lastDayOn: '2027-01-18',
          facts: { notifiedOn: '2026-11-16' },
        }),
        limit('w', { opensOn: '2026-10-28', prudentOn: '2026-12-24', lastDayOn: '2026-12-27' }),
      ],
      [],
      [],
    );
    expect(appeal!.marks.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'received 2026-11-16',
      'term 2027-01-16',
      'prudent 2027-01-15',
      'last 2027-01-18',
    ]);
    expect([appeal!.from, appeal!.to, appeal!.bar]).toEqual(['2026-11-16', '2027-01-18', false]);
    expect([window!.from, window!.to, window!.bar]).toEqual(['2026-10-28', '2026-12-27', true]);
  });
  it('starts a registered letter that nobody collected on the day it was first presented', () => {
    const [letter] = lanesOf([limit('l', { prudentOn: '2026-12-02', facts: { facts: { firstPresentedOn: '2026-11-02' } } })], [], []);
    expect(letter!.marks[0]).toEqual({ kind: 'received', on: '2026-11-02' });
  });
  it('never draws beyond a year back and two ahead: what lies outside is cut to the edge and said so', () => {
    const lanes = lanesOf([limit('old', { prudentOn: '2020-01-01', lastDayOn: '2040-01-01' })], [], []);
    const span = spanOf(lanes, today);
    expect(span).toEqual({ from: '2025-11-12', to: '2028-12-02' });
    expect(placeOf(isoDate('2020-01-01'), span)).toEqual({ at: 0, outside: 'before' });
    expect(placeOf(isoDate('2040-01-01'), span)).toEqual({ at: 1, outside: 'after' });
    expect(placeOf(span.from, span)).toEqual({ at: 0, outside: null });
    expect(placeOf(today, span).at).toBeCloseTo(375 / 1116);
  });
  it('marks as many months as the width holds', () => {
    const span = { from: isoDate('2026-10-20'), to: isoDate('2027-04-20') };
    expect(ticksOf(span, 700)).toHaveLength(6);
    expect(ticksOf(span, 150)).toEqual(['2027-01-01', '2027-04-01']);
  });
});
