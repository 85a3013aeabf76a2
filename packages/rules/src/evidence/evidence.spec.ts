import { addMonths, type IsoDate, isoDate } from '../calendar/iso-date.ts';
import { assess } from '../assess/assess.ts';
import { calendarOfPapers } from './calendar-of-papers.ts';
import { coverage, coveredShare } from './coverage.ts';
import { DOCUMENT_TYPES, documentTypes, type EvidenceDocument, type Grade } from './document.ts';
import { addressHalf, cohabitationGrade, gradeWeight, presenceGrade } from './grade.ts';
import { monthIndex, yearMonth } from './months.ts';
import { presenceGrid } from './presence-grid.ts';
import { papersThatFill } from './fill.ts';

const day = isoDate;
const ON = day('2026-11-21');
const BOTH = ['client', 'partner'] as const;
const paper = (docType: EvidenceDocument['docType'], on: string, more: Partial<EvidenceDocument> = {}): EvidenceDocument => ({
  docType,
  dateDrawnUp: day(on),
  ...more,
});
const monthly = (count: number, make: (on: IsoDate) => EvidenceDocument, from: IsoDate = ON): EvidenceDocument[] =>
  Array.from({ length: count }, (_, back) => make(addMonths(from, -back)));

describe('the grade of a paper as proof of presence', () => {
  const A = [
    'tax-notice',
    'health-insurance',
    'caf-certificate',
    'town-hall-cohabitation',
    'public-hospital',
    'passport',
    'entry-stamp',
    'visa',
    'ticket',
    'administration-letter',
    'court-paper',
    'police-paper',
    'removal-order',
  ];
  const B = [
    'payslip',
    'work-contract',
    'bank-statement',
    'lease',
    'rent-receipt',
    'utility-bill',
    'home-insurance',
    'association-certificate',
    'french-certificate',
    'course-certificate',
    'medical-certificate',
    'prescription',
    'transport-pass',
  ];
  const C = ['letter', 'photo', 'envelope', 'relative-statement', 'other'];
  const NONE = [
    'school-certificate',
    'job-promise',
    'support-statement',
    'pacs-certificate',
    'marriage-certificate',
    'birth-certificate',
    'nationality-proof',
  ];
  it('follows its type', () => {
    const graded = (grade: Grade | null) =>
      documentTypes.filter((docType) => presenceGrade(paper(docType, '2026-01-01', { names: ['client'] })) === grade);
    expect(graded('A').sort()).toEqual([...A].sort());
    expect(graded('B').sort()).toEqual([...B].sort());
    expect(graded('C').sort()).toEqual([...C].sort());
    expect(graded(null).sort()).toEqual([...NONE].sort());
    expect(documentTypes).toHaveLength(A.length + B.length + C.length + NONE.length);
  });
  it('follows the issuer of a letter and of any other paper', () => {
    for (const docType of ['letter', 'other'] as const) {
      expect(presenceGrade(paper(docType, '2026-01-01', { issuerKind: 'public-administration' }))).toBe('A');
      expect(presenceGrade(paper(docType, '2026-01-01', { issuerKind: 'private-institution' }))).toBe('B');
      expect(presenceGrade(paper(docType, '2026-01-01', { issuerKind: 'personal' }))).toBe('C');
      expect(presenceGrade(paper(docType, '2026-01-01', { issuerKind: null }))).toBe('C');
    }
  });
  it('is lowered by no income, no movements and handwriting', () => {
    expect(presenceGrade(paper('tax-notice', '2026-01-01', { zeroIncome: true }))).toBe('B');
    expect(presenceGrade(paper('tax-notice', '2026-01-01', { zeroIncome: false }))).toBe('A');
    expect(presenceGrade(paper('caf-certificate', '2026-01-01', { zeroIncome: true }))).toBe('A');
    expect(presenceGrade(paper('bank-statement', '2026-01-01', { bankMovements: false }))).toBe('C');
    expect(presenceGrade(paper('bank-statement', '2026-01-01', { bankMovements: null }))).toBe('B');
    expect(presenceGrade(paper('payslip', '2026-01-01', { bankMovements: false }))).toBe('B');
    expect(presenceGrade(paper('rent-receipt', '2026-01-01', { handwritten: true }))).toBe('C');
    expect(presenceGrade(paper('lease', '2026-01-01', { handwritten: false }))).toBe('B');
    expect(presenceGrade(paper('police-paper', '2026-01-01', { handwritten: true }))).toBe('A');
  });
  it('is that of the person only', () => {
    expect(presenceGrade(paper('payslip', '2026-01-01', { names: ['partner'] }))).toBeNull();
    expect(presenceGrade(paper('payslip', '2026-01-01', { names: [] }))).toBeNull();
    expect(presenceGrade(paper('payslip', '2026-01-01', { names: null }))).toBe('B');
    expect(presenceGrade(paper('school-certificate', '2026-01-01', { names: ['client', 'child'], addressMatches: true }))).toBe('A');
    expect(presenceGrade(paper('school-certificate', '2026-01-01', { names: ['client', 'child'] }))).toBeNull();
    expect(presenceGrade(paper('school-certificate', '2026-01-01', { names: ['child'], addressMatches: true }))).toBeNull();
    expect(presenceGrade(paper('school-certificate', '2026-01-01', { addressMatches: true }))).toBeNull();
  });
  it('weighs 3, 2 and a half', () => {
    expect([gradeWeight('A'), gradeWeight('B'), gradeWeight('C')]).toEqual([3, 2, 0.5]);
  });
});

