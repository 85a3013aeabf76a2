import { atLeast, is, noneOf, yes } from '../engine/answers.ts';
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
  marriageKnownToFrance,
  marriedToFrench,
  nationals,
  noPapers,
  numbered,
  permitUnder,
  seeTwin,
  since,
  visaNeeded,
} from './common.ts';

const SPOUSE_BASES = ['spouse-french-l423-1', 'spouse-french-l423-2'] as const;
const spouse: Omit<BasisDefinition, 'id' | 'article' | 'place' | 'risk' | 'versions'> = {
  kind: 'basis',
  family: 'couple',
  regime: 'general',
  twin: 'dz-6-2',
  strength: 'full',
  confidence: 'high',
  permit: { kind: 'cst', mention: 'vpf', years: 1, work: true },
  next: ['csp-general-l433-4', 'resident-spouse-french-l423-6'],
};

export const l4231 = defineBasis({
  ...spouse,
  id: 'spouse-french-l423-1',
  article: 'L.423-1',
  place: 'visa-d',
  risk: 'low',
  warnings: [
    seeTwin('dz-6-2'),
    { code: 'withdrawal-when-common-life-ends', when: ({ status }) => status === 'met' },
    { ...visaNeeded, code: 'spouse-without-long-stay-visa' },
    noPapers,
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-6-2'),
        ...numbered(
          ['married-to-french', marriedToFrench()],
          ['common-life-goes-on', yes('cohabitationOngoing')],
          ['spouse-still-french', yes('spouseStillFrench')],
          ['marriage-known-to-france', marriageKnownToFrance()],
          ['long-stay-visa', longStayVisa(), { firstIssueOnly: true, articles: ['L.423-1', 'L.412-1'] }],
        ),
      ],
      { sources: ['L423-1'], leftOut: ['polygamy: moved to L.412-6 on 28 January 2024, see bar-polygamy'] },
    ),
  ],
});

export const l4232 = defineBasis({
  ...spouse,
  id: 'spouse-french-l423-2',
  article: 'L.423-2',
  place: 'in-country',
  risk: 'medium',
  evidence: () => [[{ subject: 'cohabitation', months: 6 }]],
  warnings: [
    seeTwin('dz-6-2'),
    { code: 'irregular-entry-closes-spouse-route', when: ({ condition }) => condition('c3') === 'not-met' },
    { code: 'withdrawal-when-common-life-ends', when: ({ status }) => status === 'met' },
    noPapers,
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-6-2'),
        ...numbered(
          ['married-to-french', marriedToFrench()],
          ['married-in-france', is('marriagePlace', 'france')],
          ['regular-entry', yes('lastEntryRegular'), { firstIssueOnly: true }],
          ['six-months-of-common-life', allOf(yes('cohabitationOngoing'), atLeast('cohabitationSince', { months: 6 }))],
          ['spouse-still-french', yes('spouseStillFrench')],
        ),
      ],
      { sources: ['L423-2', 'RIG'] },
    ),
  ],
});

/** "No first card yet": a visa, an attestation, a provisional authorisation (which is no card) or nothing. */
const noCardYet = () => noneOf('currentStatus', ['cst', 'csp', 'resident', 'cra-1y', 'cra-10y', 'renewal-receipt']);

export const l4235 = defineBasis({
  ...spouse,
  id: 'spouse-french-violence-l423-5',
  article: 'L.423-5',
  twin: 'dz-discretionary',
  place: 'in-country',
  confidence: 'medium',
  risk: 'medium',
  warnings: [
    seeTwin('dz-discretionary'),
    { code: 'violence-proof-free', when: ({ context: { facts } }) => facts.domesticViolence === true },
    {
      code: 'never-contact-partner',
      when: ({ context: { facts } }) => facts.domesticViolence === true || facts.cohabitationEndReason === 'violence',
    },
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-discretionary'),
        ...numbered(
          ['married-to-french', marriedToFrench()],
          ['break-up-through-violence', breakUpBy('violence', 'polygamy-suffered')],
          ['violence-or-polygamy', anyOf(yes('domesticViolence'), is('cohabitationEndReason', 'polygamy-suffered'))],
          [
            'spouse-permit-or-first-issue',
            anyOf(
              permitUnder(...SPOUSE_BASES),
              allOf(yes('violenceAfterArrival'), noCardYet(), yes('spouseStillFrench'), marriageKnownToFrance(), longStayVisa()),
            ),
          ],
        ),
      ],
      { sources: ['L423-5', 'W4WF'], leftOut: ['the marriage must not be dissolved at renewal: read from partnerRelation'] },
    ),
  ],
});

export const l4234 = defineBasis({
  ...spouse,
  id: 'spouse-french-death-l423-4',
  article: 'L.423-4',
  place: 'in-country',
  confidence: 'medium',
  risk: 'low',
  warnings: [seeTwin('dz-6-2')],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-6-2'),
        ...numbered(
          ['permit-as-spouse-of-french', permitUnder(...SPOUSE_BASES)],
          ['break-up-through-death', is('cohabitationEndReason', 'death')],
        ),
      ],
      { sources: ['L423-1', 'L423-10'], leftOut: ['full text of L.423-4 not read: to be checked on Legifrance'] },
    ),
  ],
});

const l4236Conditions = (from2026: boolean) => [
  c0General('dz-7bis-a'),
  ...numbered(
    ['married-to-french-3-years', allOf(marriedToFrench(), atLeast('unionDate', { years: 3 }))],
    ['regular-stay-3-years', atLeast('regularStaySince', { years: 3 })],
    ['common-life-goes-on', yes('cohabitationOngoing')],
    ['spouse-still-french', yes('spouseStillFrench')],
    ['marriage-known-to-france', marriageKnownToFrance()],
    from2026
      ? ['integration-b1-and-exam', integrationForResidentCard(), { articles: ['L.423-6', 'L.413-7'] }]
      : ['integration-a2', integrationBefore2026(), { articles: ['L.423-6', 'L.413-7'] }],
  ),
];
export const l4236 = defineBasis({
  ...spouse,
  id: 'resident-spouse-french-l423-6',
  twin: 'dz-7bis-a',
  article: 'L.423-6',
  place: 'in-country',
  risk: 'low',
  permit: { kind: 'resident', years: 10, work: true },
  next: ['resident-permanent-l426-4'],
  warnings: [
    seeTwin('dz-7bis-a'),
    nationals('tunisia-ten-year-permit', ['TUN']),
    { code: 'resident-card-withdrawal-4-years', when: ({ status }) => status === 'met' },
  ],
  versions: [
    since(CODE_2021, l4236Conditions(false), { until: '2025-12-31', sources: ['L423-6'] }),
    since(LEVELS_2026, l4236Conditions(true), {
      sources: ['L423-6', 'L413-7', 'F39530'],
      leftOut: ["the mayor's opinion: silence of two months is favourable"],
    }),
  ],
});

export const COUPLE = [l4231, l4232, l4235, l4234, l4236];
