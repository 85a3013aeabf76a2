import { isoDate } from '../calendar/iso-date.ts';
import { assess, scoreParts } from './assess.ts';
import { nextFacts } from './next-facts.ts';
import type { EvidenceDocument } from '../evidence/document.ts';
import { addMonths } from '../calendar/iso-date.ts';

const ON = isoDate('2026-11-21');
const TIES = { nationality: 'MLI', personalTiesFrance: 'strong', partnerRelation: 'none', children: [] } as const;
const points = (id: string, facts: object, documents?: readonly EvidenceDocument[]) =>
  Object.fromEntries(scoreParts(id, { onDate: ON, facts, documents }).map(({ code, points: given }) => [code, given]));
const slips = (count: number): EvidenceDocument[] =>
  Array.from({ length: count }, (_, back) => ({ docType: 'payslip', dateDrawnUp: addMonths(ON, -back) }));

describe('the parts of the score', () => {
  it('give 50 for the conditions, 25 for the evidence, 10 for the indicators, 15 for the strength', () => {
    expect(scoreParts('vpf-l423-23', { onDate: ON, facts: TIES }).map(({ code, outOf }) => [code, outOf])).toEqual([
      ['conditions', 50],
      ['evidence', 25],
      ['indicators', 10],
      ['strength', 15],
    ]);
    expect(points('vpf-l423-23', TIES)).toEqual({ conditions: 50, evidence: 0, indicators: 0, strength: 10 });
    expect(points('vpf-l423-23', TIES, slips(30))).toEqual({ conditions: 50, evidence: 13, indicators: 0, strength: 10 });
    expect(points('vpf-l423-23', TIES, slips(60))).toEqual({ conditions: 50, evidence: 25, indicators: 0, strength: 10 });
  });
  it('count the share of conditions met, a group once', () => {
    expect(points('vpf-l423-23', { personalTiesFrance: 'strong' })).toMatchObject({ conditions: 33 });
    expect(points('dz-6-6', { nationality: 'DZA' })).toEqual({ conditions: 25, evidence: 13, indicators: 5, strength: 15 });
  });
  it('count the indicators', () => {
    const better = { ...TIES, frenchLevel: 'B1', familyTiesHome: 'none', supportByRelatives: true };
    expect(points('vpf-l423-23', better)).toMatchObject({ indicators: 8 });
    expect(points('vpf-l423-23', { ...better, residenceSince: '2010-01-01' })).toMatchObject({ indicators: 10 });
    expect(points('aes-l435-1', { ...TIES, exceptionalGrounds: 'humanitarian' })).toEqual({
      conditions: 50,
      evidence: 0,
      indicators: 0,
      strength: 5,
    });
  });
  it('take half the points where nothing dated is asked', () => {
    expect(points('spouse-french-l423-1', {})).toEqual({ conditions: 0, evidence: 13, indicators: 5, strength: 15 });
  });
  it('take fifteen points for each raised bar that reaches the basis, down to one', () => {
    const barred = { ...TIES, fraud: true };
    expect(scoreParts('vpf-l423-23', { onDate: ON, facts: barred }).at(-1)).toEqual({ code: 'bars', points: -15, outOf: 0 });
    expect(assess({ onDate: ON, facts: barred }).results['vpf-l423-23']!.score).toBe(45);
    const many = {
      ...barred,
      publicOrderThreat: 'established',
      listedOffenceFacts: true,
      engagementContractSigned: false,
      polygamyInFrance: true,
    } as const;
    expect(assess({ onDate: ON, facts: many }).results['vpf-l423-23']).toMatchObject({ score: 1, status: 'met' });
  });
  it('are none for a basis that is not met', () => {
    expect(scoreParts('dz-6-5', { onDate: ON, facts: TIES })).toEqual([]);
    expect(() => scoreParts('bar-fraud', { onDate: ON })).toThrow(new RangeError('unknown basis: "bar-fraud"'));
    expect(() => scoreParts('nothing', { onDate: ON })).toThrow(RangeError);
  });
  it('add up to the score', () => {
    for (const facts of [TIES, {}, { nationality: 'DZA', fraud: true }]) {
      const { results, ranking } = assess({ onDate: ON, facts, documents: slips(7) });
      for (const id of ranking) {
        const sum = scoreParts(id, { onDate: ON, facts, documents: slips(7) }).reduce((total, part) => total + part.points, 0);
        expect(results[id]!.score).toBe(Math.max(1, sum));
      }
    }
  });
  it('are counted alike for a situation', () => {
    const { results } = assess({ onDate: ON, facts: TIES, documents: slips(60) });
    expect(results['vpf-l423-23.s6']).toMatchObject({ status: 'met', score: 90, risk: 'high', bars: [], warnings: [] });
    expect(results['vpf-l423-23.s1']).toMatchObject({ status: 'not-met', score: 0, risk: 'medium', failedConditions: ['vpf-l423-23.s1'] });
    expect(assess({ onDate: ON }).results['vpf-l423-23.s6']).toMatchObject({ status: 'unknown', score: 15 });
  });
});

