import { addDays, addMonths, isoDate, type IsoDate } from '@permanence/rules';
import { CLOSES_AT, instantAt, localOf, OPENS_AT, withinSendingHours } from './local-time.ts';
import { noticesOf, policyFor, type Notice } from './notices.ts';
import type { ReminderSource } from './source.ts';

const PARIS = 'Europe/Paris';
const deadline = (dates: Partial<ReminderSource>): ReminderSource => ({
  kind: 'deadline',
  id: 'd',
  personId: 'p',
  dossierId: 'f',
  ruleId: 'oqtf-un-mois',
  ...dates,
});
const noticesAt = (source: ReminderSource, now: string, zone = PARIS): Notice[] =>
  noticesOf(source, policyFor(source, localOf(now, zone).on), now, zone);
const daysOf = (notices: Notice[], audience: string, channel = 'email'): string[] =>
  notices.filter((n) => n.audience === audience && n.channel === channel).map((n) => localOf(n.dueAt, PARIS).on);

describe('what is planned for a date', () => {
  it('announces a month’s appeal on day 0, half-way, 7, 3 and 1 days before, to the person and to the volunteer', () => {
    const notices = noticesAt(deadline({ prudentOn: '2026-12-18', lastDayOn: '2026-12-21' }), '2026-11-21T09:30:00Z');
    const days = ['2026-11-21', '2026-12-04', '2026-12-11', '2026-12-15', '2026-12-17'];
    expect(daysOf(notices, 'person')).toEqual(days);
    expect(daysOf(notices, 'volunteer')).toEqual(days);
    expect(daysOf(notices, 'volunteer', 'task')).toEqual(['2026-12-15']);
  });
  it('asks for a phone call first for seven days or less, at once, and never sends only a message', () => {
    for (const left of [0, 1, 2, 3, 7, 8]) {
      const prudentOn = addDays(isoDate('2026-11-21'), left);
      const notices = noticesAt(deadline({ prudentOn, lastDayOn: prudentOn }), '2026-11-21T20:30:00Z');
      const first = notices[0]!;
      expect([first.channel, first.audience, first.dueAt]).toEqual(['task', 'volunteer', '2026-11-21T20:30:00.000Z'.replace('.000', '')]);
    }
  });
  it('tells a colleague of a limit in hours at once, by night too, and the person from eight o’clock on', () => {
    const notices = noticesAt(deadline({ expiresAt: '2026-11-23T20:40:00Z' }), '2026-11-21T21:40:00Z');
    const due = (audience: string, channel: string) => notices.find((n) => n.audience === audience && n.channel === channel)!.dueAt;
    expect(due('volunteer', 'task')).toBe('2026-11-21T21:40:00Z');
    expect(due('volunteer', 'email')).toBe('2026-11-21T21:40:00Z');
    expect(due('person', 'email')).toBe('2026-11-22T07:00:00.000Z');
    expect(notices.every((n) => n.staleAt <= '2026-11-23T20:40:00.000Z')).toBe(true);
  });
  it('announces a renewal window before, at its opening and to its close; a window already open is announced at once', () => {
    const window = deadline({ ruleId: 'REN-ANEF-CLOSE', opensOn: '2027-01-31', prudentOn: '2027-03-31', lastDayOn: '2027-04-01' });
    const notices = noticesAt(window, '2026-11-21T09:30:00Z');
    expect(daysOf(notices, 'volunteer', 'task')).toEqual(['2026-11-30']);
    expect(daysOf(notices, 'person')).toEqual(['2027-01-31', '2027-03-01', '2027-03-21', '2027-03-28']);
    expect(daysOf(noticesAt(window, '2027-03-10T09:30:00Z'), 'person')).toEqual(['2027-03-10', '2027-03-21', '2027-03-28']);
  });
  it('announces an appointment when it is made, then 7, 3 and 1 days before, and is stale at its hour', () => {
    const source: ReminderSource = { kind: 'appointment', id: 'a', personId: 'p', dossierId: null, startsAt: '2026-12-18T08:30:00Z' };
    const notices = noticesAt(source, '2026-11-21T09:30:00Z');
    expect(daysOf(notices, 'person')).toEqual(['2026-11-21', '2026-12-11', '2026-12-15', '2026-12-17']);
    expect(notices.at(-1)!.staleAt).toBe('2026-12-18T08:30:00.000Z');
  });
  it('says nothing of a date that is over', () => {
    expect(noticesAt(deadline({ prudentOn: '2026-11-18', lastDayOn: '2026-11-20' }), '2026-11-21T09:30:00Z')).toEqual([]);
    expect(noticesAt(deadline({ prudentOn: '2026-11-18', lastDayOn: '2026-11-21' }), '2026-11-21T09:30:00Z').length).toBeGreaterThan(0);
  });

  it('for every day of 2027 and 2028: each notice once, in its lane no two on one day, within 8 h and 20 h, before it is stale', () => {
    const seen = { days: 0, notices: 0 };
    const faults: string[] = [];
    for (let day = isoDate('2027-01-01'); day <= '2028-12-31'; day = addDays(day, 1) as IsoDate) {
      const sources = [
        deadline({ prudentOn: addMonths(day, 1), lastDayOn: addDays(addMonths(day, 1), 1) }),
        deadline({ ruleId: 'REN-ANEF-CLOSE', opensOn: addDays(day, 120), prudentOn: addDays(day, 180), lastDayOn: addDays(day, 181) }),
        deadline({ ruleId: 'REN-PREF-CLOSE', opensOn: addMonths(day, 5), prudentOn: addMonths(day, 7), lastDayOn: addMonths(day, 7) }),
        {
          kind: 'appointment',
          id: 'a',
          personId: 'p',
          dossierId: null,
          startsAt: instantAt({ on: addDays(day, 30), minutes: 570 }, PARIS),
        },
      ] as ReminderSource[];
      for (const source of sources) {
        const notices = noticesAt(source, instantAt({ on: day, minutes: 600 }, PARIS));
        const days = notices.map((n) => localOf(n.dueAt, PARIS));
        const wrong = [
          new Set(notices.map((n) => `${n.step} ${n.audience} ${n.channel}`)).size !== notices.length && 'a step twice',
          new Set(notices.map((n, i) => `${days[i]!.on} ${n.audience} ${n.channel}`)).size !== notices.length && 'two on one day',
          days.some(({ minutes }) => minutes < OPENS_AT || minutes >= CLOSES_AT) && 'by night',
          notices.some((n) => n.dueAt >= n.staleAt) && 'stale before it is due',
          notices.filter((n) => n.audience === 'person').length < 3 && 'too few for the person',
        ].filter(Boolean);
        if (wrong.length) faults.push(`${day} ${source.ruleId ?? source.kind}: ${wrong.join(', ')}`);
        seen.notices += notices.length;
      }
      seen.days += 1;
    }
    expect(faults).toEqual([]);
    expect(seen.days).toBe(731);
    expect(seen.notices).toBeGreaterThan(20_000);
  });
});

describe('the clock of the place', () => {
  it.each([
    ['the hour that is skipped', { on: '2027-03-28', minutes: 150 }, '2027-03-28T01:30:00.000Z'],
    ['the hour that comes twice: its first showing', { on: '2027-10-31', minutes: 150 }, '2027-10-31T00:30:00.000Z'],
    ['a day after the change', { on: '2027-03-28', minutes: 540 }, '2027-03-28T07:00:00.000Z'],
  ])('%s', (_, local, instant) => {
    expect(instantAt({ on: isoDate(local.on), minutes: local.minutes }, PARIS)).toBe(instant);
  });
  it('opens at eight and closes at twenty, in Paris and in Cayenne', () => {
    expect(withinSendingHours('2026-11-21T06:59:00Z', PARIS)).toBe('2026-11-21T07:00:00.000Z');
    expect(withinSendingHours('2026-11-21T07:00:00Z', PARIS)).toBe('2026-11-21T07:00:00Z');
    expect(withinSendingHours('2026-11-21T19:00:00Z', PARIS)).toBe('2026-11-22T07:00:00.000Z');
    expect(withinSendingHours('2026-11-21T06:59:00Z', 'America/Cayenne')).toBe('2026-11-21T11:00:00.000Z');
  });
});
