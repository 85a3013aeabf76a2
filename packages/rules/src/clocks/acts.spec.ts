import { isoDate } from '../calendar/iso-date.ts';
import { afterAppeal, standingOf, withoutEffect, YEAR } from './acts.ts';
import { Case } from './case.ts';
import type { Limit } from './rule.ts';
import type { DecisionFacts } from './types.ts';

const day = isoDate;
/** Two clear months before a court that goes by no local holiday: from 2 March 2026 they end on Monday 4 May. */
const two: Limit = {
  amount: 2,
  unit: 'months',
  franc: 'F',
  carry: 'Y',
  distance: 'none',
  adm: 'I',
  aj: 'I',
  court: 'CAA',
  confidence: 'high',
};
const START = day('2026-03-02');
const LAST = '2026-05-04';
type Facts = { [K in keyof DecisionFacts]: string | boolean | null };
const run = (facts: Facts, limit: Limit = two, start = START) => {
  const c = new Case({ decision: 'refus-sejour-sans-oqtf', facts: facts as DecisionFacts });
  const standing = standingOf(c, start, limit);
  return { ...standing, said: c.steps.map(({ code }) => code), asked: [...c.missing], warned: c.warnings.map(({ code }) => code) };
};

describe('an administrative appeal', () => {
  it('is in time up to the last day, and changes nothing afterwards', () => {
    const posted = (on: string) => run({ recoursGracieuxPostedOn: on, recoursAnsweredOn: '2026-06-10' });
    expect(posted(LAST)).toMatchObject({ lastDay: '2026-08-11', running: 'interrupted' });
    expect(posted('2026-05-05')).toMatchObject({ lastDay: LAST, running: 'normal' });
    expect(posted('2026-05-05').said).toContain('administrative-appeal-too-late');
    // On the first day it is an act of the limit; the day before it is not.
    expect(posted('2026-03-02')).toMatchObject({ lastDay: '2026-08-11', running: 'interrupted' });
    expect(posted('2026-03-02').said).not.toContain('act-before-limit');
    expect(posted('2026-03-01')).toMatchObject({ lastDay: LAST, running: 'normal' });
    expect(posted('2026-03-01').said).toContain('act-before-limit');
  });
  it('counts by its postmark from 30 June 2025, by its receipt before', () => {
    const start = day('2025-05-02');
    const made = (facts: Facts) => run({ recoursAnsweredOn: '2025-08-01', ...facts }, two, start);
    expect(made({ recoursGracieuxPostedOn: '2025-06-30' }).running).toBe('interrupted');
    const before = made({ recoursGracieuxPostedOn: '2025-06-29' });
    expect([before.running, before.asked.includes('recoursGracieuxReceivedOn')]).toEqual(['normal', true]);
    const other = made({ recoursHierarchiquePostedOn: '2025-06-29' });
    expect([other.running, other.asked.includes('recoursHierarchiqueReceivedOn')]).toEqual(['normal', true]);
    expect(other.asked).not.toContain('recoursGracieuxReceivedOn');
    expect(made({ recoursGracieuxPostedOn: '2025-06-29', recoursGracieuxReceivedOn: '2025-07-03' }).running).toBe('interrupted');
    expect(made({ recoursGracieuxPostedOn: '2025-06-29', recoursGracieuxReceivedOn: '2025-07-04' }).running).toBe('normal');
  });
  it('is rejected by its answer, or by two months of silence once the limit of that rejection is over', () => {
    // Received on 10 March: silent on 10 May; the two clear months from there end on 11 July.
    const answered = (on: string | null, more: Facts = {}) => {
      const { lastDay, said } = run({
        recoursGracieuxReceivedOn: '2026-03-10',
        recoursAnsweredOn: on,
        recoursAcknowledgedWithRoutes: true,
        ...more,
      });
      return [lastDay, said.includes('administrative-appeal-silently-rejected')];
    };
    expect(answered('2026-04-10')).toEqual(['2026-06-11', false]);
    expect(answered('2026-05-10')).toEqual(['2026-07-13', false]);
    expect(answered('2026-07-11')).toEqual(['2026-09-14', false]);
    expect(answered('2026-07-12')).toEqual(['2026-07-13', true]);
    expect(answered(null)).toEqual(['2026-07-13', true]);
    // Silence nobody was told how to read binds no one.
    expect(answered('2026-07-12', { recoursAcknowledgedWithRoutes: false })).toEqual(['2026-09-14', false]);
  });
  it('leaves only the reasonable year where its silent rejection was never acknowledged', () => {
    const silent = run({ recoursGracieuxReceivedOn: '2026-03-10', recoursAcknowledgedWithRoutes: false });
    expect(silent).toMatchObject({ lastDay: '2027-05-10', prudentDay: '2026-07-10', running: 'not-enforceable', confidence: 'medium' });
    expect(silent.asked).toContain('recoursAnsweredOn');
  });
  it('asks what is not known of it, and stops the limit meanwhile', () => {
    const open = run({ recoursGracieuxPostedOn: '2026-03-10' });
    expect(open).toMatchObject({ lastDay: null, running: 'interrupted' });
    expect(open.asked).toEqual(expect.arrayContaining(['recoursAnsweredOn', 'recoursGracieuxReceivedOn']));
    expect(open.asked).not.toContain('recoursHierarchiqueReceivedOn');
    const hierarchical = run({ recoursHierarchiquePostedOn: '2026-03-10', recoursAnsweredOn: '2026-04-10' });
    expect(hierarchical).toMatchObject({ lastDay: '2026-06-11' });
    expect(hierarchical.asked).toContain('recoursHierarchiqueReceivedOn');
    expect(hierarchical.asked).not.toContain('recoursAnsweredOn');
    // One of two has no end yet: no end at all.
    const both = run({ recoursGracieuxPostedOn: '2026-03-10', recoursHierarchiqueReceivedOn: '2026-03-12' });
    expect(both).toMatchObject({ lastDay: null, running: 'interrupted' });
  });
  it('of two, ends with the later rejection', () => {
    const both = run(
      { recoursGracieuxReceivedOn: '2026-01-05', recoursHierarchiquePostedOn: '2026-02-20', recoursHierarchiqueReceivedOn: '2026-03-20', recoursAnsweredOn: '2026-05-10' },
      two,
      day('2026-01-02'),
    ); // prettier-ignore
    expect(both.lastDay).toBe('2026-07-13');
    expect(both.said).toContain('administrative-appeal-rejected');
    expect(both.said).not.toContain('administrative-appeal-silently-rejected');
  });
  it('opens two months of its own where it was made within the reasonable year', () => {
    expect(afterAppeal(two)).toEqual({ ...two, adm: '0' });
    expect(afterAppeal(YEAR)).toEqual({
      ...YEAR,
      amount: 2,
      franc: 'F',
      carry: 'Y',
      distance: 'D',
      adm: '0',
      confidence: 'medium',
    });
    expect(YEAR).toEqual({
      amount: 12,
      unit: 'months',
      franc: 'NF',
      carry: 'unknown',
      distance: 'none',
      adm: 'conserves',
      aj: 'I?',
      court: 'TA-res',
      confidence: 'medium',
    });
    const within = (posted: string, answered: string) => run({ recoursGracieuxPostedOn: posted, recoursAnsweredOn: answered }, YEAR);
    // Rejected early, it never shortens the year; the prudent day alone is that of its rejection.
    expect(within('2026-04-01', '2026-05-05')).toMatchObject({ lastDay: '2027-03-02', prudentDay: '2026-07-03', confidence: 'medium' });
    expect(within('2026-04-01', '2026-05-05').said).toContain('reasonable-year-kept');
    // Rejected late, its two months are longer than what is left of the year.
    expect(within('2027-03-01', '2027-03-10')).toMatchObject({ lastDay: '2027-05-11', running: 'interrupted' });
    expect(within('2027-03-01', '2027-03-10').said).not.toContain('reasonable-year-kept');
  });
});