describe('the grade of a paper as proof of common life', () => {
  const grade = (docType: EvidenceDocument['docType'], more: Partial<EvidenceDocument>) =>
    cohabitationGrade(paper(docType, '2026-01-01', more));
  it.each([
    ['tax-notice', 'A'],
    ['bank-statement', 'B'],
    ['lease', 'B'],
    ['rent-receipt', 'B'],
    ['utility-bill', 'B'],
  ] as const)('%s counts in both names only', (docType, expected) => {
    expect(grade(docType, { names: BOTH })).toBe(expected);
    expect(grade(docType, { names: ['client'] })).toBeNull();
    expect(grade(docType, { names: ['partner'] })).toBeNull();
    expect(grade(docType, {})).toBeNull();
  });
  it.each([
    ['caf-certificate', 'A'],
    ['home-insurance', 'B'],
  ] as const)('%s counts when it names the partner', (docType, expected) => {
    expect(grade(docType, { names: ['partner'] })).toBe(expected);
    expect(grade(docType, { names: ['client'] })).toBeNull();
  });
  it('takes a town-hall statement as it is, and a health letter at one address', () => {
    expect(grade('town-hall-cohabitation', {})).toBe('A');
    expect(grade('health-insurance', { names: BOTH, addressMatches: true })).toBe('A');
    expect(grade('health-insurance', { names: BOTH })).toBeNull();
    expect(grade('health-insurance', { names: ['client'], addressMatches: true })).toBeNull();
  });
  it('refuses handwritten rent receipts', () => {
    expect(grade('rent-receipt', { names: BOTH, handwritten: true })).toBeNull();
    expect(grade('lease', { names: BOTH, handwritten: true })).toBe('C');
    expect(addressHalf(paper('rent-receipt', '2026-01-01', { names: ['client'], addressMatches: true, handwritten: true }))).toBeNull();
  });
  it('lowers a tax notice without income, and grades letters C or B', () => {
    expect(grade('tax-notice', { names: BOTH, zeroIncome: true })).toBe('B');
    expect(grade('letter', { names: BOTH })).toBe('C');
    expect(grade('letter', { names: BOTH, issuerKind: 'private-institution' })).toBe('B');
    expect(grade('letter', { names: ['partner'], issuerKind: 'public-administration' })).toBe('B');
    expect(grade('letter', { names: ['client'], issuerKind: 'public-administration' })).toBeNull();
    expect(grade('other', { names: BOTH, issuerKind: 'public-administration' })).toBe('A');
    expect(grade('other', { names: ['client'], issuerKind: 'public-administration' })).toBeNull();
    for (const docType of ['photo', 'envelope', 'relative-statement'] as const) expect(grade(docType, {})).toBe('C');
  });
  it('never takes the union itself as proof of its length', () => {
    for (const docType of ['pacs-certificate', 'marriage-certificate', 'payslip', 'passport', 'birth-certificate'] as const)
      expect(grade(docType, { names: BOTH })).toBeNull();
  });
  it('pairs one paper of each at the home address', () => {
    const half = (names: EvidenceDocument['names'], more: Partial<EvidenceDocument> = {}) =>
      addressHalf(paper('utility-bill', '2026-01-01', { names, addressMatches: true, ...more }));
    expect(half(['client'])).toEqual({ whose: 'client', grade: 'B' });
    expect(half(['partner'])).toEqual({ whose: 'partner', grade: 'B' });
    expect(half(BOTH)).toBeNull();
    expect(half([])).toBeNull();
    expect(half(null)).toBeNull();
    expect(half(['client'], { addressMatches: false })).toBeNull();
    expect(half(['client'], { addressMatches: null })).toBeNull();
    expect(addressHalf(paper('tax-notice', '2026-01-01', { names: ['partner'], addressMatches: true }))).toEqual({
      whose: 'partner',
      grade: 'A',
    });
    expect(
      addressHalf(paper('other', '2026-01-01', { names: ['partner'], addressMatches: true, issuerKind: 'private-institution' })),
    ).toEqual({ whose: 'partner', grade: 'B' });
    expect(addressHalf(paper('marriage-certificate', '2026-01-01', { names: ['partner'], addressMatches: true }))).toBeNull();
  });
});

