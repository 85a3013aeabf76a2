import { isoDate } from '../calendar/iso-date.ts';
import { Case } from './case.ts';
import type { Limit } from './rule.ts';
import { distanceMonths, prudent, runSpan } from './span.ts';
import type { DecisionFacts } from './types.ts';

const day = isoDate;
const about = (facts: DecisionFacts = {}) => new Case({ decision: 'oqtf-un-mois', facts });
const month: Limit = {
  amount: 1,
  unit: 'months',
  franc: 'F',
  carry: 'Y',
  distance: 'none',
  adm: '0',
  aj: '0',
  court: 'TA-res',
  confidence: 'high',
};

describe('a limit in days or months', () => {
  // Good Friday 2026 is 3 April, off in Alsace-Moselle only; the month from 2 March, clear, ends on it.
  it.each([
    ['TA-res', '67', '75', '2026-04-07'],
    ['TA-pref', '67', '75', '2026-04-07'],
    ['letter', '67', '75', '2026-04-07'],
    ['TA-lieu', '75', '67', '2026-04-07'],
    ['TA-zone', '75', '67', '2026-04-07'],
    ['TA-res', '75', '67', '2026-04-03'],
    ['TA-lieu', '67', '75', '2026-04-03'],
    ['TA-zone', '67', '75', '2026-04-03'],
    ['CAA', '67', '67', '2026-04-03'],
    ['TA-Nantes', '67', '67', '2026-04-03'],
  ] as const)('goes by the holidays of the place where the court sits: %s, %s, measure in %s', (court, departement, measure, lastDay) => {
    const span = runSpan(about({ departement, measureDepartement: measure }), day('2026-03-02'), { ...month, court });
    expect([span.term, span.beforeCarry, span.lastDay]).toEqual(['2026-04-02', '2026-04-03', lastDay]);
    // A local holiday was not verified: never high.
    expect([span.confidence, span.steps.some(({ code }) => code === 'local-holiday-not-verified')]).toEqual(
      lastDay === '2026-04-07' ? ['medium', true] : ['high', false],
    );
  });

  it('moves the prudent day back until both the prefecture and the court are open', () => {
    // 28 May is off at Saint-Martin, 27 May in Guadeloupe, 25 May 2026 is Whit Monday.
    const c = about({ departement: '971', measureDepartement: '978' });
    expect(prudent(c, { ...month, court: 'TA-lieu' }, day('2026-05-28'))).toBe('2026-05-26');
    expect(prudent(c, { ...month, court: 'TA-lieu' }, day('2026-06-02'), day('2026-05-28'))).toBe('2026-05-26');
    expect(prudent(c, { ...month, court: 'TA-res' }, day('2026-05-28'))).toBe('2026-05-28');
    expect(prudent(c, { ...month, court: 'TA-res' }, day('2026-05-27'))).toBe('2026-05-26');
  });

  it('lengthens months for distance, and days never', () => {
    const abroad = { departement: '75', residence: 'abroad' } as const;
    expect(runSpan(about(abroad), day('2026-03-02'), { ...month, distance: 'D' }).term).toBe('2026-06-02');
    expect(runSpan(about(abroad), day('2026-03-02'), { ...month, amount: 15, unit: 'days', distance: 'D' }).term).toBe('2026-03-17');
  });

  it('is medium, with the shorter reading prudent, where distance is disputed', () => {
    const abroad = { departement: '75', residence: 'abroad' } as const;
    const disputed = runSpan(about(abroad), day('2026-03-02'), { ...month, distance: 'D?' });
    expect(disputed).toMatchObject({ term: '2026-06-02', lastDay: '2026-06-03', prudentDay: '2026-04-02', confidence: 'medium' });
    expect(disputed.steps[0]).toEqual({ code: 'distance-added-disputed', values: { months: 2 } });
    const here = runSpan(about({ departement: '75', residence: 'metropole' }), day('2026-03-02'), { ...month, distance: 'D?' });
    expect(here).toMatchObject({ term: '2026-04-02', confidence: 'high' });
    expect(here.steps[0]).toMatchObject({ code: 'months-counted' });
  });

  it('is medium where the carry-over is disputed and there is one', () => {
    const saturday = { ...month, franc: 'NF', carry: 'Y?' } as const;
    expect(runSpan(about(), day('2026-03-11'), saturday)).toMatchObject({ lastDay: '2026-04-13', confidence: 'medium' });
    expect(runSpan(about(), day('2026-03-10'), saturday)).toMatchObject({ lastDay: '2026-04-10', confidence: 'high' });
    expect(runSpan(about(), day('2026-03-11'), { ...saturday, carry: 'Y' })).toMatchObject({ lastDay: '2026-04-13', confidence: 'high' });
    expect(runSpan(about(), day('2026-03-11'), { ...saturday, carry: 'N' })).toMatchObject({ lastDay: '2026-04-11', confidence: 'high' });
    expect(runSpan(about(), day('2026-03-11'), { ...saturday, carry: 'unknown' }).lastDay).toBe('2026-04-11');
  });

  it('is low where the row is, whatever else is disputed', () => {
    const low = { ...month, distance: 'D?', carry: 'Y?', confidence: 'low' } as const;
    expect(runSpan(about({ departement: '67', residence: 'abroad' }), day('2026-02-28'), low).confidence).toBe('low');
  });

  it('counts months from the day and from the day after, and keeps the earlier as prudent', () => {
    expect(runSpan(about(), day('2026-02-28'), month)).toMatchObject({
      term: '2026-03-28',
      beforeCarry: '2026-03-29',
      monthEnd: '2026-04-01',
      lastDay: '2026-03-30',
      prudentDay: '2026-03-27',
      confidence: 'medium',
    });
    expect(runSpan(about(), day('2026-03-10'), month)).not.toHaveProperty('monthEnd');
    expect(runSpan(about(), day('2026-02-28'), { ...month, franc: 'NF' })).not.toHaveProperty('monthEnd');
    expect(runSpan(about(), day('2026-02-28'), { ...month, unit: 'days' })).not.toHaveProperty('monthEnd');
    expect(runSpan(about(), day('2026-02-27'), { ...month, franc: 'F?' })).toMatchObject({ beforeCarry: '2026-03-28' });
  });

  it('counts the first day where the row says so', () => {
    const days = { ...month, amount: 5, unit: 'days', franc: 'NF', countsFirstDay: true } as const;
    expect(runSpan(about(), day('2026-03-02'), days)).toMatchObject({
      term: '2026-03-06',
      steps: [
        { code: 'days-counted', date: '2026-03-06', values: { from: '2026-03-02', amount: 5 } },
        { code: 'first-day-counted', date: '2026-03-02' },
      ],
    });
  });
});

