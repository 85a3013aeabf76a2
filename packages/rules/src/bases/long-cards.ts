import { addDays } from '../calendar/iso-date.ts';
import { atLeast, atLeastLess, is, missingFact, noneOf, oneOf, reader, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis } from '../engine/basis.ts';
import { anyOf } from '../engine/combine.ts';
import { c0General } from '../engine/regime.ts';
import { add, type Holding, type Test, type Context } from '../engine/outcome.ts';
import {
  a2Certified,
  civicExamForMultiYearCard,
  CODE_2021,
  exclusion,
  integrationBefore2026,
  integrationForResidentCard,
  LEVELS_2026,
  numbered,
  over65,
  required,
  seeTwin,
  since,
} from './common.ts';
import { resourcesAtLeastSmic } from './family-reunification.ts';

const long: Omit<BasisDefinition, 'id' | 'article' | 'versions'> = {
  kind: 'basis',
  family: 'long-cards',
  regime: 'general',
  place: 'in-country',
  strength: 'full',
  confidence: 'high',
  permit: { kind: 'resident', years: 10, work: true },
  next: ['resident-permanent-l426-4'],
  risk: 'low',
};

const CSP = 'csp-general-l433-4';
const heldUnder = reader<string>('currentPermitBasis');
/** Break-up through violence or death cannot be held against a spouse or a family member: these stand in for the first ground. */
const STANDS_IN: Readonly<Record<string, readonly string[]>> = {
  'spouse-french-l423-1': ['spouse-french-violence-l423-5', 'spouse-french-death-l423-4'],
  'spouse-french-l423-2': ['spouse-french-violence-l423-5', 'spouse-french-death-l423-4'],
  'family-reunification-member-l423-14': ['family-reunification-violence-l423-18'],
};
const OPEN: Holding = { status: 'unknown', missing: ['currentPermitBasis'] };
/** The ground of the first card, tested again without what is asked at its first issue only. */
const groundStillHolds = (): Test => {
  const holding = (context: Context): Holding => {
    const basis = heldUnder(context);
    // A multi-year card says nothing of the ground it first stood on: that is to be asked.
    if (basis === null || basis === CSP) return OPEN;
    const own = context.stillHolds(basis);
    if (own.status !== 'met' && (STANDS_IN[basis] ?? []).some((id) => context.statusOf(id) === 'met'))
      return { status: 'met', missing: [] };
    return own;
  };
  return {
    facts: ['currentPermitBasis'],
    thresholds: [],
    status: (context) => holding(context).status,
    because: (context, status) => {
      const basis = heldUnder(context);
      if (basis === null) return missingFact(['currentPermitBasis']);
      if (status === 'unknown') {
        const { missing } = holding(context);
        return missing.includes('currentPermitBasis') ? { code: 'ground-not-testable', values: { basis } } : missingFact(missing);
      }
      return { code: status === 'met' ? 'ground-still-holds' : 'ground-no-longer-holds', values: { basis } };
    },
    missing: (context, into) => holding(context).missing.forEach((fact) => add(into, fact)),
  };
};

/** Cards that lead to no multi-year card. Trainees and au pairs have no id of their own: they are among `other`. */
const NO_CSP = ['temporary-worker-l421-3', 'trafficking-l425-1', 'protection-order-l425-6', 'visitor-l426-20'];
const TWO_YEARS = ['spouse-french-l423-1', 'spouse-french-l423-2', 'parent-french-child-l423-7', 'vpf-l423-23'];
/** Filing opens 120 days before the end of the first year. */
const OPENS_DAYS_BEFORE = 120;

