import fc from 'fast-check';
import { addDays, daysBetween, isoDate, type IsoDate } from '@permanence/rules';
import { CAP_DAYS, capVerdict, LAST_DAYS, neverHeldBack, type CappedNotice } from './cap.ts';
import { instantAt, localOf } from './local-time.ts';

const PARIS = 'Europe/Paris';
const START = isoDate('2027-02-01');
const at = (on: IsoDate): string => instantAt({ on, minutes: 540 }, PARIS);

interface Source {
  id: string;
  person: string;
  danger: boolean;
  target: number;
  leads: number[];
}
interface Sent {
  on: IsoDate;
  notice: CappedNotice;
  person: string;
}
type Row = CappedNotice & { person: string; state: 'planned' | 'sent' | 'folded'; moved: boolean };

const rowsOf = (sources: readonly Source[]): Row[] =>
  sources.flatMap(({ id, person, danger, target, leads }) =>
    [...new Set(leads.filter((lead) => lead <= target))].map((lead) => ({
      id: `${id}-${lead}`,
      sourceId: id,
      step: `${danger ? 'appeal' : 'renewal-counter'}.${lead}-days`,
      targetKey: addDays(START, target),
      dueAt: at(addDays(START, target - lead)),
      person,
      state: 'planned' as const,
      moved: false,
    })),
  );

/** Day after day, what is due is taken in the order given by `shuffle`, as workers do. */
function run(sources: readonly Source[], shuffle: (rows: Row[]) => Row[] = (rows) => rows): Sent[] {
  const rows = rowsOf(sources);
  const sent: Sent[] = [];
  for (let day = 0; day <= 75; day += 1) {
    const on = addDays(START, day);
    const now = at(on);
    for (const row of shuffle(rows.filter((r) => r.dueAt <= now && r.state === 'planned'))) {
      const same = rows.filter((r) => r.person === row.person && r !== row);
      const verdict = capVerdict(
        row,
        {
          sent: sent.filter((s) => s.person === row.person).map((s) => ({ id: s.notice.id, at: at(s.on) })),
          due: same.filter((r) => r.state === 'planned' && r.dueAt <= now),
          next:
            same
              .filter((r) => r.sourceId === row.sourceId && r.state === 'planned' && r.dueAt > now)
              .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0] ?? null,
        },
        now,
        PARIS,
      );
      if (verdict.kind === 'go') {
        row.state = 'sent';
        sent.push({ on, notice: row, person: row.person });
      } else if (verdict.kind === 'fold') row.state = 'folded';
      else {
        if (verdict.dueAt <= now) throw new Error(`${row.id} moved into the past`);
        row.moved = true;
        row.dueAt = verdict.dueAt;
      }
    }
  }
  expect(rows.filter((row) => row.state === 'planned')).toEqual([]);
  return sent;
}
const source = (people: readonly string[]) =>
  fc.record({
    person: fc.constantFrom(...people),
    danger: fc.boolean(),
    target: fc.integer({ min: 0, max: 60 }),
    leads: fc.array(fc.constantFrom(0, 1, 3, 7, 10, 14, 21, 28, 35), { minLength: 1, maxLength: 6 }),
  });
const sources = (people: readonly string[] = ['a']) =>
  fc.array(source(people), { minLength: 1, maxLength: 6 }).map((list) => list.map((one, i): Source => ({ ...one, id: `s${i}` })));
const said = (sent: readonly Sent[]): string[] => sent.map((s) => `${s.on} ${s.notice.id}`).sort();

describe('at most one automatic message a week for one person', () => {
  it('leaves seven days between two messages, but for appeals and the last three days', () => {
    fc.assert(
      fc.property(sources(), (given) => {
        const sent = run(given);
        for (const one of sent) {
          if (neverHeldBack(one.notice, one.on, PARIS)) continue;
          const earlier = sent.filter((other) => other !== one && other.on <= one.on && daysBetween(other.on, one.on) < CAP_DAYS);
          expect(earlier.filter((other) => other.on < one.on || !neverHeldBack(other.notice, other.on, PARIS))).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
  it('never delays nor drops the notice of an appeal', () => {
    fc.assert(
      fc.property(sources(), (given) => {
        const all = run(given);
        const planned = rowsOf(given).filter((row) => row.step.startsWith('appeal'));
        expect(said(all.filter((s) => s.notice.step.startsWith('appeal')))).toEqual(
          planned.map((row) => `${localOf(row.dueAt, PARIS).on} ${row.id}`).sort(),
        );
      }),
      { numRuns: 80 },
    );
  });
  it('never counts one person’s message against another’s', () => {
    fc.assert(
      fc.property(sources(['a', 'b']), (given) => {
        const together = run(given);
        for (const person of ['a', 'b'])
          expect(said(together.filter((s) => s.person === person))).toEqual(said(run(given.filter((s) => s.person === person))));
      }),
      { numRuns: 80 },
    );
  });
  it('announces each date at least once before it is over', () => {
    fc.assert(
      fc.property(sources(), (given) => {
        const told = new Set(run(given).map((s) => s.notice.sourceId));
        for (const one of given.filter((s) => rowsOf([s]).length)) expect(told).toContain(one.id);
        for (const { on, notice } of run(given)) expect(on <= notice.targetKey).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
  it('does the same whichever worker takes which notice first', () => {
    fc.assert(
      fc.property(sources(), (given) => {
        expect(said(run(given, (rows) => rows.toReversed()))).toEqual(said(run(given)));
      }),
      { numRuns: 80 },
    );
  });

  const notice = (change: Partial<CappedNotice> = {}): CappedNotice => ({
    id: 'n',
    sourceId: 's',
    step: 'renewal-counter.28-days',
    targetKey: '2027-03-31',
    dueAt: at(isoDate('2027-03-03')),
    ...change,
  });
  const now = at(isoDate('2027-03-03'));
  it.each([
    ['the day after a week', '2027-02-24', { kind: 'go' }],
    ['within the week', '2027-02-25', { kind: 'move', dueAt: at(isoDate('2027-03-04')), winnerId: 'w' }],
    ['today', '2027-03-03', { kind: 'move', dueAt: at(isoDate('2027-03-10')), winnerId: 'w' }],
  ])('%s since the last one', (_, on, verdict) => {
    const traffic = { sent: [{ id: 'w', at: at(isoDate(on)) }], due: [], next: null };
    expect(capVerdict(notice(), traffic, now, PARIS)).toEqual(verdict);
  });
  it('folds into the next notice of the same date when that one comes first', () => {
    const traffic = { sent: [{ id: 'w', at: now }], due: [], next: { id: 'next', dueAt: at(isoDate('2027-03-10')) } };
    expect(capVerdict(notice(), traffic, now, PARIS)).toEqual({ kind: 'fold', intoId: 'next' });
  });
  it('waits no longer than until the last days begin', () => {
    const soon = notice({ targetKey: '2027-03-07' });
    const verdict = capVerdict(soon, { sent: [{ id: 'w', at: now }], due: [], next: null }, now, PARIS);
    expect(verdict).toEqual({ kind: 'move', dueAt: at(addDays(isoDate('2027-03-07'), -LAST_DAYS)), winnerId: 'w' });
  });
});