describe('the months added for distance', () => {
  const add = (facts: DecisionFacts, court: Limit['court'] = 'TA-res', distance: Limit['distance'] = 'D') =>
    distanceMonths(about(facts), { ...month, court, distance });
  it('are two abroad, one overseas before a mainland court and the other way round', () => {
    expect(add({ residence: 'abroad' })).toBe(2);
    expect(add({ residence: 'abroad' }, 'TA-res', 'none')).toBe(0);
    expect(add({ residence: 'overseas', departement: '75' })).toBe(1);
    expect(add({ residence: 'overseas', departement: '974' })).toBe(0);
    expect(add({ residence: 'metropole', departement: '974' })).toBe(1);
    expect(add({ residence: 'metropole', departement: '75' })).toBe(0);
    // The place of the court is not known: unknown never lengthens.
    expect(add({ residence: 'overseas' })).toBe(0);
    expect(add({ departement: '974' })).toBe(0);
  });
  it('are those of the mainland for a court of a fixed seat', () => {
    for (const court of ['TA-Nantes', 'CAA', 'CE', 'CNDA'] as const) {
      expect([court, add({ residence: 'overseas', departement: '974' }, court)]).toEqual([court, 1]);
      expect([court, add({ residence: 'metropole', departement: '974' }, court)]).toEqual([court, 0]);
    }
  });
});
