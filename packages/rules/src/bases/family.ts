import { ageBetween, atLeast, is, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis } from '../engine/basis.ts';
import { allOf, anyOf } from '../engine/combine.ts';
import { c0General } from '../engine/regime.ts';
import {
  breakUpBy,
  CODE_2021,
  integrationBefore2026,
  integrationForResidentCard,
  LEVELS_2026,
  longStayVisa,
  nationals,
  noPapers,
  numbered,
  regularStay,
  seeTwin,
  since,
  visaNeeded,
} from './common.ts';
import { familyReunificationSponsor } from './family-reunification.ts';

const family: Omit<BasisDefinition, 'id' | 'article' | 'place' | 'risk' | 'versions' | 'permit'> = {
  kind: 'basis',
  family: 'family',
  regime: 'general',
  strength: 'full',
  confidence: 'medium',
  next: ['resident-permanent-l426-4'],
};
const TEN_YEARS = { kind: 'resident', years: 10, work: true } as const;
const ONE_YEAR = { kind: 'cst', mention: 'vpf', years: 1, work: true } as const;

export const l42311 = defineBasis({
  ...family,
  id: 'ascendant-french-l423-11',
  twin: 'dz-7bis-b',
  article: 'L.423-11',
  place: 'visa-d',
  permit: TEN_YEARS,
  risk: 'medium',
  warnings: [seeTwin('dz-7bis-b'), visaNeeded, noPapers],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-7bis-b'),
        ...numbered(
          ['french-descendant', yes('frenchDescendant')],
          ['dependent-on-french-relative', yes('dependentOnFrenchRelative')],
          ['long-stay-visa', longStayVisa(), { firstIssueOnly: true }],
          ['regular-stay', regularStay()],
        ),
      ],
      { sources: ['L423-10'] },
    ),
  ],
});

export const l42312 = defineBasis({
  ...family,
  id: 'child-of-french-l423-12',
  twin: 'dz-7bis-b',
  article: 'L.423-12',
  place: 'visa-d',
  confidence: 'high',
  permit: TEN_YEARS,
  risk: 'medium',
  warnings: [seeTwin('dz-7bis-b'), visaNeeded, noPapers],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-7bis-b'),
        ...numbered(
          ['french-parent', yes('frenchParent')],
          [
            'young-or-dependent',
            anyOf(
              ageBetween('birthDate', { from: 18, before: 21 }),
              yes('dependentOnFrenchRelative'),
              allOf(ageBetween('birthDate', { from: 16, before: 18 }), yes('wishesToWork')),
            ),
            { firstIssueOnly: true },
          ],
          ['long-stay-visa', longStayVisa(), { firstIssueOnly: true }],
          ['regular-stay', regularStay()],
        ),
      ],
      { sources: ['L423-10'] },
    ),
  ],
});

export const l42314 = defineBasis({
  ...family,
  id: 'family-reunification-member-l423-14',
  twin: 'dz-family-reunification-art4',
  article: 'L.423-14, L.423-15',
  place: 'visa-d',
  permit: ONE_YEAR,
  next: ['csp-general-l433-4', 'resident-family-reunification-l423-16'],
  risk: 'low',
  warnings: [seeTwin('dz-family-reunification-art4'), visaNeeded],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-family-reunification-art4'),
        ...numbered(
          ['admitted-by-family-reunification', is('familyProcedure', 'regroupement')],
          ['long-stay-visa', longStayVisa(), { firstIssueOnly: true }],
          [
            'spouse-or-child-before-19',
            anyOf(is('partnerRelation', 'married'), ageBetween('birthDate', { from: 18, before: 19 })),
            { firstIssueOnly: true, articles: ['L.423-15', 'R.431-5'] },
          ],
        ),
      ],
      { sources: ['L423-10', 'R431-5'], leftOut: ['a child of 16 to 18 who wishes to work: a card of its own, not weighed here'] },
    ),
  ],
});

const l42316Conditions = (from2026: boolean) => [
  c0General('dz-7bis-h'),
  ...numbered(
    ['family-of-resident-card-holder', allOf(is('familyProcedure', 'regroupement'), is('partnerPermit', 'resident'))],
    ['regular-stay-3-years', atLeast('regularStaySince', { years: 3 })],
    from2026
      ? ['integration-b1-and-exam', integrationForResidentCard(), { articles: ['L.423-16', 'L.413-7'] }]
      : ['integration-a2', integrationBefore2026(), { articles: ['L.423-16', 'L.413-7'] }],
  ),
];
export const l42316 = defineBasis({
  ...family,
  id: 'resident-family-reunification-l423-16',
  article: 'L.423-16',
  place: 'in-country',
  confidence: 'high',
  permit: TEN_YEARS,
  risk: 'low',
  warnings: [nationals('tunisia-ten-year-permit', ['TUN'])],
  versions: [
    since(CODE_2021, l42316Conditions(false), { until: '2025-12-31', sources: ['L423-10'] }),
    since(LEVELS_2026, l42316Conditions(true), { sources: ['L423-10', 'L413-7', 'F39530'] }),
  ],
});

export const l42318 = defineBasis({
  ...family,
  id: 'family-reunification-violence-l423-18',
  twin: 'dz-discretionary',
  article: 'L.423-17, L.423-18',
  place: 'in-country',
  confidence: 'high',
  permit: ONE_YEAR,
  next: ['csp-general-l433-4', 'resident-family-reunification-l423-16'],
  risk: 'low',
  warnings: [
    seeTwin('dz-discretionary'),
    { code: 'never-contact-partner', when: ({ context: { facts } }) => facts.cohabitationEndReason === 'violence' },
    {
      code: 'withdrawal-possible-3-years',
      when: ({ context: { facts } }) =>
        facts.familyProcedure === 'regroupement' &&
        facts.cohabitationOngoing === false &&
        facts.cohabitationEndReason != null &&
        facts.cohabitationEndReason !== 'violence',
    },
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-discretionary'),
        ...numbered(
          ['admitted-by-family-reunification', is('familyProcedure', 'regroupement')],
          ['break-up-through-violence', breakUpBy('violence')],
        ),
      ],
      { sources: ['L423-10', 'W4WF'] },
    ),
  ],
});

export const FAMILY = [l42311, l42312, l42314, l42316, l42318, familyReunificationSponsor];