describe('coverage', () => {
  const presence = (months: number, papers: readonly EvidenceDocument[], on = ON) =>
    coverage({ subject: 'presence', months }, calendarOfPapers(papers, on), on);
  const bills = (count: number) => monthly(count, (on) => paper('utility-bill', on));

  it('counts the months that end with the month of the day', () => {
    expect(presence(12, bills(12))).toMatchObject({ status: 'complete', requiredMonths: 12, strongMonths: 12, weakMonths: 0, gaps: [] });
    expect(presence(12, bills(11))).toMatchObject({ status: 'nearly', strongMonths: 11, gaps: [{ from: '2025-12', to: '2025-12' }] });
    expect(presence(12, bills(10))).toMatchObject({ status: 'insufficient', gaps: [{ from: '2025-12', to: '2026-01' }] });
    expect(presence(12, [paper('payslip', '2025-11-30')])).toMatchObject({ strongMonths: 0 });
    expect(presence(12, [paper('payslip', '2025-12-01')])).toMatchObject({ strongMonths: 1 });
  });
  it('is nearly complete with isolated gaps of two months at most and nine months in ten', () => {
    const without = (...backs: number[]) => bills(60).filter((_paper, back) => !backs.includes(back));
    expect(presence(60, without(3, 4))).toMatchObject({ status: 'nearly', gaps: [{ from: '2026-07', to: '2026-08' }] });
    expect(presence(60, without(3, 4, 5)).status).toBe('insufficient');
    expect(presence(60, without(3, 4, 10, 11, 20, 21)).status).toBe('nearly');
    expect(presence(60, without(3, 4, 10, 11, 20, 21, 30)).status).toBe('insufficient');
  });
  it('takes another tolerance', () => {
    const calendar = calendarOfPapers(bills(11), ON);
    expect(coverage({ subject: 'presence', months: 12 }, calendar, ON, { share: 0.95, longestGap: 2 }).status).toBe('insufficient');
    expect(coverage({ subject: 'presence', months: 12 }, calendar, ON, { share: 0.9, longestGap: 0 }).status).toBe('insufficient');
  });
  it('counts a month with weak papers only as weak, and never as empty', () => {
    const papers = [...bills(11), paper('envelope', '2025-12-05')];
    expect(presence(12, papers)).toMatchObject({ status: 'complete', strongMonths: 11, weakMonths: 1, gaps: [] });
    expect(coveredShare(presence(12, papers))).toBe(11.5 / 12);
    expect(coveredShare({ status: 'waived' })).toBe(1);
    expect(coveredShare(presence(12, []))).toBe(0);
  });
  it('puts a tax notice in the month it was issued, whatever the income year, and says so in the gap', () => {
    const notice = paper('tax-notice', '2025-08-12', { id: 'n1', periodCovered: { from: day('2024-01-01'), to: day('2024-12-31') } });
    const { gaps, strongMonths } = presence(36, [notice]);
    expect(strongMonths).toBe(1);
    expect(gaps).toEqual([
      { from: '2023-12', to: '2025-07', papers: [{ id: 'n1', code: 'only-day-drawn-up-counts', drawnUp: '2025-08' }] },
      { from: '2025-09', to: '2026-11' },
    ]);
  });
  it('explains the papers that prove nothing, and leaves out those drawn up later', () => {
    const papers = [
      paper('payslip', '2026-03-10', { id: 'p', names: ['partner'] }),
      paper('payslip', '2026-11-22', { id: 'later' }),
      { docType: 'payslip', id: 'undated', periodCovered: { from: day('2026-05-01') } } as const,
      paper('payslip', '2026-04-10', { names: ['partner'] }),
    ];
    expect(presence(12, papers)).toMatchObject({
      strongMonths: 0,
      gaps: [
        {
          from: '2025-12',
          to: '2026-11',
          papers: [
            { id: 'p', code: 'paper-proves-nothing-here', drawnUp: '2026-03' },
            { id: 'undated', code: 'only-day-drawn-up-counts', drawnUp: null },
          ],
        },
      ],
    });
  });
  it('keeps the best paper of a month', () => {
    expect(presence(1, [paper('envelope', '2026-11-01'), paper('payslip', '2026-11-02'), paper('photo', '2026-11-03')])).toMatchObject({
      strongMonths: 1,
      weakMonths: 0,
    });
  });
  it('needs twelve pay slips among twenty-four months, wherever they lie', () => {
    const work = (papers: readonly EvidenceDocument[]) =>
      coverage({ subject: 'work', months: 12, window: 24 }, calendarOfPapers(papers, ON), ON);
    const slips = monthly(24, (on) => paper('payslip', on));
    expect(work(slips.filter((_p, i) => i % 2 === 0))).toMatchObject({
      status: 'complete',
      requiredMonths: 12,
      strongMonths: 12,
      gaps: [],
    });
    expect(work(slips.slice(0, 11))).toMatchObject({ status: 'nearly', strongMonths: 11, gaps: [{ from: '2024-12', to: '2025-12' }] });
    expect(work(slips.slice(0, 10)).status).toBe('insufficient');
    expect(work(monthly(24, (on) => paper('work-contract', on))).strongMonths).toBe(0);
    // The partner's pay slips are no work of the person's.
    expect(work(slips.map((slip) => ({ ...slip, names: ['partner' as const] }))).strongMonths).toBe(0);
    expect(work(slips.map((slip) => ({ ...slip, names: ['client' as const, 'partner' as const] }))).status).toBe('complete');
  });
  it('takes a school certificate for its school year', () => {
    const school = (papers: readonly EvidenceDocument[]) =>
      coverage({ subject: 'schooling', months: 36 }, calendarOfPapers(papers, ON), ON);
    expect(school([paper('school-certificate', '2026-09-01', { names: ['child'] })])).toMatchObject({
      strongMonths: 3,
      gaps: [{ from: '2023-12', to: '2026-08' }],
    });
    expect(school([paper('school-certificate', '2026-08-31', { names: ['child'] })])).toMatchObject({ strongMonths: 12 });
    expect(school(['2026-10-01', '2025-10-01', '2024-10-01', '2024-06-01'].map((on) => paper('school-certificate', on)))).toMatchObject({
      status: 'complete',
      strongMonths: 36,
    });
  });
  it('pairs one name and one name in the same month, at the lower of the two grades', () => {
    const together = (papers: readonly EvidenceDocument[]) =>
      coverage({ subject: 'cohabitation', months: 2 }, calendarOfPapers(papers, ON), ON);
    const mine = (docType: EvidenceDocument['docType'], on: string) => paper(docType, on, { names: ['client'], addressMatches: true });
    const theirs = (docType: EvidenceDocument['docType'], on: string) => paper(docType, on, { names: ['partner'], addressMatches: true });
    expect(together([mine('tax-notice', '2026-11-02'), theirs('utility-bill', '2026-11-20')])).toMatchObject({
      strongMonths: 1,
      weakMonths: 0,
    });
    expect(together([mine('tax-notice', '2026-11-02'), theirs('envelope', '2026-11-20')])).toMatchObject({
      strongMonths: 0,
      weakMonths: 1,
    });
    expect(together([mine('tax-notice', '2026-11-02'), theirs('utility-bill', '2026-10-20')])).toMatchObject({
      strongMonths: 0,
      weakMonths: 0,
    });
    expect(together([mine('tax-notice', '2026-11-02')])).toMatchObject({ strongMonths: 0, weakMonths: 0 });
  });
});