describe('the bars', () => {
  const barsOf = (facts: object, id: string) => assess({ onDate: ON, facts }).results[id]!.bars;
  const OQTF = { nationality: 'MLI', oqtfStatus: 'in-force', oqtfDate: '2025-01-01' };
  it('never change the status', () => {
    expect(assess({ onDate: ON, facts: { ...TIES, ...OQTF } as object }).results['vpf-l423-23']).toMatchObject({
      status: 'met',
      bars: ['bar-oqtf-under-3y'],
    });
  });
  it.each([
    [OQTF, 'vpf-l423-23', ['bar-oqtf-under-3y']],
    [OQTF, 'csp-general-l433-4', ['bar-oqtf-under-3y']],
    [OQTF, 'resident-ldue-l426-17', []],
    [OQTF, 'parent-sick-child-l425-10', []],
    [OQTF, 'family-reunification-sponsor-l434', []],
    [{ ...OQTF, oqtfDate: '2020-01-01' }, 'vpf-l423-23', ['bar-oqtf-over-3y']],
    [{ ...OQTF, nationality: 'DZA' }, 'dz-6-5', []],
    [{ nationality: 'MLI', engagementContractSigned: false }, 'employee-l421-1', ['bar-engagement-contract']],
    [{ nationality: 'MAR', engagementContractSigned: false }, 'employee-l421-1', []],
    [{ nationality: 'TUN', engagementContractSigned: false }, 'temporary-worker-l421-3', []],
    [{ nationality: 'MAR', engagementContractSigned: false }, 'vpf-l423-23', ['bar-engagement-contract']],
    [{ nationality: 'MLI', engagementContractSigned: false }, 'dz-6-5', []],
    [{ publicOrderThreat: 'established' }, 'dz-6-5', ['bar-public-order']],
    [{ publicOrderThreat: 'established' }, 'resident-ldue-l426-17', ['bar-public-order']],
    [{ publicOrderThreat: 'established' }, 'resident-permanent-l426-4', []],
    [{ publicOrderThreat: 'established' }, 'parent-sick-child-l425-10', []],
    [{ publicOrderThreat: 'established' }, 'family-reunification-sponsor-l434', []],
    [{ nationality: 'TUN', engagementContractSigned: false }, 'resident-spouse-french-l423-6', []],
    [{ nationality: 'MAR', engagementContractSigned: false }, 'resident-spouse-french-l423-6', ['bar-engagement-contract']],
    [{ nationality: 'TUN', engagementContractSigned: false }, 'resident-ldue-l426-17', ['bar-engagement-contract']],
    [{ nationality: 'MLI', engagementContractSigned: false }, 'family-reunification-sponsor-l434', []],
    [
      { protectionStatus: 'rejected', asylumOtherGroundsInfoDate: '2020-01-01', newCircumstances: false },
      'vpf-l423-23',
      ['bar-asylum-deadline'],
    ],
    [
      { protectionStatus: 'rejected', asylumOtherGroundsInfoDate: '2020-01-01', newCircumstances: false },
      'illness-l425-9',
      ['bar-asylum-deadline-health'],
    ],
    [
      { protectionStatus: 'rejected', asylumOtherGroundsInfoDate: '2020-01-01', newCircumstances: false },
      'parent-sick-child-l425-10',
      ['bar-asylum-deadline-health'],
    ],
    [{ protectionStatus: 'rejected', asylumOtherGroundsInfoDate: '2020-01-01', newCircumstances: false }, 'refugee-l424-1', []],
    [{ nationality: 'MLI', sameMentionRenewals: 3, currentPermitBasis: 'vpf-l423-23' }, 'vpf-l423-23', ['bar-renewal-cap']],
    [{ nationality: 'MLI', sameMentionRenewals: 3 }, 'vpf-l423-23', ['bar-renewal-cap']],
    [{ nationality: 'MLI', sameMentionRenewals: 3, currentPermitBasis: 'student-l422-1' }, 'vpf-l423-23', []],
    [{ nationality: 'MLI', sameMentionRenewals: 3, cirStatus: 'not-concerned' }, 'vpf-l423-23', []],
    [{ nationality: 'MLI', sameMentionRenewals: 3 }, 'csp-general-l433-4', []],
    [{ fraud: true, returnBanUntil: '2027-01-01' }, 'resident-ldue-l426-17', ['bar-return-ban', 'bar-fraud']],
  ])('%j reach %s: %j', (facts, id, expected) => {
    expect(barsOf(facts, id)).toEqual(expected);
  });
});

