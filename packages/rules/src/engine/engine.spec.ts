import { addDays, isoDate } from '../calendar/iso-date.ts';
import { type ChildFacts, type Facts, inOrder } from '../facts/facts.ts';
import {
  ageBetween,
  atLeast,
  atLeastLess,
  atLeastNumber,
  dayCompared,
  hasBegun,
  lessThanAgo,
  moreThan,
  moreThanNumber,
  no,
  noneOf,
  notBefore,
  olderThan,
  oneOf,
  yes,
} from './answers.ts';
import { allOf, anyOf, someChild } from './combine.ts';
import type { Context, Test } from './outcome.ts';

const day = isoDate;
const ON = day('2026-11-21');
const context = (facts: Facts, child: ChildFacts | null = null): Context => ({
  onDate: ON,
  facts,
  answers: inOrder(facts),
  child,
  statusOf: () => 'unknown',
  stillHolds: () => ({ status: 'unknown', missing: [] }),
});
const judge = (test: Test, facts: Facts, child: ChildFacts | null = null) => {
  const on = context(facts, child);
  const status = test.status(on);
  const missing: Parameters<Test['missing']>[1] = [];
  if (status === 'unknown') test.missing(on, missing);
  return [status, test.because(on, status), missing] as const;
};

describe('a question on one fact', () => {
  it('is unknown without an answer and says which fact is missing', () => {
    const absent = ['unknown', { code: 'fact-missing', values: { facts: ['residenceSince'] } }, ['residenceSince']];
    for (const test of [
      atLeast('residenceSince', { years: 5 }),
      moreThan('residenceSince', { years: 5 }),
      lessThanAgo('residenceSince', { years: 1 }),
      hasBegun('residenceSince'),
      notBefore('residenceSince'),
    ]) {
      expect(judge(test, {})).toEqual(absent);
      expect(judge(test, { residenceSince: null })).toEqual(absent);
      expect(test.facts).toEqual(['residenceSince']);
    }
  });
  it('reads yes and no', () => {
    expect(judge(yes('fraud'), { fraud: true })).toEqual(['met', { code: 'yes-as-wanted', values: { fact: 'fraud' } }, []]);
    expect(judge(yes('fraud'), { fraud: false })).toEqual(['not-met', { code: 'no-but-wanted-yes', values: { fact: 'fraud' } }, []]);
    expect(judge(no('fraud'), { fraud: false })).toEqual(['met', { code: 'no-as-wanted', values: { fact: 'fraud' } }, []]);
    expect(judge(no('fraud'), { fraud: true })).toEqual(['not-met', { code: 'yes-but-wanted-no', values: { fact: 'fraud' } }, []]);
  });
  it('reads one of several answers, some of them open', () => {
    const test = oneOf('ofiiOpinion', ['favourable'], ['pending']);
    const values = (answer: string) => ({ fact: 'ofiiOpinion', answer, wanted: ['favourable'] });
    expect(judge(test, { ofiiOpinion: 'favourable' })).toEqual(['met', { code: 'answer-fits', values: values('favourable') }, []]);
    expect(judge(test, { ofiiOpinion: 'unfavourable' })).toEqual([
      'not-met',
      { code: 'answer-does-not-fit', values: values('unfavourable') },
      [],
    ]);
    expect(judge(test, { ofiiOpinion: 'pending' })).toEqual([
      'unknown',
      { code: 'answer-open', values: values('pending') },
      ['ofiiOpinion'],
    ]);
    expect(judge(test, { ofiiOpinion: 'favourable' })[1]).toEqual({ code: 'answer-fits', values: values('favourable') });
    expect(test.thresholds).toEqual([{ fact: 'ofiiOpinion', is: 'one-of', amount: ['favourable'] }]);
  });
  it('reads any answer but some', () => {
    const test = noneOf('contractType', ['none'], ['cdd']);
    const values = (answer: string) => ({ fact: 'contractType', answer, excluded: ['none'] });
    expect(judge(test, { contractType: 'cdi' })).toEqual(['met', { code: 'answer-fits', values: values('cdi') }, []]);
    expect(judge(test, { contractType: 'none' })).toEqual(['not-met', { code: 'answer-excluded', values: values('none') }, []]);
    expect(judge(test, { contractType: 'cdd' })).toEqual(['unknown', { code: 'answer-open', values: values('cdd') }, ['contractType']]);
  });
  it('measures lengths of time', () => {
    const values = { fact: 'residenceSince', since: '2021-11-21', amount: 5, unit: 'years', anniversary: '2026-11-21' };
    expect(judge(atLeast('residenceSince', { years: 5 }), { residenceSince: day('2021-11-21') })).toEqual([
      'met',
      { code: 'duration-reached', values: { ...values, strictly: false } },
      [],
    ]);
    expect(judge(moreThan('residenceSince', { years: 5 }), { residenceSince: day('2021-11-21') })).toEqual([
      'not-met',
      { code: 'duration-not-reached', values: { ...values, strictly: true } },
      [],
    ]);
    expect(judge(lessThanAgo('residenceSince', { years: 5 }), { residenceSince: day('2021-11-21') })).toEqual([
      'not-met',
      { code: 'no-longer-less-than-ago', values },
      [],
    ]);
    expect(judge(lessThanAgo('residenceSince', { months: 60 }), { residenceSince: day('2021-11-22') })).toEqual([
      'met',
      {
        code: 'less-than-ago',
        values: { fact: 'residenceSince', since: '2021-11-22', amount: 60, unit: 'months', anniversary: '2026-11-22' },
      },
      [],
    ]);
    expect(atLeast('residenceSince', { months: 18 }).thresholds).toEqual([
      { fact: 'residenceSince', is: 'at-least', amount: 18, unit: 'months' },
    ]);
    expect(moreThan('residenceSince', { years: 3 }).thresholds).toEqual([
      { fact: 'residenceSince', is: 'more-than', amount: 3, unit: 'years' },
    ]);
    expect(lessThanAgo('oqtfDate', { years: 3 }).thresholds).toEqual([{ fact: 'oqtfDate', is: 'less-than', amount: 3, unit: 'years' }]);
  });
  it('gives each start its own anniversary, one after the other', () => {
    const test = atLeast('residenceSince', { years: 1 });
    expect(judge(test, { residenceSince: day('2025-11-21') })[0]).toBe('met');
    expect(judge(test, { residenceSince: day('2025-11-22') })[0]).toBe('not-met');
    expect(judge(test, { residenceSince: day('2025-11-21') })[1].values).toMatchObject({ anniversary: '2026-11-21' });
  });
  it('opens a window before the end of a length', () => {
    const test = atLeastLess('regularStaySince', { months: 12 }, (end) => addDays(end, -120));
    expect(judge(test, { regularStaySince: day('2026-03-21') })).toEqual([
      'met',
      { code: 'window-open', values: { fact: 'regularStaySince', since: '2026-03-21', amount: 12, unit: 'months', opensOn: '2026-11-21' } },
      [],
    ]);
    expect(judge(test, { regularStaySince: day('2026-03-22') })[1]).toMatchObject({
      code: 'window-not-open',
      values: { opensOn: '2026-11-22' },
    });
    expect(test.thresholds).toEqual([{ fact: 'regularStaySince', is: 'at-least', amount: 12, unit: 'months' }]);
  });
  it('knows what runs, has ended, has begun', () => {
    const until = (on: string) => judge(notBefore('returnBanUntil'), { returnBanUntil: day(on) });
    expect(until('2026-11-21')).toEqual(['met', { code: 'still-running', values: { fact: 'returnBanUntil', day: '2026-11-21' } }, []]);
    expect(until('2026-11-20')).toEqual(['not-met', { code: 'has-ended', values: { fact: 'returnBanUntil', day: '2026-11-20' } }, []]);
    const from = (on: string) => judge(hasBegun('trainingSince'), { trainingSince: day(on) });
    expect(from('2026-11-21')).toEqual(['met', { code: 'has-begun', values: { fact: 'trainingSince', day: '2026-11-21' } }, []]);
    expect(from('2026-11-22')).toEqual(['not-met', { code: 'has-not-begun', values: { fact: 'trainingSince', day: '2026-11-22' } }, []]);
    expect(notBefore('returnBanUntil').thresholds).toEqual([{ fact: 'returnBanUntil', is: 'on-or-after', amount: 'onDate' }]);
    expect(hasBegun('trainingSince').thresholds).toEqual([{ fact: 'trainingSince', is: 'on-or-before', amount: 'onDate' }]);
  });
  it('compares numbers', () => {
    const least = (value: number) => judge(atLeastNumber('workAccidentPensionRate', 20, 'percent'), { workAccidentPensionRate: value });
    expect(least(20)).toEqual(['met', { code: 'number-reached', values: { fact: 'workAccidentPensionRate', value: 20, minimum: 20 } }, []]);
    expect(least(19)).toEqual([
      'not-met',
      { code: 'number-not-reached', values: { fact: 'workAccidentPensionRate', value: 19, minimum: 20 } },
      [],
    ]);
    expect(least(0)[0]).toBe('not-met');
    const more = (value: number) => judge(moreThanNumber('avgMonthlyNetResources', 0), { avgMonthlyNetResources: value });
    expect(more(0)).toEqual(['not-met', { code: 'number-not-above', values: { fact: 'avgMonthlyNetResources', value: 0, limit: 0 } }, []]);
    expect(more(1)).toEqual(['met', { code: 'number-above', values: { fact: 'avgMonthlyNetResources', value: 1, limit: 0 } }, []]);
    expect(atLeastNumber('workAccidentPensionRate', 20, 'percent').thresholds).toEqual([
      { fact: 'workAccidentPensionRate', is: 'at-least', amount: 20, unit: 'percent' },
    ]);
    expect(moreThanNumber('avgMonthlyNetResources', 0).thresholds).toEqual([
      { fact: 'avgMonthlyNetResources', is: 'more-than', amount: 0 },
    ]);
  });
  it('knows ages', () => {
    const age = (birth: string) => judge(ageBetween('birthDate', { from: 18, before: 19 }), { birthDate: day(birth) });
    expect(age('2008-11-21')).toEqual([
      'met',
      { code: 'age-fits', values: { fact: 'birthDate', birth: '2008-11-21', from: 18, before: 19 } },
      [],
    ]);
    expect(age('2008-11-22')).toEqual([
      'not-met',
      { code: 'too-young', values: { fact: 'birthDate', birth: '2008-11-22', from: 18, reachedOn: '2026-11-22' } },
      [],
    ]);
    expect(age('2007-11-21')).toEqual([
      'not-met',
      { code: 'too-old', values: { fact: 'birthDate', birth: '2007-11-21', before: 19, endedOn: '2026-11-21' } },
      [],
    ]);
    expect(judge(ageBetween('birthDate', { before: 18 }), { birthDate: day('2020-01-01') })[1]).toEqual({
      code: 'age-fits',
      values: { fact: 'birthDate', birth: '2020-01-01', from: 0, before: 18 },
    });
    expect(judge(ageBetween('birthDate', { from: 18 }), { birthDate: day('1950-01-01') })[1]).toEqual({
      code: 'age-fits',
      values: { fact: 'birthDate', birth: '1950-01-01', from: 18, before: 0 },
    });
    expect(ageBetween('birthDate', { from: 18, before: 19 }).thresholds).toEqual([
      { fact: 'birthDate', is: 'at-least', amount: 18, unit: 'years' },
      { fact: 'birthDate', is: 'less-than', amount: 19, unit: 'years' },
    ]);
    expect(ageBetween('birthDate', {}).thresholds).toEqual([]);
    const old = (birth: string) => judge(olderThan('birthDate', 65), { birthDate: day(birth) });
    expect(old('1961-11-20')).toEqual([
      'met',
      { code: 'older-than', values: { fact: 'birthDate', birth: '1961-11-20', years: 65, birthday: '2026-11-20' } },
      [],
    ]);
    expect(old('1961-11-21')).toEqual([
      'not-met',
      { code: 'not-older-than', values: { fact: 'birthDate', birth: '1961-11-21', years: 65, birthday: '2026-11-21' } },
      [],
    ]);
    expect(olderThan('birthDate', 65).thresholds).toEqual([{ fact: 'birthDate', is: 'more-than', amount: 65, unit: 'years' }]);
  });
  it('compares two days', () => {
    const test = dayCompared('childWelfareDate', 'on-or-before', { fact: 'birthDate', years: 16 });
    const at = (welfare: string, relation: 'on-or-before' | 'before' | 'after') =>
      judge(dayCompared('childWelfareDate', relation, { fact: 'birthDate', years: 16 }), {
        childWelfareDate: day(welfare),
        birthDate: day('2008-02-29'),
      })[0];
    expect(['2024-02-28', '2024-02-29', '2024-03-01'].map((on) => at(on, 'on-or-before'))).toEqual(['met', 'met', 'not-met']);
    expect(['2024-02-28', '2024-02-29', '2024-03-01'].map((on) => at(on, 'before'))).toEqual(['met', 'not-met', 'not-met']);
    expect(['2024-02-28', '2024-02-29', '2024-03-01'].map((on) => at(on, 'after'))).toEqual(['not-met', 'not-met', 'met']);
    const values = {
      fact: 'childWelfareDate',
      day: '2024-01-01',
      limit: '2024-02-29',
      from: 'birthDate',
      amount: 16,
      unit: 'years',
      relation: 'on-or-before',
    };
    expect(judge(test, { childWelfareDate: day('2024-01-01'), birthDate: day('2008-02-29') })).toEqual([
      'met',
      { code: 'day-fits', values },
      [],
    ]);
    expect(judge(test, { childWelfareDate: day('2025-01-01'), birthDate: day('2008-02-29') })[1]).toEqual({
      code: 'day-does-not-fit',
      values: { ...values, day: '2025-01-01' },
    });
    expect(judge(test, { birthDate: day('2008-02-29') })).toEqual([
      'unknown',
      { code: 'fact-missing', values: { facts: ['childWelfareDate'] } },
      ['childWelfareDate'],
    ]);
    expect(judge(test, { childWelfareDate: day('2024-01-01') })[2]).toEqual(['birthDate']);
    expect(judge(test, {})[2]).toEqual(['childWelfareDate', 'birthDate']);
    expect(test.facts).toEqual(['childWelfareDate', 'birthDate']);
    expect(test.thresholds).toEqual([{ fact: 'childWelfareDate', is: 'on-or-before', amount: 16, unit: 'years' }]);
    expect(dayCompared('childWelfareDate', 'after', { fact: 'birthDate', years: 16 }).thresholds[0]!.is).toBe('more-than');
    expect(dayCompared('childWelfareDate', 'before', { fact: 'birthDate', years: 16 }).thresholds[0]!.is).toBe('before');
  });
});

