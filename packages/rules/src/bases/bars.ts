import { atLeast, atLeastNumber, is, lessThanAgo, moreThan, no, notBefore, oneOf, yes } from '../engine/answers.ts';
import { type BasisDefinition, type Confidence, defineBasis } from '../engine/basis.ts';
import { anyOf } from '../engine/combine.ts';
import { notAlgerian } from '../engine/regime.ts';
import type { Context, Test } from '../engine/outcome.ts';
import type { Risk } from '../assess/assessment.ts';
import { LAW_2024, numbered, required } from './common.ts';

type Reach = (basis: BasisDefinition, context: Context) => boolean;
const everyBasis: Reach = () => true;
const oneYearAndMultiYearCards: Reach = ({ permit }) => permit?.kind === 'cst' || permit?.kind === 'csp';
const PROTECTION = ['refugee-l424-1', 'subsidiary-l424-9', 'stateless-l424-18'];
const HEALTH = ['illness-l425-9', 'parent-sick-child-l425-10', 'dz-6-7'];
/** Salaried work of Moroccans and Tunisians is governed by their own agreements. */
const WORK_BY_AGREEMENT = ['employee-l421-1', 'temporary-worker-l421-3'];
/** Ten-year permits of article 10 of the Tunisian agreement: spouse and parent of a French national, family of a resident. */
const TUNISIAN_TEN_YEARS = [
  'resident-spouse-french-l423-6',
  'resident-parent-french-child-l423-10',
  'resident-family-reunification-l423-16',
];
const ownAgreement = (id: string, nationality: string | null | undefined): boolean =>
  (WORK_BY_AGREEMENT.includes(id) && (nationality === 'MAR' || nationality === 'TUN')) ||
  (TUNISIAN_TEN_YEARS.includes(id) && nationality === 'TUN');
/** One-year and multi-year cards, certificates of residence, and first resident cards: not the permanent one, which follows another. */
const cardsThatAreFirst: Reach = ({ id, permit }) =>
  ['cst', 'csp', 'resident', 'cra-1y', 'cra-10y'].includes(permit?.kind ?? '') && id !== 'resident-permanent-l426-4';

interface BarData {
  readonly id: string;
  readonly article: string;
  readonly from: string;
  readonly confidence: Confidence;
  readonly risk: Risk;
  readonly sources: readonly string[];
  readonly reaches: Reach;
  /** Never raised against an Algerian national. */
  readonly general?: true;
  readonly tests: readonly (readonly [title: string, test: Test])[];
  readonly leftOut?: readonly string[];
}
/** A bar is read like a basis: met = raised. It never changes the status of a basis; it is shown beside it. */
const bar = ({ id, article, from, confidence, risk, sources, reaches, general, tests, leftOut = [] }: BarData) =>
  defineBasis({
    id,
    kind: 'bar',
    family: 'bars',
    regime: general ? 'general' : 'any',
    article,
    place: 'not-applicable',
    strength: 'full',
    confidence,
    permit: null,
    next: [],
    risk,
    reaches,
    versions: [
      {
        from,
        until: null,
        conditions: [...(general ? [required('c0', 'not-algerian', notAlgerian())] : []), ...numbered(...tests)],
        sources,
        leftOut,
      },
    ],
  });

const deadline = (id: string, months: number, reaches: Reach) =>
  bar({
    id,
    article: 'L.431-2, D.431-7',
    from: '2019-03-01',
    confidence: 'high',
    risk: 'very-high',
    sources: ['L431-2'],
    reaches,
    tests: [
      ['asylum-claim-pending-or-rejected', oneOf('protectionStatus', ['pending', 'rejected'])],
      ['asylum-notice-deadline-passed', moreThan('asylumOtherGroundsInfoDate', { months })],
      ['no-new-circumstances', no('newCircumstances')],
    ],
    leftOut: ['no notice in a language understood: the time limit cannot be held against the person'],
  });