describe('the half-yearly reading', () => {
  const reading = (papers: readonly EvidenceDocument[], months = 24, on = day('2026-12-31')) =>
    coverage({ subject: 'presence', months }, calendarOfPapers(papers, on), on).halfYearReading;
  const notice = (on: string) => paper('tax-notice', on);
  it('is complete with a grade A paper in each half-year', () => {
    expect(reading(['2025-06-30', '2025-07-01', '2026-01-01', '2026-12-31'].map(notice))).toEqual({
      status: 'complete',
      halfYears: 4,
      coveredHalfYears: 4,
      gradeA: 4,
      missing: [],
    });
  });
  it('takes a grade B paper in each quarter instead', () => {
    const slips = ['2025-03-31', '2025-04-01', '2025-09-30', '2025-10-01', '2026-03-01', '2026-06-01', '2026-07-01', '2026-12-01'].map(
      (on) => paper('payslip', on),
    );
    expect(reading(slips)).toMatchObject({ status: 'complete', gradeA: 0 });
    expect(reading(slips.slice(1))).toMatchObject({ status: 'insufficient', coveredHalfYears: 3, missing: ['2025-S1'] });
    expect(reading(slips.slice(0, -1))).toMatchObject({ status: 'insufficient', missing: ['2026-S2'] });
  });
  it('does not count weak papers', () => {
    expect(reading(monthly(24, (on) => paper('photo', on), day('2026-12-31')))).toMatchObject({
      status: 'insufficient',
      coveredHalfYears: 0,
      missing: ['2025-S1', '2025-S2', '2026-S1', '2026-S2'],
    });
  });
  it('asks only for the quarters inside the period', () => {
    const on = day('2026-08-15');
    expect(reading([paper('payslip', '2026-08-01'), paper('payslip', '2026-06-01')], 4, on)).toEqual({
      status: 'complete',
      halfYears: 2,
      coveredHalfYears: 2,
      gradeA: 0,
      missing: [],
    });
  });
  it('is nearly complete over five years with one half-year missing', () => {
    const notices = monthly(10, (on) => paper('tax-notice', on), day('2026-12-31')).map((one, i) => ({
      ...one,
      dateDrawnUp: addMonths(day('2026-12-31'), -6 * i),
    }));
    expect(reading(notices.slice(0, 9), 60)).toMatchObject({ status: 'nearly', halfYears: 10, missing: ['2022-S1'] });
    expect(reading(notices.slice(0, 8), 60)).toMatchObject({ status: 'insufficient' });
  });
});

