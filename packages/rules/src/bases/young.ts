import { ageBetween, atLeast, atLeastNumber, dayCompared, oneOf, yes } from '../engine/answers.ts';
import { type BasisDefinition, defineBasis, type WarningRule } from '../engine/basis.ts';
import { allOf, anyOf } from '../engine/combine.ts';
import { c0Algerian, c0General } from '../engine/regime.ts';
import { AGREEMENT_2001, CODE_2021, noPapers, numbered, seeTwin, since, since13thBirthday, yearAfter18 } from './common.ts';

const young: Omit<BasisDefinition, 'id' | 'article' | 'versions' | 'risk'> = {
  kind: 'basis',
  family: 'young',
  regime: 'general',
  place: 'in-country',
  strength: 'full',
  confidence: 'high',
  permit: { kind: 'cst', mention: 'vpf', years: 1, work: true },
  next: ['csp-general-l433-4', 'resident-ldue-l426-17'],
};
const outsideTheYear = (conditionId: string): WarningRule => ({
  code: 'outside-year-after-18',
  when: ({ condition }) => condition(conditionId) === 'not-met',
});

export const l42321 = defineBasis({
  ...young,
  id: 'minor-since-13-l423-21',
  twin: 'dz-6-5',
  article: 'L.423-21',
  risk: 'low',
  warnings: [seeTwin('dz-6-5'), outsideTheYear('c2'), noPapers],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-6-5'),
        ...numbered(
          ['in-france-with-parent-since-13', allOf(yes('withParentSinceAge13'), since13thBirthday())],
          [
            'year-after-18',
            anyOf(yearAfter18(), allOf(ageBetween('birthDate', { from: 16, before: 18 }), yes('wishesToWork'))),
            { firstIssueOnly: true, articles: ['L.423-21', 'R.431-5', 'L.421-35'] },
          ],
        ),
      ],
      { sources: ['L423-21', 'R431-5'] },
    ),
  ],
});

const openTies = () => oneOf('familyTiesHome', ['none', 'weak'], ['strong']);
const hostFavourable = () => oneOf('hostOpinion', ['favourable'], ['unfavourable', 'none']);

export const l42322 = defineBasis({
  ...young,
  id: 'ase-before-16-l423-22',
  twin: 'dz-6-5',
  article: 'L.423-22',
  strength: 'mixed',
  risk: 'medium',
  warnings: [seeTwin('dz-6-5'), outsideTheYear('c2')],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-6-5'),
        ...numbered(
          ['in-care-before-16', dayCompared('childWelfareDate', 'on-or-before', { fact: 'birthDate', years: 16 })],
          ['year-after-18', yearAfter18(), { firstIssueOnly: true, articles: ['L.423-22', 'R.431-5'] }],
          ['serious-training', yes('trainingSerious')],
          ['host-opinion', hostFavourable()],
          ['few-ties-at-home', openTies()],
        ),
      ],
      { sources: ['L423-22', 'R431-5'], leftOut: ['trusted third party: since 9 February 2022, read from childWelfareDate'] },
    ),
  ],
});

export const l4353 = defineBasis({
  ...young,
  id: 'ase-16-18-l435-3',
  family: 'exceptional',
  twin: 'dz-discretionary',
  article: 'L.435-3',
  strength: 'discretionary',
  permit: { kind: 'cst', mention: 'salarie', years: 1, work: true },
  next: ['csp-general-l433-4'],
  risk: 'medium',
  warnings: [seeTwin('dz-discretionary'), outsideTheYear('c4')],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-discretionary'),
        ...numbered(
          [
            'in-care-between-16-and-18',
            allOf(
              dayCompared('childWelfareDate', 'after', { fact: 'birthDate', years: 16 }),
              dayCompared('childWelfareDate', 'before', { fact: 'birthDate', years: 18 }),
            ),
          ],
          ['qualifying-training-6-months', allOf(yes('trainingQualifying'), atLeast('trainingSince', { months: 6 }))],
          ['serious-training', yes('trainingSerious')],
          ['year-after-18', yearAfter18(), { firstIssueOnly: true }],
          ['host-opinion', hostFavourable()],
          ['few-ties-at-home', openTies()],
        ),
      ],
      { sources: ['L435-3'] },
    ),
  ],
});

const bornInFrance = () =>
  numbered(
    ['born-in-france', yes('bornInFrance')],
    ['residence-8-years', atLeast('residenceSince', { years: 8 })],
    ['school-5-years-after-10', atLeastNumber('frenchSchoolYearsAfter10', 5, 'years')],
    ['age-16-to-21', ageBetween('birthDate', { from: 16, before: 21 }), { firstIssueOnly: true }],
  );
const eightYears = () => [[{ subject: 'presence' as const, months: 96 }]];

export const l42313 = defineBasis({
  ...young,
  id: 'born-in-france-l423-13',
  twin: 'dz-6-3',
  article: 'L.423-13',
  risk: 'low',
  evidence: eightYears,
  warnings: [seeTwin('dz-6-3')],
  versions: [since(CODE_2021, [c0General('dz-6-3'), ...bornInFrance()], { sources: ['L423-10'] })],
});
export const dz63 = defineBasis({
  ...young,
  id: 'dz-6-3',
  family: 'algerian',
  regime: 'algerian',
  twin: 'born-in-france-l423-13',
  article: 'Agreement of 1968, art. 6-3',
  confidence: 'medium',
  permit: { kind: 'cra-1y', mention: 'vpf', years: 1, work: true },
  next: ['dz-7bis-h'],
  risk: 'low',
  evidence: eightYears,
  warnings: [seeTwin('born-in-france-l423-13')],
  versions: [since(AGREEMENT_2001, [c0Algerian('born-in-france-l423-13'), ...bornInFrance()], { sources: ['DZ-ARTICLES'] })],
});

export const YOUNG = [l42321, l42322, l42313];