export const BARS = [
  bar({
    id: 'bar-public-order',
    article: 'L.412-5, L.432-1',
    from: '2021-05-01',
    confidence: 'medium',
    risk: 'very-high',
    sources: ['CESEDA-412', 'DZ-OP'],
    reaches: cardsThatAreFirst,
    tests: [['public-order-threat', oneOf('publicOrderThreat', ['established'], ['alleged'])]],
    leftOut: ['the assessment is individual and of to-day: one conviction has no automatic effect'],
  }),
  bar({
    id: 'bar-polygamy',
    article: 'L.412-6',
    from: LAW_2024,
    confidence: 'medium',
    risk: 'very-high',
    sources: ['CESEDA-412'],
    reaches: everyBasis,
    tests: [['polygamy-in-france', yes('polygamyInFrance')]],
  }),
  bar({
    id: 'bar-engagement-contract',
    article: 'L.412-7 to L.412-10, R.412-1',
    from: '2024-07-17',
    confidence: 'high',
    risk: 'high',
    sources: ['L412-7'],
    general: true,
    // Signed with a request for a permit: bringing one's family is none.
    reaches: ({ id, regime, permit }, { facts }) =>
      regime !== 'algerian' && permit?.kind !== 'family-visa' && !ownAgreement(id, facts.nationality),
    tests: [['engagement-contract-refused-or-breached', anyOf(no('engagementContractSigned'), yes('republicanBreach'))]],
  }),
  bar({
    id: 'bar-oqtf-under-3y',
    article: 'L.432-1-1 1°, L.731-1',
    from: LAW_2024,
    confidence: 'high',
    risk: 'very-high',
    sources: ['L432-1-1', 'L731-1', 'DZ-432', 'TA-MELUN'],
    general: true,
    reaches: oneYearAndMultiYearCards,
    tests: [
      ['oqtf-in-force', is('oqtfStatus', 'in-force')],
      ['oqtf-under-3-years', lessThanAgo('oqtfDate', { years: 3 })],
    ],
  }),
  bar({
    id: 'bar-oqtf-over-3y',
    article: 'L.432-1-1 1°',
    from: LAW_2024,
    confidence: 'high',
    risk: 'high',
    sources: ['L432-1-1', 'L731-1'],
    general: true,
    reaches: oneYearAndMultiYearCards,
    tests: [
      ['oqtf-in-force', is('oqtfStatus', 'in-force')],
      ['oqtf-3-years-old', atLeast('oqtfDate', { years: 3 })],
    ],
  }),
  bar({
    id: 'bar-return-ban',
    article: 'L.612-6 ff.',
    from: LAW_2024,
    confidence: 'medium',
    risk: 'very-high',
    sources: ['L432-1-1'],
    reaches: everyBasis,
    tests: [['return-ban-running', notBefore('returnBanUntil')]],
  }),
  bar({
    id: 'bar-listed-offences',
    article: 'L.432-1-1 2° to 4°',
    from: LAW_2024,
    confidence: 'high',
    risk: 'very-high',
    sources: ['L432-1-1'],
    general: true,
    reaches: oneYearAndMultiYearCards,
    tests: [['listed-offence-facts', yes('listedOffenceFacts')]],
  }),
  bar({
    id: 'bar-fraud',
    article: 'L.432-5 ff., general principle',
    // The principle has no first day; the code is read from its present numbering on.
    from: '1900-01-01',
    confidence: 'medium',
    risk: 'very-high',
    sources: ['CESEDA-412'],
    reaches: everyBasis,
    tests: [['fraud-found', yes('fraud')]],
  }),
  deadline('bar-asylum-deadline', 2, ({ id }) => !HEALTH.includes(id) && !PROTECTION.includes(id)),
  deadline('bar-asylum-deadline-health', 3, ({ id }) => HEALTH.includes(id)),
  bar({
    id: 'bar-renewal-cap',
    article: 'L.433-1-1',
    from: LAW_2024,
    confidence: 'high',
    risk: 'high',
    sources: ['L433-1-1'],
    general: true,
    // A cap on one-year cards of one wording, and not for people whom the integration contract does not concern.
    reaches: ({ id, permit }, { facts }) =>
      permit?.kind === 'cst' &&
      facts.cirStatus !== 'not-concerned' &&
      (facts.currentPermitBasis == null || facts.currentPermitBasis === id),
    tests: [['renewals-of-one-wording', atLeastNumber('sameMentionRenewals', 3, 'times')]],
  }),
];