describe('the presence grid', () => {
  const papers = [
    paper('payslip', '2025-12-31', { id: 'b' }),
    paper('envelope', '2025-12-02', { id: 'a' }),
    paper('envelope', '2026-02-10', { id: 'c' }),
    paper('payslip', '2026-03-10', { id: 'd', names: ['partner'] }),
    paper('payslip', '2025-11-14', { id: 'before' }),
    paper('payslip', '2026-04-16', { id: 'after' }),
  ];
  const grid = presenceGrid(papers, day('2025-11-15'), day('2026-04-15'));
  it('gives years and months with their state', () => {
    expect(
      grid.years.map(({ year, months }) => [year, months.map(({ month, monthOfYear, state }) => [month, monthOfYear, state])]),
    ).toEqual([
      [
        2025,
        [
          ['2025-11', 11, 'strong'],
          ['2025-12', 12, 'strong'],
        ],
      ],
      [
        2026,
        [
          ['2026-01', 1, 'empty'],
          ['2026-02', 2, 'weak'],
          ['2026-03', 3, 'empty'],
          ['2026-04', 4, 'empty'],
        ],
      ],
    ]);
    expect(grid).toMatchObject({
      strongMonths: 2,
      weakMonths: 1,
      emptyMonths: 3,
      gaps: [
        { from: '2026-01', to: '2026-01' },
        { from: '2026-03', to: '2026-04' },
      ],
    });
  });
  it('lists the papers of a month, oldest first, also those that prove nothing', () => {
    expect(grid.years[0]!.months[1]!.papers.map((one) => [one.paper.id, one.grade])).toEqual([
      ['a', 'C'],
      ['b', 'B'],
    ]);
    expect(grid.years[1]!.months[2]!.papers.map((one) => [one.paper.id, one.grade])).toEqual([['d', null]]);
    expect(grid.years[1]!.months[3]!.papers).toEqual([]);
  });
  it('reads common life and work as well', () => {
    const two = [
      paper('lease', '2026-01-05', { names: BOTH }),
      paper('utility-bill', '2026-02-05', { names: ['client'], addressMatches: true }),
    ];
    const life = presenceGrid(two, day('2026-01-01'), day('2026-02-28'), 'cohabitation');
    expect(life.years[0]!.months.map(({ state, papers: found }) => [state, found[0]!.grade])).toEqual([
      ['strong', 'B'],
      ['empty', 'B'],
    ]);
    const work = presenceGrid([paper('payslip', '2026-01-05'), paper('lease', '2026-02-05')], day('2026-01-01'), day('2026-02-28'), 'work');
    expect(work.years[0]!.months.map(({ state, papers: found }) => [state, found[0]!.grade])).toEqual([
      ['strong', 'B'],
      ['empty', null],
    ]);
  });
});

