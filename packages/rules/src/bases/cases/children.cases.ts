import { asks, type Case, fails, met, metWithRisk, table } from './case.ts';

const CHILD = {
  birthDate: '2020-03-31',
  filiationEstablished: true,
  isFrench: true,
  livesInFrance: true,
  clientContributesSince: '2020-04-30',
  frenchByOtherParentRecognition: false,
};
const PARENT = { nationality: 'MLI', children: [CHILD] };
const child = (change: object) => ({ children: [{ ...CHILD, ...change }] });
const RESIDENT = {
  ...PARENT,
  permitHeldSince: '2023-11-21',
  currentPermitBasis: 'parent-french-child-l423-7',
  currentStatus: 'cst',
  frenchLevel: 'C1',
  frenchLevelCertified: true,
  civicExam: 'resident',
};
const SICK = {
  nationality: 'MLI',
  children: [
    {
      birthDate: '2016-01-01',
      seriousCondition: true,
      ofiiOpinion: 'favourable',
      filiationEstablished: true,
      livesWithClient: true,
      clientContributesSince: '2016-01-01',
    },
  ],
};
const sick = (change: object) => ({ children: [{ ...SICK.children[0], ...change }] });
const ALL_CHILD_FACTS = [
  'children[].filiationEstablished',
  'children[].isFrench',
  'children[].birthDate',
  'children[].livesInFrance',
  'children[].clientContributesSince',
  'children[].frenchByOtherParentRecognition',
  'children[].otherParentContributes',
  'children[].contributionJudgment',
];

