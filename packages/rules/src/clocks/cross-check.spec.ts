import { Temporal } from 'temporal-polyfill';
import { repeats } from '../test/repeats.ts';
import { computeDeadline } from './deadline.ts';
import type { DeadlineInput } from './types.ts';

/**
 * A second reading of the ordinary rows that shares no line with the sources: Temporal walks day by day, the holidays are a plain list
 * built from the Meeus-Jones-Butcher Easter, the columns are copied from the law page.
 */
const plain = Temporal.PlainDate;
/** Days are kept as text, and what Temporal says of one is asked once: it is slow, and the same days come back many times. */
const kept = new Map<string, string>();
const once = (key: string, make: () => string): string => {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
};
const plus = (day: string, n: number, unit: 'days' | 'months'): string =>
  once(`${day} ${n} ${unit}`, () =>
    plain
      .from(day)
      .add({ [unit]: n })
      .toString(),
  );
const first = plain.from('2012-01-01');
/** Every third day of twenty-six years. */
const STARTS = 3168;
const startOf = (i: number): string => once(`start ${i}`, () => first.add({ days: 3 * i }).toString());

const easter = (y: number): string => {
  const [a, b, c] = [y % 19, Math.trunc(y / 100), y % 100];
  const h = (19 * a + b - Math.trunc(b / 4) - Math.trunc((b - Math.trunc((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.trunc(c / 4) - h - (c % 4)) % 7;
  const m = Math.trunc((a + 11 * h + 22 * l) / 451);
  const total = h + l - 7 * m + 114;
  return plain.from({ year: y, month: Math.trunc(total / 31), day: (total % 31) + 1 }).toString();
};
const LOCAL: Record<string, string> = { 971: '05-27', 972: '05-22', 973: '06-10', 974: '12-20', 976: '04-27', 977: '10-09', 978: '05-28' };
const listed = (year: number, dept: string | null): string[] => {
  const sunday = easter(year);
  const all = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'].map((md) => `${year}-${md}`);
  for (const after of [1, 39, 50]) all.push(plus(sunday, after, 'days'));
  if (dept === '57' || dept === '67' || dept === '68') all.push(plus(sunday, -2, 'days'), `${year}-12-26`);
  if (dept !== null && LOCAL[dept]) all.push(`${year}-${LOCAL[dept]}`);
  return all;
};
const off = (day: string, dept: string | null): boolean => {
  const d = plain.from(day);
  return d.dayOfWeek > 5 || listed(d.year, dept).includes(day);
};
const step = (day: string, by: 1 | -1, dept: string | null): string => (off(day, dept) ? step(plus(day, by, 'days'), by, dept) : day);
const forward = (day: string, dept: string | null): string => once(`> ${day} ${dept}`, () => step(day, 1, dept));
const back = (day: string, dept: string | null): string => once(`< ${day} ${dept}`, () => step(day, -1, dept));
/** Days walked one by one; months through Temporal's own clamping. */
const walk = (day: string, n: number): string => (n === 0 ? day : walk(plus(day, 1, 'days'), n - 1));

type Row = { n: number; unit: 'm' | 'd'; clear: boolean; carry: boolean; distance: boolean; nantes?: true };
const ROWS: Record<string, Row> = {
  'refus-sejour-sans-oqtf': { n: 2, unit: 'm', clear: true, carry: true, distance: true },
  'oqtf-un-mois': { n: 1, unit: 'm', clear: true, carry: true, distance: false },
  'naturalisation-tribunal': { n: 2, unit: 'm', clear: true, carry: true, distance: true, nantes: true },
  'oqtf-assignation-residence': { n: 7, unit: 'd', clear: false, carry: true, distance: false },
  'oqtf-detention': { n: 7, unit: 'd', clear: true, carry: true, distance: false },
  'refus-visa-rapo': { n: 30, unit: 'd', clear: false, carry: true, distance: false },
  'cnda-aide-juridictionnelle': { n: 15, unit: 'd', clear: false, carry: false, distance: false },
  'refere-liberte-appel': { n: 15, unit: 'd', clear: true, carry: true, distance: false },
};
/** First of these days on which the row was surely in force. */
const SINCE: Record<string, number> = { 'refus-visa-rapo': 1367, 'cnda-aide-juridictionnelle': 867 };
/** National holidays only where the court does not sit in the department. */
const NATIONAL = ['naturalisation-tribunal', 'refus-visa-rapo', 'cnda-aide-juridictionnelle', 'refere-liberte-appel'];
const DEPARTMENTS = [null, '75', '67', '57', '972', '974', '13'];
const RESIDENCES = ['metropole', 'overseas', 'abroad', null] as const;

const expected = (row: Row, start: string, dept: string | null, residence: string | null, court: string | null) => {
  const overseasCourt = !row.nantes && (dept === '972' || dept === '974');
  let extra = 0;
  if (row.distance && residence === 'abroad') extra = 2;
  else if (row.distance && residence !== null && (dept !== null || row.nantes))
    extra = (residence === 'overseas') === overseasCourt ? 0 : 1;
  const months = row.n + extra;
  const term = row.unit === 'm' ? plus(start, months, 'months') : walk(start, row.n);
  const legal = row.clear ? plus(term, 1, 'days') : term;
  const other = row.unit === 'm' && row.clear ? plus(plus(start, 1, 'days'), months, 'months') : term;
  return { term, lastDay: row.carry ? forward(legal, court) : legal, prudentDay: back(other < term ? other : term, dept) };
};

/** A small repeatable generator: the same cases on every machine. */
const random = (seed: number) => () => {
  seed = (seed * 1664525 + 1013904223) % 4294967296;
  return seed / 4294967296;
};

describe('an independent reading of the ordinary rows', () => {
  it('agrees on 100,000 random notifications', () => {
    const next = random(20261121);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    const ids = Object.keys(ROWS);
    const wrong: string[] = [];
    for (let i = 0; i < repeats(100_000); i++) {
      const decision = pick(ids);
      const since = SINCE[decision] ?? (decision.startsWith('oqtf') ? 1534 : 0);
      const start = startOf(since + Math.floor(next() * (STARTS - since)));
      const departement = pick(DEPARTMENTS);
      const residence = pick(RESIDENCES);
      const facts = { departement, residence, routesNotified: true, measure: null };
      const answer = computeDeadline({ decision, decisionOn: start, notifiedOn: start, facts } as DeadlineInput);
      const court = NATIONAL.includes(decision) ? null : departement;
      const should = expected(ROWS[decision]!, start, departement, residence, court);
      if (answer.term !== should.term || answer.lastDay !== should.lastDay || answer.prudentDay !== should.prudentDay)
        wrong.push(JSON.stringify({ decision, start, departement, residence, answer, should }));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
  it('agrees on 3,000 limits in hours, clock changes included', () => {
    const next = random(48);
    const wrong: string[] = [];
    for (let i = 0; i < repeats(3_000); i++) {
      // Half of them within three days of a clock change.
      const year = 2025 + Math.floor(next() * 20);
      const change = plain.from({ year, month: next() < 0.5 ? 3 : 10, day: 31 });
      const sunday = change.subtract({ days: change.dayOfWeek % 7 });
      const day = next() < 0.5 ? sunday.subtract({ days: Math.floor(next() * 4) }) : change.subtract({ days: Math.floor(next() * 300) });
      const local = day.toPlainDateTime({ hour: Math.floor(next() * 24), minute: Math.floor(next() * 60) });
      const start = local.toZonedDateTime('Europe/Paris');
      const elapsed = start.add({ hours: 48 });
      const byClock = start.toPlainDateTime().add({ days: 2 }).toZonedDateTime('Europe/Paris');
      const first = Temporal.ZonedDateTime.compare(elapsed, byClock) < 0 ? elapsed : byClock;
      const notifiedAt = start.toString({ timeZoneName: 'never' });
      const answer = computeDeadline({
        decision: 'oqtf-retention',
        decisionOn: day.toString(),
        notifiedAt,
        facts: { departement: '75' },
      } as DeadlineInput);
      const should = first.toString({ timeZoneName: 'never' });
      if (answer.expiresAt !== should) wrong.push(JSON.stringify({ notifiedAt, expiresAt: answer.expiresAt, should }));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