describe('what the weighing makes of it', () => {
  const couple = {
    nationality: 'MAR',
    partnerRelation: 'cohabiting',
    partnerStatus: 'french',
    cohabitationOngoing: true,
    cohabitationSince: day('2020-01-01'),
  } as const;
  const of = (facts: object, documents: readonly EvidenceDocument[] | null, id = 'vpf-l423-23') =>
    assess({ onDate: ON, facts, documents }).results[id]!.evidence;
  it('looks at papers only when they are given', () => {
    expect(of(couple, null)).toBeUndefined();
    expect(of(couple, [])).toEqual({
      cohabitation: {
        status: 'insufficient',
        requiredMonths: 60,
        strongMonths: 0,
        weakMonths: 0,
        gaps: [{ from: '2021-12', to: '2026-11' }],
      },
    });
  });
  it('waives the common life of a person who lives with a violent partner, even without a paper', () => {
    expect(of({ ...couple, violenceByCurrentPartner: true }, [])).toEqual({ cohabitation: { status: 'waived' } });
    expect(of({ ...couple, violenceByCurrentPartner: false }, [])?.cohabitation?.status).toBe('insufficient');
    expect(of({ ...couple, domesticViolence: true }, [])?.cohabitation?.status).toBe('insufficient');
  });
  it.each([
    ['s2', { partnerRelation: 'pacs' }, { cohabitation: 12 }],
    ['s3', { partnerRelation: 'pacs', partnerStatus: 'refugee' }, { cohabitation: 36 }],
    ['s4', { partnerRelation: 'married', partnerStatus: 'refugee', residenceSince: day('2015-01-01') }, { presence: 60, cohabitation: 18 }],
    ['s6', { partnerRelation: 'none', personalTiesFrance: 'strong' }, { presence: 60 }],
    [
      's5',
      {
        partnerRelation: 'none',
        residenceSince: day('2015-01-01'),
        children: [
          {
            birthDate: day('2015-01-01'),
            filiationEstablished: true,
            livesInFrance: true,
            schoolingOngoing: true,
            schoolingSince: day('2019-01-01'),
          },
        ],
      },
      { presence: 60, schooling: 36 },
    ],
    ['none', { partnerRelation: 'none', personalTiesFrance: 'none', children: [] }, { presence: 60 }],
  ])('asks for the months of the situation met (%s)', (_name, facts, months) => {
    const evidence = of({ ...couple, ...facts }, []);
    expect(Object.fromEntries(Object.entries(evidence!).map(([subject, outcome]) => [subject, outcome.requiredMonths]))).toEqual(months);
  });
  it('reports the situation whose papers are the most complete', () => {
    const both = { ...couple, personalTiesFrance: 'strong' };
    expect(Object.keys(of(both, [])!)).toEqual(['cohabitation']);
    expect(Object.keys(of(both, [paper('payslip', '2026-11-01')])!)).toEqual(['presence']);
  });
  it.each([
    ['spouse-french-l423-2', {}, { cohabitation: 6 }],
    ['born-in-france-l423-13', {}, { presence: 96 }],
    ['dz-6-3', {}, { presence: 96 }],
    ['illness-l425-9', {}, { presence: 12 }],
    ['dz-6-7', {}, { presence: 12 }],
    ['aes-l435-1', {}, { presence: 84 }],
    ['aes-shortage-l435-4', {}, { work: 12, presence: 36 }],
    ['dz-6-1', {}, { presence: 120 }],
    ['dz-6-1', { wasStudentDuringResidence: true }, { presence: 180 }],
    ['dz-family-reunification-art4', {}, { work: 12 }],
    ['vpf-l423-23.s4', {}, { presence: 60, cohabitation: 18 }],
  ])('has the months of %s', (id, facts, months) => {
    expect(Object.fromEntries(Object.entries(of(facts, [], id)!).map(([subject, outcome]) => [subject, outcome.requiredMonths]))).toEqual(
      months,
    );
  });
  it('asks no dated papers of the others', () => {
    for (const id of ['spouse-french-l423-1', 'refugee-l424-1', 'dz-6-2', 'bar-fraud']) expect(of({}, [], id)).toBeUndefined();
  });
});