describe('questions together', () => {
  const [a, b] = [yes('fraud'), yes('bornInFrance')];
  const both = (fraud: boolean | null, bornInFrance: boolean | null) => ({ fraud, bornInFrance });
  it('AND: not met wins, then unknown', () => {
    const and = (fraud: boolean | null, born: boolean | null) => judge(allOf(a, b), both(fraud, born));
    expect(and(true, true)).toEqual(['met', { code: 'yes-as-wanted', values: { fact: 'bornInFrance' } }, []]);
    expect(and(false, null)).toEqual(['not-met', { code: 'no-but-wanted-yes', values: { fact: 'fraud' } }, []]);
    expect(and(null, false)).toEqual(['not-met', { code: 'no-but-wanted-yes', values: { fact: 'bornInFrance' } }, []]);
    expect(and(null, true)).toEqual(['unknown', { code: 'fact-missing', values: { facts: ['fraud'] } }, ['fraud']]);
    expect(and(null, null)).toEqual([
      'unknown',
      { code: 'fact-missing', values: { facts: ['fraud', 'bornInFrance'] } },
      ['fraud', 'bornInFrance'],
    ]);
    expect(allOf(a, b, a).facts).toEqual(['fraud', 'bornInFrance']);
  });
  it('OR: met wins, then unknown', () => {
    const or = (fraud: boolean | null, born: boolean | null) => judge(anyOf(a, b), both(fraud, born));
    expect(or(false, false)).toEqual(['not-met', { code: 'no-alternative-holds', values: { facts: ['fraud', 'bornInFrance'] } }, []]);
    expect(or(null, true)).toEqual(['met', { code: 'yes-as-wanted', values: { fact: 'bornInFrance' } }, []]);
    expect(or(null, false)).toEqual(['unknown', { code: 'fact-missing', values: { facts: ['fraud'] } }, ['fraud']]);
    expect(or(null, null)[2]).toEqual(['fraud', 'bornInFrance']);
  });
  it('lets the one open part explain itself', () => {
    const opinion = oneOf('ofiiOpinion', ['favourable'], ['pending']);
    expect(judge(allOf(a, opinion), { fraud: true, ofiiOpinion: 'pending' })[1].code).toBe('answer-open');
    expect(judge(anyOf(a, opinion), { fraud: false, ofiiOpinion: 'pending' })[1].code).toBe('answer-open');
  });
  it('keeps the thresholds of its parts', () => {
    expect(
      allOf(atLeast('residenceSince', { years: 5 }), anyOf(atLeast('unionDate', { months: 6 }))).thresholds.map(({ fact }) => fact),
    ).toEqual(['residenceSince', 'unionDate']);
  });
});

