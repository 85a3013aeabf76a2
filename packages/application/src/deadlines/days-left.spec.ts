import { clockAt } from '../support/clock.ts';
import { daysLeft } from './days-left.ts';

const day = (prudentOn: string) => ({ prudentOn, lastDayOn: null, expiresAt: null });
const hour = (expiresAt: string) => ({ prudentOn: null, lastDayOn: null, expiresAt });

describe('what is left of a limit', () => {
  it('is counted from the day it is at the place, not in Paris', () => {
    // 21:30 in Paris is half past midnight, the day after, in Réunion.
    const night = clockAt('2026-11-21T20:30:00Z');
    expect(daysLeft(night, day('2026-11-23'), 'metropole').daysLeft).toBe(2);
    expect(daysLeft(night, day('2026-11-23'), 'la-reunion').daysLeft).toBe(1);
    // 04:00 in Paris is still the evening before in Guadeloupe.
    const early = clockAt('2026-11-22T03:00:00Z');
    expect(daysLeft(early, day('2026-11-23'), null).daysLeft).toBe(1);
    expect(daysLeft(early, day('2026-11-23'), 'guadeloupe').daysLeft).toBe(2);
  });
  it('is in minutes too when hours count, and negative once they are over', () => {
    const now = clockAt('2026-11-21T09:30:00Z');
    expect(daysLeft(now, hour('2026-11-23T09:29:00+00:00'), null)).toMatchObject({ daysLeft: 2, minutesLeft: 48 * 60 - 1 });
    expect(daysLeft(now, hour('2026-11-21T13:30:00+04:00'), 'la-reunion')).toMatchObject({ daysLeft: 0, minutesLeft: 0 });
    expect(daysLeft(now, hour('2026-11-21T10:29:00+01:00'), 'metropole').minutesLeft).toBe(-1);
    expect(daysLeft(now, day('2026-11-23'), null).minutesLeft).toBeNull();
  });
});