export const childrenCases: readonly Case[] = [
  ...table('parent-french-child-l423-7', PARENT, [
    ['since birth, last day of the first month', {}, metWithRisk('medium'), 'one month is tolerated; 31 March + 1 month = 30 April'],
    ['a day after the first month, two years', child({ clientContributesSince: '2020-05-01' }), met, 'two years stand in'],
    ['not since birth, two years on the day', child({ clientContributesSince: '2024-11-21' }), met, 'at least 2 years'],
    ['not since birth, two years less a day', child({ clientContributesSince: '2024-11-22' }), fails('c4'), 'one day short'],
    ['not since birth, two years and a day', child({ clientContributesSince: '2024-11-20' }), met, 'one day past'],
    [
      'newborn, contribution still to come',
      child({ birthDate: '2026-11-10', clientContributesSince: '2026-12-01' }),
      fails('c4'),
      'not begun',
    ],
    [
      'newborn, contribution begun',
      child({ birthDate: '2026-11-10', clientContributesSince: '2026-11-21' }),
      met,
      'within the first month',
    ],
    ['contribution unknown', child({ clientContributesSince: null }), asks('children[].clientContributesSince'), 'asked'],
    ['eve of the 18th birthday', child({ birthDate: '2008-11-22', clientContributesSince: '2010-01-01' }), met, 'still a minor'],
    ['18th birthday', child({ birthDate: '2008-11-21', clientContributesSince: '2010-01-01' }), fails('c2'), 'no longer a minor'],
    ['not French', child({ isFrench: false }), fails('c2'), 'French child'],
    ['French or not unknown', child({ isFrench: null }), asks('children[].isFrench'), 'asked'],
    [
      'birth unknown, contributes for long',
      child({ birthDate: null, clientContributesSince: '2021-01-01' }),
      asks('children[].birthDate'),
      'the age decides',
    ],
    ['filiation not established', child({ filiationEstablished: false }), fails('c1'), 'legal parentage'],
    ['child abroad', child({ livesInFrance: false }), fails('c3'), 'stable residence'],
    [
      'recognised by the other parent, who contributes',
      child({ frenchByOtherParentRecognition: true, otherParentContributes: true }),
      met,
      'L.423-8',
    ],
    [
      'recognised by the other parent, judgment',
      child({ frenchByOtherParentRecognition: true, otherParentContributes: false, contributionJudgment: true }),
      met,
      'a judgment stands in',
    ],
    [
      'recognised by the other parent, who does not contribute',
      child({ frenchByOtherParentRecognition: true, otherParentContributes: false, contributionJudgment: false }),
      fails('c5'),
      'no flat refusal: see the private life situation',
    ],
    [
      'recognised by the other parent, unknown',
      child({ frenchByOtherParentRecognition: true, otherParentContributes: false }),
      asks('children[].contributionJudgment'),
      'only the judgment is left',
    ],
    [
      'recognition unknown, the other parent contributes',
      child({ frenchByOtherParentRecognition: null, otherParentContributes: true }),
      met,
      'it no longer matters',
    ],
    ['no children', { children: [] }, fails('c1'), 'the first condition on a child fails'],
    ['children unknown', { children: null }, asks(...ALL_CHILD_FACTS), 'nothing is known of any child'],
    ['two children, one meets it', { children: [{ ...CHILD, isFrench: false }, CHILD] }, met, 'one child is enough'],
    [
      'two children, the nearest is reported',
      {
        children: [
          { ...CHILD, isFrench: false, livesInFrance: false },
          { ...CHILD, livesInFrance: false },
        ],
      },
      fails('c3'),
      'one failure is nearer than two',
    ],
    [
      'two children, open is nearer than failed',
      {
        children: [
          { ...CHILD, isFrench: false },
          { ...CHILD, isFrench: null, livesInFrance: null },
        ],
      },
      asks('children[].isFrench', 'children[].livesInFrance'),
      'the open child',
    ],
    [
      'two open children, the fewest questions',
      {
        children: [
          { ...CHILD, isFrench: null, livesInFrance: null },
          { ...CHILD, livesInFrance: null },
        ],
      },
      asks('children[].livesInFrance'),
      'the nearest child',
    ],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), '6-4'],
    ['eve of the law of 2024', {}, met, 'earlier wording', '2024-01-27'],
    ['day of the law of 2024', {}, met, 'present wording', '2024-01-28'],
  ]),
  ...table('resident-parent-french-child-l423-10', RESIDENT, [
    ['three years on the day', {}, met, 'CST L.423-7'],
    ['three years less a day', { permitHeldSince: '2023-11-22' }, fails('c1'), 'one day short'],
    ['three years and a day', { permitHeldSince: '2023-11-20' }, met, 'one day past'],
    ['multi-year card L.423-23', { currentPermitBasis: 'vpf-l423-23', currentStatus: 'csp' }, met, 'a CSP under L.423-1, -7 or -23'],
    [
      'multi-year card L.423-1',
      { currentPermitBasis: 'spouse-french-l423-1', currentStatus: 'csp' },
      met,
      'a CSP under L.423-1, -7 or -23',
    ],
    ['one-year card L.423-23', { currentPermitBasis: 'vpf-l423-23' }, fails('c1'), 'only as a CSP'],
    ['student', { currentPermitBasis: 'student-l422-1' }, fails('c1'), 'another ground'],
    ['status unknown', { currentStatus: null }, asks('currentStatus'), 'asked'],
    ['child grown up', child({ birthDate: '2008-11-21' }), fails('c2'), 'still a minor'],
    ['child French unknown', child({ isFrench: null }), asks('children[].isFrench'), 'asked'],
    ['no children', { children: [] }, fails('c2'), 'still a parent'],
    ['no exam', { civicExam: 'none', civicExamExempt: false, birthDate: '1990-01-01' }, fails('c3'), 'exam since 2026'],
    ['exam unknown', { civicExam: null, civicExamExempt: false, birthDate: '1990-01-01' }, asks('civicExam'), 'asked'],
    ['2025: A2 is enough', { permitHeldSince: '2020-01-01', frenchLevel: 'A2', civicExam: 'none' }, met, 'before 2026', '2025-12-31'],
    [
      '2026: A2 is not enough',
      { permitHeldSince: '2020-01-01', frenchLevel: 'A2', languageExempt: false, birthDate: '1990-01-01' },
      fails('c3'),
      'from 2026',
      '2026-01-01',
    ],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), '7 bis g'],
  ]),
  ...table('parent-sick-child-l425-10', SICK, [
    ['all holds', {}, metWithRisk('medium'), 'provisional authorisation'],
    ['opinion pending', sick({ ofiiOpinion: 'pending' }), asks('children[].ofiiOpinion'), 'pending decides nothing'],
    ['opinion not asked', sick({ ofiiOpinion: 'not-asked' }), asks('children[].ofiiOpinion'), 'decides nothing'],
    [
      'opinion unfavourable',
      sick({ ofiiOpinion: 'unfavourable' }),
      { ...asks('children[].ofiiOpinion'), risk: 'high' },
      'not binding: unknown, with a high risk',
    ],
    ['not serious', sick({ seriousCondition: false }), fails('c1'), 'L.425-9 test'],
    ['18th birthday', sick({ birthDate: '2008-11-21' }), fails('c1'), 'a minor'],
    ['eve of the 18th birthday', sick({ birthDate: '2008-11-22' }), met, 'a minor'],
    ['authority without filiation', sick({ filiationEstablished: false, clientParentalAuthority: true }), met, 'either'],
    ['neither', sick({ filiationEstablished: false, clientParentalAuthority: false }), fails('c2'), 'either'],
    ['does not live with the child', sick({ livesWithClient: false }), fails('c3'), 'lives with the child'],
    ['begins to provide to-day', sick({ clientContributesSince: '2026-11-21' }), met, 'on the day'],
    ['will provide to-morrow', sick({ clientContributesSince: '2026-11-22' }), fails('c4'), 'not yet'],
    ['provides unknown', sick({ clientContributesSince: null }), asks('children[].clientContributesSince'), 'asked'],
    ['no children', { children: [] }, fails('c1'), 'the first condition on a child fails'],
    ['Algerian', { nationality: 'DZA' }, fails('c0'), 'general power'],
  ]),
];