describe('a question on some child', () => {
  const test = someChild(allOf(yes('children[].isFrench'), yes('children[].livesInFrance')));
  it('is met by one child, and explained by it', () => {
    expect(judge(test, { children: [{ isFrench: false }, { isFrench: true, livesInFrance: true }] })).toEqual([
      'met',
      { code: 'yes-as-wanted', values: { fact: 'children[].livesInFrance' } },
      [],
    ]);
  });
  it('asks about the child that comes nearest', () => {
    expect(judge(test, { children: [{ isFrench: false }, {}, { isFrench: true }] })).toEqual([
      'unknown',
      { code: 'fact-missing', values: { facts: ['children[].livesInFrance'] } },
      ['children[].livesInFrance'],
    ]);
    expect(judge(test, { children: [{ livesInFrance: true }, { isFrench: true }] })[2]).toEqual(['children[].isFrench']);
  });
  it('fails without a child, and asks when nothing is known of any', () => {
    expect(judge(test, { children: [] })).toEqual(['not-met', { code: 'no-child', values: {} }, []]);
    expect(judge(test, {})[2]).toEqual(['children[].isFrench', 'children[].livesInFrance']);
    expect(judge(test, { children: [{ isFrench: false }, { livesInFrance: false }] })).toEqual([
      'not-met',
      { code: 'no-but-wanted-yes', values: { fact: 'children[].isFrench' } },
      [],
    ]);
  });
  it('leaves the child under test as it was', () => {
    const child = { isFrench: false };
    const on = context({ children: [{ isFrench: true, livesInFrance: true }, {}] }, child);
    test.status(on);
    test.because(on, 'met');
    test.missing(on, []);
    expect(on.child).toBe(child);
  });
});
