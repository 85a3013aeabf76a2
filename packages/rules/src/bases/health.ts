import { atLeast, oneOf, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis, type WarningRule } from '../engine/basis.ts';
import { c0Algerian, c0General } from '../engine/regime.ts';
import { l42510 } from './children.ts';
import { AGREEMENT_2001, CODE_2021, noPapers, numbered, seeTwin, since } from './common.ts';

/** An unfavourable opinion does not bind: the question stays open, with a high risk. */
export const ofiiFavourable = () => oneOf('ofiiOpinion', ['favourable'], ['not-asked', 'pending', 'unfavourable']);

const conditions = () =>
  numbered(
    ['residence-1-year', atLeast('residenceSince', { months: 12 }), { articles: ['R.425-14'] }],
    ['serious-condition', yes('seriousCondition')],
    ['treatment-unavailable-home', yes('treatmentUnavailableHome')],
    ['ofii-opinion', ofiiFavourable()],
  );
const warnings: readonly WarningRule[] = [
  { code: 'medical-papers-to-ofii-only', when: ({ context: { facts } }) => facts.seriousCondition === true },
  { code: 'short-residence-provisional-permit', when: ({ condition }) => condition('c1') === 'not-met' },
  { code: 'ofii-opinion-unfavourable', when: ({ context: { facts } }) => facts.ofiiOpinion === 'unfavourable' },
  noPapers,
];

const illness: Omit<BasisDefinition, 'versions'> = {
  id: 'illness-l425-9',
  kind: 'basis',
  family: 'health',
  regime: 'general',
  twin: 'dz-6-7',
  article: 'L.425-9',
  place: 'in-country',
  strength: 'mixed',
  confidence: 'high',
  permit: { kind: 'cst', mention: 'vpf', years: 1, work: true },
  next: ['csp-general-l433-4'],
  risk: 'high',
  evidence: () => [[{ subject: 'presence', months: 12 }]],
  warnings: [seeTwin('dz-6-7'), ...warnings],
};
export const l4259 = defineBasis({
  ...illness,
  versions: [
    since(CODE_2021, [c0General('dz-6-7'), ...conditions()], {
      sources: ['L425-9'],
      leftOut: ['the medical file itself: it goes to the doctors of OFII only'],
    }),
  ],
});
export const dz67 = defineBasis({
  ...illness,
  id: 'dz-6-7',
  family: 'algerian',
  regime: 'algerian',
  twin: 'illness-l425-9',
  article: 'Agreement of 1968, art. 6-7',
  confidence: 'medium',
  permit: { kind: 'cra-1y', mention: 'vpf', years: 1, work: true },
  next: ['dz-7bis-h'],
  warnings: [seeTwin('illness-l425-9'), ...warnings],
  versions: [since(AGREEMENT_2001, [c0Algerian('illness-l425-9'), ...conditions()], { sources: ['DZ-ARTICLES', 'L425-9'] })],
});

export const HEALTH = [l4259, l42510];