describe('a request for legal aid', () => {
  const aid = (facts: Facts, limit = two) => run({ aideJuridictionnelleNotifiedOn: '2026-06-10', ...facts }, limit);
  it('interrupts up to the last day, and opens the limit anew fifteen days after its decision', () => {
    expect(aid({ aideJuridictionnelleRequestedOn: LAST })).toMatchObject({ lastDay: '2026-08-26', running: 'interrupted' });
    expect(aid({ aideJuridictionnelleRequestedOn: '2026-05-05' })).toMatchObject({ lastDay: LAST, running: 'normal' });
    expect(aid({ aideJuridictionnelleRequestedOn: '2026-05-05' }).said).toContain('legal-aid-too-late');
    expect(aid({ aideJuridictionnelleRequestedOn: '2026-03-02' }).running).toBe('interrupted');
    expect(aid({ aideJuridictionnelleRequestedOn: '2026-03-01' })).toMatchObject({ lastDay: LAST, running: 'normal' });
    expect(aid({ aideJuridictionnelleRequestedOn: LAST, aideJuridictionnelleNotifiedOn: null })).toMatchObject({ lastDay: null });
  });
  it('waits for the lawyer where that is later, and asks who was appointed unless it was refused', () => {
    const granted = aid({ aideJuridictionnelleRequestedOn: LAST, aideJuridictionnelleDecision: 'granted' });
    expect([granted.lastDay, granted.asked.includes('lawyerAppointedOn')]).toEqual(['2026-08-26', true]);
    const refused = aid({ aideJuridictionnelleRequestedOn: LAST, aideJuridictionnelleDecision: 'refused' });
    expect([refused.lastDay, refused.asked.includes('lawyerAppointedOn')]).toEqual(['2026-08-26', false]);
    const lawyer = (lawyerAppointedOn: string) =>
      aid({ aideJuridictionnelleRequestedOn: LAST, aideJuridictionnelleDecision: 'granted', lawyerAppointedOn }).lastDay;
    expect(['2026-06-20', '2026-06-25', '2026-06-26'].map(lawyer)).toEqual(['2026-08-26', '2026-08-26', '2026-08-27']);
    const late = aid({ aideJuridictionnelleRequestedOn: LAST, aideJuridictionnelleDecision: 'refused', lawyerAppointedOn: '2026-06-30' });
    expect(late.lastDay).toBe('2026-08-31');
    // The prudent day counts from the decision itself.
    expect(granted.prudentDay).toBe('2026-08-10');
  });
  it('keeps an appeal in time that was made while it stopped the limit', () => {
    const both = (posted: string, facts: Facts = {}) =>
      run({ aideJuridictionnelleRequestedOn: '2026-05-01', aideJuridictionnelleNotifiedOn: '2026-06-10', recoursGracieuxPostedOn: posted, recoursAnsweredOn: '2026-10-01', ...facts }).said; // prettier-ignore
    expect(both('2026-08-26')).toContain('administrative-appeal-in-time');
    expect(both('2026-08-27')).not.toContain('administrative-appeal-in-time');
    expect(both('2026-08-27', { aideJuridictionnelleNotifiedOn: null })).toContain('administrative-appeal-in-time');
    // Asked too late, or before the limit began, it stopped nothing.
    expect(both('2026-05-06', { aideJuridictionnelleRequestedOn: '2026-05-05' })).not.toContain('administrative-appeal-in-time');
    expect(both('2026-05-06', { aideJuridictionnelleRequestedOn: '2026-03-01' })).not.toContain('administrative-appeal-in-time');
    expect(both('2026-05-06', { aideJuridictionnelleRequestedOn: '2026-03-02' })).toContain('administrative-appeal-in-time');
    expect(both('2026-05-06', { aideJuridictionnelleRequestedOn: LAST })).toContain('administrative-appeal-in-time');
  });
  it('has no effect where the row gives it none, and that is said', () => {
    const said = (limit: Limit, facts: Facts) => {
      const c = new Case({ decision: 'oqtf-un-mois', facts: facts as DecisionFacts });
      withoutEffect(c, limit);
      return c.steps.map(({ code, date }) => `${code} ${date}`);
    };
    const acts = {
      aideJuridictionnelleRequestedOn: '2026-03-05',
      recoursGracieuxPostedOn: '2026-03-06',
      recoursHierarchiqueReceivedOn: '2026-03-07',
    };
    const appeals = ['administrative-appeal-no-effect 2026-03-06', 'administrative-appeal-no-effect 2026-03-07'];
    expect(said({ ...two, adm: '0', aj: '0' }, acts)).toEqual([...appeals, 'legal-aid-no-effect 2026-03-05']);
    expect(said({ ...two, aj: 'unknown' }, acts)).toEqual(['legal-aid-no-effect 2026-03-05']);
    expect(said({ ...two, adm: 'RAPO' }, acts)).toEqual([]);
    expect(said({ ...two, adm: '0', aj: '0' }, {})).toEqual([]);
  });
  it('is recalled while it can still be asked for', () => {
    expect(run({}).warned).toEqual(['legal-aid-still-possible']);
    expect(run({}, { ...two, aj: 'I?' }).warned).toEqual(['legal-aid-still-possible']);
    expect(run({}, { ...two, aj: 'S' }).warned).toEqual(['legal-aid-still-possible']);
    expect(run({}, { ...two, aj: '0' }).warned).toEqual(['legal-aid-does-not-extend']);
    expect(run({}, { ...two, aj: 'unknown' }).warned).toEqual([]);
    expect(run({ appealAlreadyFiled: true }).warned).toEqual([]);
    expect(run({ aideJuridictionnelleRequestedOn: '2026-03-05' }).warned).toEqual([]);
    expect(run({}).asked).toEqual(
      expect.arrayContaining(['recoursGracieuxPostedOn', 'recoursHierarchiquePostedOn', 'aideJuridictionnelleRequestedOn']),
    );
    expect(run({ recoursGracieuxReceivedOn: '2026-03-05', recoursHierarchiqueReceivedOn: '2026-03-05' }).asked).toEqual(
      expect.not.arrayContaining(['recoursGracieuxPostedOn', 'recoursHierarchiquePostedOn']),
    );
  });
  it('suspends the month before the asylum court, asked within fifteen days', () => {
    const month: Limit = { ...two, amount: 1, franc: 'NF', carry: 'N', adm: '0', aj: 'S', court: 'CNDA' };
    const asked = (on: string, notified: string | null = '2026-04-20') =>
      run({ aideJuridictionnelleRequestedOn: on, aideJuridictionnelleNotifiedOn: notified }, month);
    expect(run({}, month)).toMatchObject({ lastDay: '2026-04-02', running: 'normal', confidence: 'high' });
    // 17 March is the fifteenth day: sixteen days are left, and run from 20 April.
    expect(asked('2026-03-17')).toMatchObject({ lastDay: '2026-05-06', running: 'suspended' });
    expect(asked('2026-03-18')).toMatchObject({ lastDay: '2026-04-02', running: 'normal' });
    expect(asked('2026-03-18').said).toContain('legal-aid-too-late');
    expect(asked('2026-03-02')).toMatchObject({ lastDay: '2026-05-21', running: 'suspended' });
    expect(asked('2026-03-01')).toMatchObject({ lastDay: '2026-04-02', running: 'normal' });
    expect(asked('2026-03-01').said).toContain('act-before-limit');
    expect(asked('2026-03-17', null)).toMatchObject({ lastDay: null, running: 'suspended' });
    expect(asked('2026-03-17', null).asked).toContain('aideJuridictionnelleNotifiedOn');
  });
});
