import { notBefore, oneOf, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis, type WarningRule } from '../engine/basis.ts';
import { c0General } from '../engine/regime.ts';
import { CODE_2021, LAW_2024, noPapers, numbered, permitUnder, seeTwin, since } from './common.ts';

const victim: Omit<BasisDefinition, 'id' | 'article' | 'versions'> = {
  kind: 'basis',
  family: 'victims',
  regime: 'general',
  twin: 'dz-discretionary',
  place: 'in-country',
  strength: 'full',
  confidence: 'medium',
  permit: { kind: 'cst', mention: 'vpf', years: 1, work: true },
  next: ['vpf-l423-23'],
  risk: 'medium',
};
const c0 = () => c0General('dz-discretionary');
const TEN_YEARS = { kind: 'resident', years: 10, work: true } as const;
const toTwin = seeTwin('dz-discretionary');
const safety: WarningRule = { code: 'never-contact-perpetrator', when: ({ status }) => status !== 'not-met' };

export const l4251 = defineBasis({
  ...victim,
  id: 'trafficking-l425-1',
  article: 'L.425-1',
  next: ['trafficking-resident-l425-3'],
  warnings: [
    toTwin,
    { code: 'reflection-period-30-days', when: ({ condition }) => condition('c1') === 'met' && condition('c2') !== 'met' },
    safety,
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0(),
        ...numbered(
          ['trafficking-victim', yes('traffickingVictim')],
          ['complaint-or-testimony', yes('traffickingComplaintOrTestimony')],
          ['ties-with-perpetrator-broken', yes('tiesWithPerpetratorBroken')],
        ),
      ],
      { sources: ['L425-1'] },
    ),
  ],
});
export const l4253 = defineBasis({
  ...victim,
  id: 'trafficking-resident-l425-3',
  article: 'L.425-3',
  confidence: 'low',
  permit: TEN_YEARS,
  next: ['resident-permanent-l426-4'],
  warnings: [toTwin],
  versions: [
    since(
      CODE_2021,
      [
        c0(),
        ...numbered(
          ['permit-as-trafficking-victim', permitUnder('trafficking-l425-1')],
          ['final-conviction', yes('perpetratorConvictedFinal')],
        ),
      ],
      { sources: ['L425-1'], leftOut: ['full text of L.425-3 not read: to be checked on Legifrance'] },
    ),
  ],
});
export const l4254 = defineBasis({
  ...victim,
  id: 'prostitution-exit-l425-4',
  article: 'L.425-4',
  strength: 'discretionary',
  confidence: 'high',
  permit: { kind: 'aps', years: 0.5, work: true },
  next: [],
  warnings: [toTwin, safety],
  versions: [
    since(
      CODE_2021,
      [
        c0(),
        ...numbered(
          ['trafficking-victim', yes('traffickingVictim')],
          // No fact of its own: nobody is admitted to the programme without having stopped.
          ['prostitution-stopped', yes('prostitutionExitProgramme')],
          ['exit-programme', yes('prostitutionExitProgramme')],
        ),
      ],
      { sources: ['L425-1'] },
    ),
  ],
});
export const l4256 = defineBasis({
  ...victim,
  id: 'protection-order-l425-6',
  article: 'L.425-6, L.425-7',
  confidence: 'high',
  next: ['protection-resident-l425-8'],
  warnings: [
    toTwin,
    {
      code: 'renewal-during-criminal-proceedings',
      when: ({ condition, context: { facts } }) =>
        condition('c1') === 'not-met' && facts.complaintFiled === true && facts.criminalProceedingsOpen === true,
    },
    { code: 'forced-marriage-article', when: ({ context: { facts } }) => facts.protectionOrderGround === 'forced-marriage' },
    safety,
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0(),
        ...numbered(
          ['protection-order-running', notBefore('protectionOrderEnd')],
          ['protection-order-ground', oneOf('protectionOrderGround', ['couple-violence', 'forced-marriage'])],
        ),
      ],
      { sources: ['L425-6'], leftOut: ['renewal after the end of the order, while criminal proceedings last: shown as a warning'] },
    ),
  ],
});
export const l4258 = defineBasis({
  ...victim,
  id: 'protection-resident-l425-8',
  article: 'L.425-8',
  permit: TEN_YEARS,
  next: ['resident-permanent-l426-4'],
  warnings: [toTwin],
  versions: [
    since(
      CODE_2021,
      [
        c0(),
        ...numbered(
          ['permit-under-protection-order', permitUnder('protection-order-l425-6')],
          ['complaint-filed', yes('complaintFiled')],
          ['final-conviction', yes('perpetratorConvictedFinal')],
        ),
      ],
      { sources: ['L425-6'], leftOut: ['a card held in the past and left since: only the present permit is a fact'] },
    ),
  ],
});
export const l42511 = defineBasis({
  ...victim,
  id: 'undignified-housing-l425-11',
  article: 'L.425-11',
  confidence: 'low',
  warnings: [toTwin, noPapers],
  versions: [
    since(LAW_2024, [c0(), ...numbered(['undignified-housing-complaint', yes('undignifiedHousingComplaint')])], {
      sources: ['L425-11'],
      leftOut: ['enacted text not read: to be checked on Legifrance'],
    }),
  ],
});

export const VICTIMS = [l4251, l4253, l4254, l4256, l4258, l42511];
