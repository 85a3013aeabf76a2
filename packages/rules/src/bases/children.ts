import { anyOf, allOf, someChild } from '../engine/combine.ts';
import { atLeast, is, no, oneOf, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis } from '../engine/basis.ts';
import { c0General } from '../engine/regime.ts';
import {
  childIsMinor,
  CODE_2021,
  contributesNow,
  contributesSinceBirth,
  integrationBefore2026,
  integrationForResidentCard,
  LAW_2024,
  LEVELS_2026,
  nationals,
  noPapers,
  numbered,
  permitUnder,
  seeTwin,
  since,
} from './common.ts';

/** Conditions of L.423-7 and L.423-8 on one child. */
const parentConditions = () =>
  numbered(
    ['filiation', yes('children[].filiationEstablished')],
    ['french-minor-child', allOf(yes('children[].isFrench'), childIsMinor())],
    ['child-lives-in-france', yes('children[].livesInFrance')],
    ['contribution-since-birth-or-2-years', anyOf(contributesSinceBirth(), atLeast('children[].clientContributesSince', { years: 2 }))],
    [
      'other-parent-contributes',
      anyOf(
        no('children[].frenchByOtherParentRecognition'),
        yes('children[].otherParentContributes'),
        yes('children[].contributionJudgment'),
      ),
      { articles: ['L.423-8'] },
    ],
  );

const parent: Omit<BasisDefinition, 'versions'> = {
  id: 'parent-french-child-l423-7',
  kind: 'basis',
  family: 'children',
  regime: 'general',
  twin: 'dz-6-4',
  article: 'L.423-7',
  place: 'in-country',
  strength: 'full',
  confidence: 'high',
  permit: { kind: 'cst', mention: 'vpf', years: 1, work: true },
  next: ['csp-general-l433-4', 'resident-parent-french-child-l423-10'],
  risk: 'medium',
  childByChild: true,
  warnings: [
    seeTwin('dz-6-4'),
    {
      code: 'right-assessed-on-private-life',
      when: ({ condition }) => condition('c5') === 'not-met',
      values: () => ({ basis: 'vpf-l423-23.s6' }),
    },
    { code: 'recognition-suspicion', when: ({ context: { child } }) => child?.frenchByOtherParentRecognition === true },
    noPapers,
  ],
};
export const l4237 = defineBasis({
  ...parent,
  versions: [
    since(CODE_2021, [c0General('dz-6-4'), ...parentConditions()], { until: '2024-01-27', sources: ['L423-7', 'L423-8'] }),
    since(LAW_2024, [c0General('dz-6-4'), ...parentConditions()], {
      sources: ['L423-7', 'L423-8', 'W4WF-P'],
      leftOut: ['current wording of L.423-8: to be checked on Legifrance'],
    }),
  ],
});

const heldThreeYears = () =>
  allOf(
    atLeast('permitHeldSince', { years: 3 }),
    anyOf(
      allOf(permitUnder('parent-french-child-l423-7'), oneOf('currentStatus', ['cst', 'csp', 'renewal-receipt'])),
      allOf(permitUnder('spouse-french-l423-1', 'vpf-l423-23'), is('currentStatus', 'csp')),
    ),
  );
const residentConditions = (from2026: boolean) => [
  c0General('dz-7bis-g'),
  ...numbered(
    ['permit-held-3-years-for-child', heldThreeYears()],
    [
      'still-parent-of-french-minor',
      someChild(allOf(...parentConditions().map(({ test }) => test))),
      { articles: ['L.423-10', 'L.423-7'] },
    ],
    from2026
      ? ['integration-b1-and-exam', integrationForResidentCard(), { articles: ['L.423-10', 'L.413-7'] }]
      : ['integration-a2', integrationBefore2026(), { articles: ['L.423-10', 'L.413-7'] }],
  ),
];
export const l42310 = defineBasis({
  ...parent,
  id: 'resident-parent-french-child-l423-10',
  twin: 'dz-7bis-g',
  article: 'L.423-10',
  confidence: 'medium',
  permit: { kind: 'resident', years: 10, work: true },
  next: ['resident-permanent-l426-4'],
  risk: 'low',
  childByChild: undefined,
  warnings: [seeTwin('dz-7bis-g'), nationals('tunisia-ten-year-permit', ['TUN'])],
  versions: [
    since(CODE_2021, residentConditions(false), { until: '2025-12-31', sources: ['L423-10'] }),
    since(LEVELS_2026, residentConditions(true), { sources: ['L423-10', 'L413-7', 'F39530'] }),
  ],
});

export const l42510 = defineBasis({
  id: 'parent-sick-child-l425-10',
  kind: 'basis',
  family: 'health',
  regime: 'general',
  twin: 'dz-discretionary',
  article: 'L.425-10',
  place: 'in-country',
  strength: 'full',
  confidence: 'medium',
  permit: { kind: 'aps', years: 0.5, work: true },
  next: ['vpf-l423-23'],
  risk: ({ context: { child } }) => (child?.ofiiOpinion === 'unfavourable' ? 'high' : 'medium'),
  childByChild: true,
  warnings: [
    seeTwin('dz-discretionary'),
    { code: 'one-file-for-each-parent', when: ({ status }) => status !== 'not-met' },
    { code: 'medical-papers-to-ofii-only', when: ({ context: { child } }) => child?.seriousCondition === true },
    noPapers,
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-discretionary'),
        ...numbered(
          [
            'seriously-ill-minor-child',
            allOf(
              childIsMinor(),
              yes('children[].seriousCondition'),
              oneOf('children[].ofiiOpinion', ['favourable'], ['not-asked', 'pending', 'unfavourable']),
            ),
            { articles: ['L.425-10', 'L.425-9'] },
          ],
          ['parent-or-authority', anyOf(yes('children[].filiationEstablished'), yes('children[].clientParentalAuthority'))],
          ['lives-with-child', yes('children[].livesWithClient')],
          ['raises-child', contributesNow()],
        ),
      ],
      { sources: ['L425-10', 'L425-9'], leftOut: ['parental authority by judgment: read from clientParentalAuthority'] },
    ),
  ],
});

export const CHILDREN = [l4237, l42310];
