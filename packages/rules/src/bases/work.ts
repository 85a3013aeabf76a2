import { atLeastNumber, is, no, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis } from '../engine/basis.ts';
import { allOf, anyOf } from '../engine/combine.ts';
import { c0General } from '../engine/regime.ts';
import { CODE_2021, longStayVisa, longStayVisaOrPermit, nationals, numbered, seeTwin, since, visaNeeded } from './common.ts';
import { resourcesAtLeastSmic } from './family-reunification.ts';

const ordinary: Omit<BasisDefinition, 'id' | 'article' | 'versions' | 'permit' | 'risk'> = {
  kind: 'basis',
  family: 'work',
  regime: 'general',
  place: 'visa-d',
  strength: 'full',
  confidence: 'medium',
  next: [],
};
/** "low with visa, otherwise refused". */
const lowWithVisa: BasisDefinition['risk'] = ({ context: { facts }, condition }) =>
  facts.entryVisa === 'long-stay' || condition('c3') === 'met' ? 'low' : 'very-high';
const agreementWork = nationals('salaried-work-governed-by-agreement', ['TUN', 'MAR']);

export const l4211 = defineBasis({
  ...ordinary,
  id: 'employee-l421-1',
  twin: 'dz-7b',
  article: 'L.421-1',
  permit: { kind: 'cst', mention: 'salarie', years: 1, work: true },
  next: ['csp-general-l433-4', 'resident-ldue-l426-17'],
  risk: lowWithVisa,
  warnings: [seeTwin('dz-7b'), agreementWork, nationals('morocco-ten-year-card', ['MAR']), visaNeeded],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-7b'),
        ...numbered(
          ['open-ended-contract', is('contractType', 'cdi')],
          ['work-authorisation', yes('workAuthorisation')],
          ['long-stay-visa-at-first-issue', longStayVisaOrPermit(), { firstIssueOnly: true }],
        ),
      ],
      { sources: ['L421-3', 'TN-MA'], leftOut: ['the authorisation itself is a decision of its own, tested on the labour market'] },
    ),
  ],
});
export const l4213 = defineBasis({
  ...ordinary,
  id: 'temporary-worker-l421-3',
  twin: 'dz-7b',
  article: 'L.421-3',
  confidence: 'high',
  permit: { kind: 'cst', mention: 'travailleur-temporaire', years: 1, work: true },
  risk: lowWithVisa,
  warnings: [seeTwin('dz-7b'), agreementWork, visaNeeded, { code: 'no-multi-year-card', when: ({ status }) => status !== 'not-met' }],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-7b'),
        ...numbered(['fixed-term-contract', is('contractType', 'cdd')], ['work-authorisation', yes('workAuthorisation')]),
      ],
      { sources: ['L421-3'], leftOut: ['posting from abroad: no fact', 'the long-stay visa is shown as a warning'] },
    ),
  ],
});
export const l4221 = defineBasis({
  ...ordinary,
  id: 'student-l422-1',
  twin: 'dz-student',
  article: 'L.422-1',
  place: 'either',
  permit: { kind: 'cst', mention: 'etudiant', years: 1, work: true },
  next: ['csp-general-l433-4'],
  risk: 'medium',
  warnings: [
    seeTwin('dz-student'),
    {
      code: 'student-visa-waiver-discretionary',
      when: ({ context: { facts }, condition }) => condition('c3') === 'met' && facts.entryVisa !== 'long-stay',
    },
    { code: 'student-years-not-counted', when: ({ status }) => status !== 'not-met' },
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-student'),
        ...numbered(
          ['enrolled', yes('enrolledInStudies')],
          ['student-means', atLeastNumber('avgMonthlyNetResources', 615, 'euros')],
          [
            'visa-or-schooled-since-16',
            anyOf(longStayVisa(), allOf(yes('lastEntryRegular'), yes('schooledInFranceSince16'))),
            { firstIssueOnly: true },
          ],
        ),
      ],
      { sources: ['L422-1'], leftOut: ['necessity of studies: no fact'] },
    ),
  ],
});
export const l42620 = defineBasis({
  ...ordinary,
  id: 'visitor-l426-20',
  twin: 'dz-7a',
  article: 'L.426-20',
  confidence: 'high',
  permit: { kind: 'cst', mention: 'visiteur', years: 1, work: false },
  risk: 'low',
  warnings: [seeTwin('dz-7a'), visaNeeded, { code: 'no-multi-year-card', when: ({ status }) => status !== 'not-met' }],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-7a'),
        ...numbered(
          ['resources-smic', resourcesAtLeastSmic()],
          ['health-insurance', yes('healthInsurance')],
          ['no-work-commitment', yes('noWorkCommitment')],
          ['long-stay-visa', longStayVisa(), { firstIssueOnly: true }],
        ),
      ],
      { sources: ['L426-20', 'SMIC'] },
    ),
  ],
});
export const l4268 = defineBasis({
  ...ordinary,
  id: 'retired-l426-8',
  article: 'L.426-8',
  place: 'not-applicable',
  confidence: 'high',
  permit: { kind: 'retired-card', years: 10, work: false },
  risk: 'low',
  versions: [
    since(
      CODE_2021,
      [
        c0General(),
        ...numbered(
          ['french-pension', yes('frenchPension')],
          ['once-resident-card', yes('everHeldResidentCard')],
          ['lives-outside-france', no('livesInFrance')],
        ),
      ],
      { sources: ['L426-8'] },
    ),
  ],
});

export const WORK = [l4211, l4213, l4221, l42620, l4268];