const cspConditions = (from2026: boolean) => [
  c0General(),
  required(
    'c1',
    'first-year-ending',
    atLeastLess('regularStaySince', { months: 12 }, (end) => addDays(end, -OPENS_DAYS_BEFORE)),
    { articles: ['L.433-4', 'R.431-5'] },
  ),
  exclusion('c2', 'permit-leads-to-multi-year-card', noneOf('currentPermitBasis', NO_CSP), { articles: ['L.433-5'] }),
  required('c3', 'first-ground-still-holds', groundStillHolds()),
  required('c4', 'integration-contract-respected', oneOf('cirStatus', ['respected', 'not-concerned'])),
  ...(from2026 ? [required('c5', 'french-a2-certified', a2Certified()), required('c6', 'civic-exam', civicExamForMultiYearCard())] : []),
];
export const csp = defineBasis({
  ...long,
  id: 'csp-general-l433-4',
  article: 'L.433-4',
  confidence: 'high',
  permit: { kind: 'csp', years: 4, work: true },
  next: ['resident-ldue-l426-17', 'resident-spouse-french-l423-6', 'resident-parent-french-child-l423-10'],
  warnings: [
    { code: 'multi-year-card-of-two-years', when: ({ context: { facts } }) => TWO_YEARS.includes(facts.currentPermitBasis ?? '') },
    { code: 'everyday-renewal-is-a-first-multi-year-card', when: ({ context: { onDate } }) => onDate >= LEVELS_2026 },
    {
      code: 'language-over-65-not-settled',
      when: ({ condition, context }) => condition('c5') === 'not-met' && over65().status(context) === 'met',
    },
    { code: 'algerians-have-no-multi-year-card', when: ({ context: { facts } }) => facts.nationality === 'DZA' },
  ],
  versions: [
    since(CODE_2021, cspConditions(false), { until: '2025-12-31', sources: ['L433-4', 'L411-4'] }),
    since(LEVELS_2026, cspConditions(true), {
      sources: ['L433-4', 'L411-4', 'F39530', 'L413-7'],
      leftOut: [
        'renewals of a multi-year card are not tested on language or exam',
        'permits outside the integration contract are exempt from the exam: enter civicExamExempt',
      ],
    }),
  ],
});

const ldueConditions = (from2026: boolean) => [
  c0General('dz-7bis-3y'),
  ...numbered(
    ['regular-stay-5-years', atLeast('regularStaySince', { years: 5 })],
    ['resources-smic-or-allowance', anyOf(resourcesAtLeastSmic(), yes('disabilityAllowance'))],
    ['health-insurance', yes('healthInsurance')],
    from2026
      ? ['integration-b1-and-exam', integrationForResidentCard(), { articles: ['L.426-17', 'L.413-7'] }]
      : ['integration-a2', integrationBefore2026(), { articles: ['L.426-17', 'L.413-7'] }],
  ),
];
export const ldue = defineBasis({
  ...long,
  id: 'resident-ldue-l426-17',
  twin: 'dz-7bis-3y',
  article: 'L.426-17 to L.426-19',
  warnings: [
    seeTwin('dz-7bis-3y'),
    {
      code: 'student-years-not-counted',
      when: ({ context: { facts } }) => facts.wasStudentDuringResidence === true || facts.currentPermitBasis === 'student-l422-1',
    },
  ],
  versions: [
    since(CODE_2021, ldueConditions(false), { until: '2025-12-31', sources: ['L426-17', 'SMIC'] }),
    since(LEVELS_2026, ldueConditions(true), {
      sources: ['L426-17', 'L413-7', 'F39530', 'SMIC'],
      leftOut: ['years as student, seasonal worker or trainee are not counted (L.426-18): regularStaySince must leave them out'],
    }),
  ],
});

const permanentConditions = (from2026: boolean) => [
  c0General(),
  ...numbered(
    ['holds-resident-card', is('currentStatus', 'resident')],
    from2026
      ? ['integration-b1-and-exam', integrationForResidentCard(), { articles: ['L.426-4', 'L.413-7'] }]
      : ['integration-a2', integrationBefore2026(), { articles: ['L.426-4', 'L.413-7'] }],
  ),
];
export const permanent = defineBasis({
  ...long,
  id: 'resident-permanent-l426-4',
  article: 'L.426-4',
  confidence: 'medium',
  permit: { kind: 'resident', work: true },
  next: [],
  versions: [
    since(CODE_2021, permanentConditions(false), { until: '2025-12-31', sources: ['L413-7'] }),
    since(LEVELS_2026, permanentConditions(true), {
      sources: ['L413-7', 'F39530'],
      leftOut: ['the date on which the present card ends: no fact'],
    }),
  ],
});

export const LONG_CARDS = [csp, ldue, permanent];