describe('which papers would fill a month', () => {
  it('lists those of grade A and B, the strongest first', () => {
    expect(papersThatFill('work')).toEqual(['payslip']);
    expect(papersThatFill('schooling')).toEqual(['school-certificate']);
    expect(papersThatFill('presence').slice(0, 3)).toEqual(['tax-notice', 'health-insurance', 'caf-certificate']);
    expect(papersThatFill('presence')).toContain('payslip');
    expect(papersThatFill('presence')).not.toContain('envelope');
    expect(papersThatFill('presence')).not.toContain('marriage-certificate');
    expect(papersThatFill('cohabitation')).toEqual([
      'tax-notice',
      'health-insurance',
      'caf-certificate',
      'town-hall-cohabitation',
      'bank-statement',
      'lease',
      'rent-receipt',
      'utility-bill',
      'home-insurance',
      'letter',
      'other',
    ]);
  });
});

it('keeps month numbers and names in step', () => {
  expect(yearMonth(monthIndex(day('2026-12-31')))).toBe('2026-12');
  expect(yearMonth(monthIndex(day('2027-01-01')))).toBe('2027-01');
  expect(monthIndex(day('2027-01-01')) - monthIndex(day('2026-12-31'))).toBe(1);
  expect(Object.keys(DOCUMENT_TYPES)).toEqual(documentTypes);
});