describe('the warnings', () => {
  const codes = (id: string, facts: object, onDate = ON) => assess({ onDate, facts }).results[id]!.warnings.map(({ code }) => code);
  const warning = (id: string, facts: object, code: string) =>
    assess({ onDate: ON, facts }).results[id]!.warnings.find((one) => one.code === code)?.values;
  it('name the undecided bases a subsidiary one steps back for', () => {
    expect(
      warning(
        'vpf-l423-23',
        { ...TIES, birthDate: '1990-01-01', familyProcedure: 'none', withParentSinceAge13: false, childWelfareDate: '2020-01-01' },
        'subsidiary-to-undecided',
      ),
    ).toBeUndefined();
    expect(
      warning(
        'vpf-l423-23',
        { ...TIES, partnerRelation: 'married', partnerStatus: 'french', birthDate: '1990-01-01', familyProcedure: 'none' },
        'subsidiary-to-undecided',
      ),
    ).toEqual({
      bases: ['spouse-french-l423-1', 'spouse-french-l423-2'],
    });
  });
  it('point to the twin of the other regime', () => {
    expect(warning('vpf-l423-23', { nationality: 'DZA' }, 'see-twin')).toEqual({ basis: 'dz-6-5' });
    expect(warning('vpf-l423-23', { nationality: 'FRA' }, 'see-twin')).toBeUndefined();
    expect(warning('dz-6-5', { nationality: 'MLI' }, 'see-twin')).toEqual({ basis: 'vpf-l423-23' });
  });
  it.each([
    ['vpf-l423-23', { violenceByCurrentPartner: true }, 'cohabitation-proof-waived'],
    [
      'vpf-l423-23',
      { partnerRelation: 'pacs', partnerStatus: 'foreign-regular', cohabitationOngoing: true, cohabitationSince: '2025-11-21' },
      'pacs-foreigner-between-1-and-3-years',
    ],
    ['vpf-l423-23', { partnerStatus: 'eu-citizen' }, 'partner-eu-free-movement'],
    ['vpf-l423-23', { partnerRelation: 'married', partnerStatus: 'french' }, 'partner-has-own-basis'],
    [
      'vpf-l423-23',
      { partnerRelation: 'pacs', cohabitationOngoing: false, cohabitationEndReason: 'violence' },
      'no-text-protects-after-separation',
    ],
    ['vpf-l423-23', { currentStatus: 'none' }, 'refusal-brings-removal-order'],
    ['vpf-l423-23', TIES, 'permit-commission-before-refusal'],
    ['spouse-french-l423-1', { entryVisa: 'short-stay' }, 'spouse-without-long-stay-visa'],
    ['spouse-french-l423-2', { lastEntryRegular: false }, 'irregular-entry-closes-spouse-route'],
    ['spouse-french-violence-l423-5', { domesticViolence: true }, 'violence-proof-free'],
    ['spouse-french-violence-l423-5', { cohabitationEndReason: 'violence' }, 'never-contact-partner'],
    [
      'parent-french-child-l423-7',
      { children: [{ frenchByOtherParentRecognition: true, otherParentContributes: false, contributionJudgment: false }] },
      'right-assessed-on-private-life',
    ],
    ['parent-french-child-l423-7', { children: [{ frenchByOtherParentRecognition: true }] }, 'recognition-suspicion'],
    ['resident-spouse-french-l423-6', { nationality: 'TUN' }, 'tunisia-ten-year-permit'],
    ['aes-l435-1', { residenceSince: '2016-11-20' }, 'permit-commission-due'],
    ['aes-l435-1', { nationality: 'MAR' }, 'work-branch-governed-by-agreement'],
    ['aes-l435-1', {}, 'see-a-lawyer-first'],
    ['aes-shortage-l435-4', {}, 'shortage-regime-ends'],
    ['aes-shortage-l435-4', { nationality: 'TUN' }, 'same-criteria-under-general-power'],
    ['employee-l421-1', { nationality: 'MAR' }, 'morocco-ten-year-card'],
    ['employee-l421-1', { entryVisa: 'none' }, 'long-stay-visa-needed'],
    ['minor-since-13-l423-21', { birthDate: '1990-01-01' }, 'outside-year-after-18'],
    ['ase-16-18-l435-3', { birthDate: '1990-01-01' }, 'outside-year-after-18'],
    ['illness-l425-9', { seriousCondition: true }, 'medical-papers-to-ofii-only'],
    ['illness-l425-9', { residenceSince: '2026-01-01' }, 'short-residence-provisional-permit'],
    ['illness-l425-9', { ofiiOpinion: 'unfavourable' }, 'ofii-opinion-unfavourable'],
    ['trafficking-l425-1', { traffickingVictim: true }, 'reflection-period-30-days'],
    [
      'protection-order-l425-6',
      { protectionOrderEnd: '2026-01-01', complaintFiled: true, criminalProceedingsOpen: true },
      'renewal-during-criminal-proceedings',
    ],
    ['protection-order-l425-6', { protectionOrderGround: 'forced-marriage' }, 'forced-marriage-article'],
    ['refugee-l424-1', { nationality: 'DZA', protectionStatus: 'refugee' }, 'algerian-refugee-ten-year-certificate'],
    ['csp-general-l433-4', { currentPermitBasis: 'vpf-l423-23' }, 'multi-year-card-of-two-years'],
    ['csp-general-l433-4', { birthDate: '1950-01-01', frenchLevel: 'none', languageExempt: false }, 'language-over-65-not-settled'],
    ['csp-general-l433-4', { nationality: 'DZA' }, 'algerians-have-no-multi-year-card'],
    ['dz-discretionary', { nationality: 'DZA', domesticViolence: true }, 'violence-weighed-under-general-power'],
    ['dz-6-4', { children: [{ recognisedByClientAfterBirth: true }] }, 'recognition-after-birth'],
    ['dz-7bis-f', { wasStudentDuringResidence: true }, 'not-all-years-as-student'],
    ['dz-7bis-f', { currentPermitBasis: 'dz-student' }, 'not-all-years-as-student'],
    ['resident-ldue-l426-17', { currentPermitBasis: 'student-l422-1' }, 'student-years-not-counted'],
    [
      'student-l422-1',
      { entryVisa: 'short-stay', lastEntryRegular: true, schooledInFranceSince16: true },
      'student-visa-waiver-discretionary',
    ],
    ['family-reunification-sponsor-l434', { housingDecent: false }, 'family-reunification-below-thresholds'],
    ['family-reunification-sponsor-l434', { familyAbroad: false }, 'family-reunification-on-site-exceptional'],
    [
      'family-reunification-violence-l423-18',
      { familyProcedure: 'regroupement', cohabitationOngoing: false, cohabitationEndReason: 'separation' },
      'withdrawal-possible-3-years',
    ],
  ])('%s with %j says %s, and not without', (id, facts, code) => {
    expect(codes(id, facts)).toContain(code);
    const plain = {
      nationality: 'MLI',
      currentStatus: 'cst',
      entryVisa: 'long-stay',
      partnerRelation: 'cohabiting',
      exceptionalGrounds: 'none',
      personalTiesFrance: 'none',
    };
    const earlier = isoDate('2026-09-30');
    // Three warnings speak of what nobody has said yet, or of a day: their opposite is a known answer, not an empty file.
    const needsAnswers = ['see-a-lawyer-first', 'shortage-regime-ends', 'refusal-brings-removal-order'].includes(code);
    expect(codes(id, needsAnswers ? plain : {}, earlier)).not.toContain(code);
  });
  it('say from 1 October 2026 on that the shortage rule ends', () => {
    expect(codes('aes-shortage-l435-4', {}, isoDate('2026-10-01'))).toContain('shortage-regime-ends');
    expect(codes('aes-shortage-l435-4', {}, isoDate('2026-09-30'))).not.toContain('shortage-regime-ends');
    expect(warning('aes-shortage-l435-4', {}, 'shortage-regime-ends')).toEqual({ until: '2026-12-31' });
  });
  it('list the unfavourable indicators, which never decide', () => {
    const weak = { ...TIES, frenchLevel: 'none', familyTiesHome: 'strong', residenceSince: '2022-01-01' };
    expect(warning('vpf-l423-23', weak, 'indicators-unfavourable')).toEqual({
      conditions: ['vpf-l423-23.i2', 'vpf-l423-23.i3', 'vpf-l423-23.i4'],
    });
    expect(assess({ onDate: ON, facts: weak as object }).results['vpf-l423-23']!.status).toBe('met');
  });
});

