import { addYears } from '../calendar/iso-date.ts';
import { ageBetween, atLeast, is, moreThan, moreThanNumber, noneOf, oneOf, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis, type Judged, type WarningRule } from '../engine/basis.ts';
import { allOf, anyOf, someChild } from '../engine/combine.ts';
import { c0Algerian, c0General, group, noneMet, undecided } from '../engine/regime.ts';
import type { EvidenceRequirement } from '../evidence/requirement.ts';
import {
  AGREEMENT_2001,
  CODE_2021,
  exclusion,
  FOREIGN_REGULAR,
  frenchAtLeast,
  indicator,
  LAW_2024,
  noPapers,
  required,
  seeTwin,
  since,
} from './common.ts';

/** The bases `vpf-l423-23` steps back for: one that is met excludes it. */
export const PRIOR_TO_L423_23 = [
  'spouse-french-l423-1',
  'spouse-french-l423-2',
  'parent-french-child-l423-7',
  'family-reunification-member-l423-14',
  'minor-since-13-l423-21',
  'ase-before-16-l423-22',
] as const;
/** The other categories of article 6 of the agreement. */
export const PRIOR_TO_DZ_6_5 = ['dz-6-1', 'dz-6-2', 'dz-6-3', 'dz-6-4', 'dz-6-6', 'dz-6-7'] as const;

const CIRCULAR_2012 = 'circular of 28 November 2012 (repealed 23 January 2025)';

/** Practice thresholds of the balancing test. `s4` and `s5` come from a repealed circular: they survive as practice. */
const situations = () =>
  group('situations', 'situations', [
    required(
      's1',
      'cohabiting-5-years',
      allOf(
        is('partnerRelation', 'cohabiting'),
        oneOf('partnerStatus', ['french', ...FOREIGN_REGULAR]),
        yes('cohabitationOngoing'),
        atLeast('cohabitationSince', { years: 5 }),
      ),
      { risk: 'medium' },
    ),
    required(
      's2',
      'pacs-french-1-year',
      allOf(
        is('partnerRelation', 'pacs'),
        is('partnerStatus', 'french'),
        yes('cohabitationOngoing'),
        atLeast('cohabitationSince', { years: 1 }),
      ),
      { risk: 'medium' },
    ),
    required(
      's3',
      'pacs-foreigner-3-years',
      allOf(
        is('partnerRelation', 'pacs'),
        oneOf('partnerStatus', FOREIGN_REGULAR),
        yes('cohabitationOngoing'),
        atLeast('cohabitationSince', { years: 3 }),
      ),
      { risk: 'medium' },
    ),
    required(
      's4',
      'married-foreigner-5-years',
      allOf(
        is('partnerRelation', 'married'),
        oneOf('partnerStatus', FOREIGN_REGULAR),
        yes('cohabitationOngoing'),
        atLeast('cohabitationSince', { months: 18 }),
        atLeast('residenceSince', { years: 5 }),
      ),
      { risk: 'high', articles: ['L.423-23', CIRCULAR_2012] },
    ),
    required(
      's5',
      'schooled-child-3-years',
      allOf(
        atLeast('residenceSince', { years: 5 }),
        someChild(
          allOf(
            ageBetween('children[].birthDate', { before: 18 }),
            yes('children[].filiationEstablished'),
            yes('children[].livesInFrance'),
            yes('children[].schoolingOngoing'),
            moreThan('children[].schoolingSince', { years: 3 }),
          ),
        ),
      ),
      { risk: 'high', articles: ['L.423-23', CIRCULAR_2012] },
    ),
    required('s6', 'strong-personal-ties', is('personalTiesFrance', 'strong'), { risk: 'high' }),
  ]);

const indicators = (sevenYears: boolean) => [
  indicator(
    'i1',
    'resources',
    anyOf(moreThanNumber('avgMonthlyNetResources', 0), yes('supportByRelatives'), noneOf('contractType', ['none'])),
    {
      articles: ['R.423-5'],
    },
  ),
  indicator('i2', 'integration', frenchAtLeast('A1'), { articles: ['R.423-5'] }),
  indicator('i3', 'few-ties-at-home', oneOf('familyTiesHome', ['none', 'weak']), { articles: ['R.423-5'] }),
  ...(sevenYears
    ? [indicator('i4', 'seven-years-of-residence', atLeast('residenceSince', { years: 7 }), { articles: ['circular of 23 January 2025'] })]
    : []),
];

const months = (subject: EvidenceRequirement['subject'], count: number): EvidenceRequirement => ({ subject, months: count });
/** What each situation asks to be proved, month by month. */
export const SITUATION_EVIDENCE: Readonly<Record<string, readonly EvidenceRequirement[]>> = {
  s1: [months('cohabitation', 60)],
  s2: [months('cohabitation', 12)],
  s3: [months('cohabitation', 36)],
  s4: [months('presence', 60), months('cohabitation', 18)],
  s5: [months('presence', 60), months('schooling', 36)],
  s6: [months('presence', 60)],
};
const SITUATIONS = Object.keys(SITUATION_EVIDENCE);