describe('the next question', () => {
  const undecided = [
    { id: 'a', score: 40, missing: ['nationality', 'partnerStatus'] as const },
    { id: 'b', score: 90, missing: ['birthDate', 'partnerStatus'] as const },
    { id: 'c', score: 10, missing: ['fraud', 'nationality'] as const },
  ];
  it('is the one that touches most bases, then the better ones, then the order of the interview', () => {
    expect(nextFacts(undecided, false)).toEqual([
      { fact: 'partnerStatus', couldChange: ['a', 'b'] },
      { fact: 'nationality', couldChange: ['a', 'c'] },
      { fact: 'birthDate', couldChange: ['b'] },
      { fact: 'fraud', couldChange: ['c'] },
    ]);
    expect(nextFacts([{ id: 'a', score: 1, missing: ['fraud', 'birthDate'] }], false).map(({ fact }) => fact)).toEqual([
      'birthDate',
      'fraud',
    ]);
  });
  it('speaks of the couple last once violence has been recorded', () => {
    expect(nextFacts(undecided, true).map(({ fact }) => fact)).toEqual(['nationality', 'birthDate', 'fraud', 'partnerStatus']);
    const first = (facts: object) => assess({ onDate: ON, facts }).nextFacts.map(({ fact }) => fact);
    expect(first({ domesticViolence: true }).at(-1)).toMatch(/^(partner|union|marriage|spouse|cohabitation|polygamy)/);
    expect(first({ violenceByCurrentPartner: true }).slice(0, 20)).not.toContain('partnerRelation');
    expect(first({}).slice(0, 20)).toContain('partnerRelation');
  });
});