/** The situations the basis rests on: those met, else those still open, else the plain five years of presence. */
const evidence = ({ condition }: Judged): readonly (readonly EvidenceRequirement[])[] => {
  const of = (status: string) => SITUATIONS.filter((id) => condition(id) === status).map((id) => SITUATION_EVIDENCE[id]!);
  const met = of('met');
  if (met.length > 0) return met;
  const open = of('unknown');
  return open.length > 0 ? open : [SITUATION_EVIDENCE.s6!];
};

const risk = ({ condition }: Judged) => (['s1', 's2', 's3'].some((id) => condition(id) === 'met') ? 'medium' : 'high');

const warnings = (prior: readonly string[], twin: string): readonly WarningRule[] => [
  {
    code: 'subsidiary-to-undecided',
    when: ({ context }) => undecided(context, prior).length > 0,
    values: ({ context }) => ({ bases: undecided(context, prior) }),
  },
  seeTwin(twin),
  { code: 'cohabitation-proof-waived', when: ({ context: { facts } }) => facts.violenceByCurrentPartner === true },
  {
    code: 'pacs-foreigner-between-1-and-3-years',
    when: ({ context: { facts, onDate }, condition }) =>
      facts.partnerRelation === 'pacs' &&
      (FOREIGN_REGULAR as readonly string[]).includes(facts.partnerStatus ?? '') &&
      condition('s3') === 'not-met' &&
      facts.cohabitationSince != null &&
      addYears(facts.cohabitationSince, 1) <= onDate,
  },
  { code: 'married-foreigner-family-reunification-first', when: ({ condition }) => condition('s4') === 'met' },
  { code: 'practice-thresholds-only', when: ({ condition }) => condition('s4') === 'met' || condition('s5') === 'met' },
  {
    code: 'partner-has-own-basis',
    when: ({ context: { facts } }) =>
      facts.partnerRelation === 'married' && ['french', 'eu-citizen', 'refugee'].includes(facts.partnerStatus ?? ''),
  },
  { code: 'partner-eu-free-movement', when: ({ context: { facts } }) => facts.partnerStatus === 'eu-citizen' },
  {
    code: 'no-text-protects-after-separation',
    when: ({ context: { facts } }) =>
      facts.cohabitationOngoing === false &&
      facts.cohabitationEndReason === 'violence' &&
      ['pacs', 'cohabiting'].includes(facts.partnerRelation ?? ''),
  },
  { code: 'permit-commission-before-refusal', when: ({ status }) => status === 'met' },
  noPapers,
];

const LEFT_OUT = [
  'the balancing test itself: intensity, length and stability of ties are weighed by the prefecture',
  'values of the Republic and social situation (R.423-5): no fact',
  's5: contribution of a separated parent is an item to show, not a test',
];

const vpf: BasisDefinition = {
  id: 'vpf-l423-23',
  kind: 'basis',
  family: 'private-life',
  regime: 'general',
  twin: 'dz-6-5',
  article: 'L.423-23',
  place: 'in-country',
  strength: 'mixed',
  confidence: 'medium',
  permit: { kind: 'cst', mention: 'vpf', years: 1, work: true },
  next: ['csp-general-l433-4', 'resident-ldue-l426-17'],
  risk,
  evidence,
  situationEvidence: SITUATION_EVIDENCE,
  warnings: warnings(PRIOR_TO_L423_23, 'dz-6-5'),
  versions: [],
};
const vpfConditions = (sevenYears: boolean) => [
  c0General('dz-6-5'),
  exclusion('c1', 'no-prior-basis', noneMet(PRIOR_TO_L423_23), { firstIssueOnly: true }),
  situations(),
  ...indicators(sevenYears),
];
export const vpfL42323 = defineBasis({
  ...vpf,
  versions: [
    since(CODE_2021, vpfConditions(false), { until: '2024-01-27', sources: ['FNCIDFF', 'L423-23', 'CIRC-2012'], leftOut: LEFT_OUT }),
    since(LAW_2024, vpfConditions(false), { until: '2025-01-22', sources: ['FNCIDFF', 'L423-23', 'CIRC-2012'], leftOut: LEFT_OUT }),
    since('2025-01-23', vpfConditions(true), {
      sources: ['FNCIDFF', 'L423-23', 'CE-502722', 'NORD', 'PACS', 'CIRC-2025'],
      leftOut: LEFT_OUT,
    }),
  ],
});

export const dz65 = defineBasis({
  ...vpf,
  id: 'dz-6-5',
  regime: 'algerian',
  twin: 'vpf-l423-23',
  article: 'Agreement of 1968, art. 6-5',
  confidence: 'medium',
  permit: { kind: 'cra-1y', mention: 'vpf', years: 1, work: true },
  next: ['dz-7bis-h'],
  risk: 'high',
  warnings: warnings(PRIOR_TO_DZ_6_5, 'vpf-l423-23'),
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('vpf-l423-23'),
        exclusion('c1', 'no-prior-basis', noneMet(PRIOR_TO_DZ_6_5), { firstIssueOnly: true }),
        situations(),
        ...indicators(true),
      ],
      {
        sources: ['DZ-ARTICLES', 'DZ-VIOL'],
        leftOut: [...LEFT_OUT, 'a category that opens family reunification: shown as a warning on s4'],
      },
    ),
  ],
});
