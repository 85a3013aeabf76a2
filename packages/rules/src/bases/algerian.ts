import {
  ageBetween,
  atLeast,
  atLeastNumber,
  dayCompared,
  is,
  missingFact,
  moreThan,
  moreThanNumber,
  no,
  noneOf,
  oneOf,
  reader,
  yes,
} from '../engine/answers.ts';
import { type BasisDefinition, defineBasis } from '../engine/basis.ts';
import { allOf, anyOf } from '../engine/combine.ts';
import { add, type Context, type Status, type Test } from '../engine/outcome.ts';
import { c0Algerian } from '../engine/regime.ts';
import type { FactName } from '../facts/facts.ts';
import {
  AGREEMENT_2001,
  childIsMinor,
  contributesNow,
  contributesSinceBirth,
  indicator,
  longStayVisa,
  marriageKnownToFrance,
  marriedToFrench,
  noPapers,
  numbered,
  regularStay,
  seeTwin,
  since,
  visaNeeded,
} from './common.ts';
import { dzFamilyReunification, resourcesAtLeastSmic } from './family-reunification.ts';
import { dz67 } from './health.ts';
import { dz65 } from './personal-ties.ts';
import { dz63 } from './young.ts';

const agreement: Omit<BasisDefinition, 'id' | 'article' | 'versions' | 'risk'> = {
  kind: 'basis',
  family: 'algerian',
  regime: 'algerian',
  place: 'in-country',
  strength: 'full',
  confidence: 'medium',
  permit: { kind: 'cra-1y', mention: 'vpf', years: 1, work: true },
  next: ['dz-7bis-h'],
};
const TEN_YEARS = { kind: 'cra-10y', years: 10, work: true } as const;
/** One-year certificates with the private life wording. */
const ARTICLE_6 = ['dz-6-1', 'dz-6-2', 'dz-6-3', 'dz-6-4', 'dz-6-5', 'dz-6-6', 'dz-6-7'];

export const dz61 = defineBasis({
  ...agreement,
  id: 'dz-6-1',
  twin: 'aes-l435-1',
  article: 'Agreement of 1968, art. 6-1',
  confidence: 'high',
  risk: 'high',
  evidence: ({ context: { facts } }) => [[{ subject: 'presence', months: facts.wasStudentDuringResidence === true ? 180 : 120 }]],
  warnings: [noPapers],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian(),
        ...numbered([
          'residence-over-10-or-15-years',
          anyOf(
            moreThan('residenceSince', { years: 15 }),
            allOf(no('wasStudentDuringResidence'), moreThan('residenceSince', { years: 10 })),
          ),
        ]),
      ],
      { sources: ['DZ-ARTICLES', 'AME'] },
    ),
  ],
});

export const dz62 = defineBasis({
  ...agreement,
  id: 'dz-6-2',
  twin: 'spouse-french-l423-2',
  article: 'Agreement of 1968, art. 6-2',
  confidence: 'high',
  next: ['dz-7bis-a'],
  risk: 'low',
  warnings: [
    seeTwin('spouse-french-l423-2'),
    { code: 'common-life-asked-at-first-renewal', when: ({ status }) => status === 'met' },
    noPapers,
  ],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('spouse-french-l423-2'),
        ...numbered(
          ['married-to-french', marriedToFrench()],
          ['regular-entry', yes('lastEntryRegular'), { firstIssueOnly: true }],
          ['spouse-still-french', yes('spouseStillFrench')],
          ['marriage-known-to-france', marriageKnownToFrance()],
          [
            'common-life-at-first-renewal',
            anyOf(noneOf('currentStatus', ['cra-1y']), noneOf('currentPermitBasis', ['dz-6-2']), yes('cohabitationOngoing')),
          ],
        ),
      ],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});

const authorityOrProvides = () => anyOf(yes('children[].clientParentalAuthority'), contributesNow());
const parentWarnings = {
  code: 'recognition-after-birth',
  when: ({ context: { child } }) => child?.recognisedByClientAfterBirth === true,
} satisfies NonNullable<BasisDefinition['warnings']>[number];

export const dz64 = defineBasis({
  ...agreement,
  id: 'dz-6-4',
  twin: 'parent-french-child-l423-7',
  article: 'Agreement of 1968, art. 6-4',
  confidence: 'high',
  next: ['dz-7bis-g'],
  risk: 'medium',
  childByChild: true,
  warnings: [seeTwin('parent-french-child-l423-7'), parentWarnings, noPapers],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('parent-french-child-l423-7'),
        ...numbered(
          [
            'ascendant-of-french-minor-in-france',
            allOf(yes('children[].filiationEstablished'), yes('children[].isFrench'), childIsMinor(), yes('children[].livesInFrance')),
          ],
          ['authority-or-provides', authorityOrProvides()],
          [
            'recognised-after-birth-provides-1-year',
            anyOf(
              no('children[].recognisedByClientAfterBirth'),
              contributesSinceBirth(),
              atLeast('children[].clientContributesSince', { years: 1 }),
            ),
          ],
        ),
      ],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});

export const dz66 = defineBasis({
  ...agreement,
  id: 'dz-6-6',
  article: 'Agreement of 1968, art. 6-6',
  risk: 'low',
  versions: [
    since(
      AGREEMENT_2001,
      [c0Algerian(), ...numbered(['work-accident-pension-20', atLeastNumber('workAccidentPensionRate', 20, 'percent')])],
      {
        sources: ['DZ-ARTICLES'],
      },
    ),
  ],
});

/** "low with visa": without it a first request is refused. */
const lowWithVisa: BasisDefinition['risk'] = ({ context: { facts } }) => (facts.entryVisa === 'long-stay' ? 'low' : 'very-high');

export const dz7a = defineBasis({
  ...agreement,
  id: 'dz-7a',
  twin: 'visitor-l426-20',
  article: 'Agreement of 1968, art. 7 a',
  place: 'visa-d',
  permit: { kind: 'cra-1y', mention: 'visiteur', years: 1, work: false },
  next: ['dz-7bis-3y'],
  risk: lowWithVisa,
  warnings: [seeTwin('visitor-l426-20'), visaNeeded],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('visitor-l426-20'),
        ...numbered(['enough-resources', resourcesAtLeastSmic()], ['no-work-commitment', yes('noWorkCommitment')]),
      ],
      {
        sources: ['DZ-ARTICLES', 'SMIC'],
        leftOut: [
          'the agreement names no amount: the minimum wage is the reference used in practice',
          'the long-stay visa is shown as a warning',
        ],
      },
    ),
  ],
});
export const dz7b = defineBasis({
  ...agreement,
  id: 'dz-7b',
  twin: 'employee-l421-1',
  article: 'Agreement of 1968, art. 7 b and 9',
  place: 'visa-d',
  permit: { kind: 'cra-1y', mention: 'salarie', years: 1, work: true },
  next: ['dz-7bis-3y'],
  risk: lowWithVisa,
  warnings: [seeTwin('employee-l421-1'), visaNeeded],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('employee-l421-1'),
        ...numbered(['long-stay-visa', longStayVisa(), { firstIssueOnly: true }], ['work-authorisation', yes('workAuthorisation')]),
      ],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});
export const dzStudent = defineBasis({
  ...agreement,
  id: 'dz-student',
  twin: 'student-l422-1',
  article: 'Agreement of 1968, protocol, title III',
  place: 'visa-d',
  permit: { kind: 'cra-1y', mention: 'etudiant', years: 1, work: true },
  next: [],
  risk: lowWithVisa,
  warnings: [seeTwin('student-l422-1'), visaNeeded],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('student-l422-1'),
        ...numbered(
          ['enrolled', yes('enrolledInStudies')],
          ['student-means', atLeastNumber('avgMonthlyNetResources', 615, 'euros')],
          ['long-stay-visa', longStayVisa(), { firstIssueOnly: true }],
        ),
      ],
      { sources: ['DZ-ARTICLES', 'L422-1'], leftOut: ['the protocol names no amount: that of the general regime is used'] },
    ),
  ],
});

export const dz7bis3y = defineBasis({
  ...agreement,
  id: 'dz-7bis-3y',
  twin: 'resident-ldue-l426-17',
  article: 'Agreement of 1968, art. 7 bis, 1st paragraph',
  strength: 'discretionary',
  permit: TEN_YEARS,
  next: [],
  risk: 'medium',
  warnings: [
    seeTwin('resident-ldue-l426-17'),
    { code: 'ten-years-of-right-after-5-years', when: ({ status }) => status === 'met' },
    { code: 'no-amount-in-the-agreement', when: ({ condition }) => condition('c2') === 'met' },
  ],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('resident-ldue-l426-17'),
        ...numbered(
          ['regular-stay-3-years', atLeast('regularStaySince', { years: 3 })],
          ['means-of-existence', moreThanNumber('avgMonthlyNetResources', 0)],
        ),
        indicator('i1', 'work', noneOf('contractType', ['none'])),
      ],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});
export const dz7bisA = defineBasis({
  ...agreement,
  id: 'dz-7bis-a',
  twin: 'resident-spouse-french-l423-6',
  article: 'Agreement of 1968, art. 7 bis a',
  permit: TEN_YEARS,
  next: [],
  risk: 'low',
  warnings: [seeTwin('resident-spouse-french-l423-6')],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('resident-spouse-french-l423-6'),
        ...numbered(
          ['regular-stay', regularStay()],
          ['married-to-french-1-year', allOf(marriedToFrench(), atLeast('unionDate', { years: 1 }))],
          ['common-life-goes-on', yes('cohabitationOngoing')],
          ['spouse-still-french', yes('spouseStillFrench')],
          ['marriage-known-to-france', marriageKnownToFrance()],
        ),
      ],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});
const dependent = reader<boolean>('dependentOnFrenchRelative');
/**
 * (A French parent, and under 21 or dependent) or (a French descendant, and dependent). Written so that nobody is asked about a French child
 * when a French parent is known, nor about their age once dependency is.
 */
const childOrAscendantOfFrench = (): Test => {
  const test = anyOf(
    allOf(yes('frenchParent'), ageBetween('birthDate', { before: 21 })),
    allOf(yes('dependentOnFrenchRelative'), anyOf(yes('frenchParent'), yes('frenchDescendant'))),
  );
  const missing = (context: Context, into: FactName[]): void => {
    const open: FactName[] = [];
    test.missing(context, open);
    for (const fact of open) if (fact !== 'birthDate' || dependent(context) !== true) add(into, fact);
  };
  const because = (context: Context, status: Status) => {
    if (status !== 'unknown') return test.because(context, status);
    const facts: FactName[] = [];
    missing(context, facts);
    return missingFact(facts);
  };
  return { ...test, missing, because };
};

export const dz7bisB = defineBasis({
  ...agreement,
  id: 'dz-7bis-b',
  twin: 'ascendant-french-l423-11',
  article: 'Agreement of 1968, art. 7 bis b',
  permit: TEN_YEARS,
  next: [],
  risk: 'medium',
  warnings: [seeTwin('ascendant-french-l423-11')],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('ascendant-french-l423-11'),
        ...numbered(['child-or-ascendant-of-french', childOrAscendantOfFrench()], ['regular-stay', regularStay()]),
      ],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});
export const dz7bisE = defineBasis({
  ...agreement,
  id: 'dz-7bis-e',
  article: 'Agreement of 1968, art. 7 bis e',
  permit: TEN_YEARS,
  next: [],
  risk: 'medium',
  versions: [
    since(
      AGREEMENT_2001,
      [c0Algerian(), ...numbered(['in-france-since-10', dayCompared('residenceSince', 'on-or-before', { fact: 'birthDate', years: 10 })])],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});
export const dz7bisF = defineBasis({
  ...agreement,
  id: 'dz-7bis-f',
  twin: 'resident-ldue-l426-17',
  article: 'Agreement of 1968, art. 7 bis f',
  permit: TEN_YEARS,
  next: [],
  risk: 'medium',
  warnings: [
    seeTwin('resident-ldue-l426-17'),
    {
      code: 'not-all-years-as-student',
      when: ({ context: { facts } }) => facts.wasStudentDuringResidence === true || facts.currentPermitBasis === 'dz-student',
    },
  ],
  versions: [
    since(
      AGREEMENT_2001,
      [c0Algerian('resident-ldue-l426-17'), ...numbered(['regular-stay-over-10-years', moreThan('regularStaySince', { years: 10 })])],
      {
        sources: ['DZ-ARTICLES'],
        leftOut: ['years all spent as a student: shown as a warning'],
      },
    ),
  ],
});
export const dz7bisG = defineBasis({
  ...agreement,
  id: 'dz-7bis-g',
  twin: 'resident-parent-french-child-l423-10',
  article: 'Agreement of 1968, art. 7 bis g',
  permit: TEN_YEARS,
  next: [],
  risk: 'medium',
  childByChild: true,
  warnings: [seeTwin('resident-parent-french-child-l423-10'), parentWarnings],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('resident-parent-french-child-l423-10'),
        ...numbered(
          ['parent-of-french-child', allOf(yes('children[].filiationEstablished'), yes('children[].isFrench'))],
          ['holds-one-year-certificate', is('currentStatus', 'cra-1y')],
          ['authority-or-provides', authorityOrProvides()],
        ),
      ],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});
export const dz7bisH = defineBasis({
  ...agreement,
  id: 'dz-7bis-h',
  article: 'Agreement of 1968, art. 7 bis h',
  twin: 'resident-ldue-l426-17',
  permit: TEN_YEARS,
  next: [],
  risk: 'medium',
  warnings: [seeTwin('resident-ldue-l426-17')],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('resident-ldue-l426-17'),
        ...numbered([
          'private-life-certificate-5-years',
          allOf(is('currentStatus', 'cra-1y'), oneOf('currentPermitBasis', ARTICLE_6), atLeast('regularStaySince', { years: 5 })),
        ]),
      ],
      { sources: ['DZ-ARTICLES'] },
    ),
  ],
});

export const dzDiscretionary = defineBasis({
  ...agreement,
  id: 'dz-discretionary',
  twin: 'aes-l435-1',
  article: "prefect's general power (Conseil d'Etat, opinion of 22 March 2010, n° 333679)",
  strength: 'discretionary',
  risk: 'very-high',
  warnings: [
    seeTwin('aes-l435-1'),
    { code: 'ask-general-power-expressly', when: ({ status }) => status !== 'not-met' },
    { code: 'violence-weighed-under-general-power', when: ({ context: { facts } }) => facts.domesticViolence === true },
    noPapers,
  ],
  versions: [
    since(
      '2010-03-22',
      [c0Algerian('aes-l435-1'), ...numbered(['exceptional-grounds', oneOf('exceptionalGrounds', ['humanitarian', 'exceptional'])])],
      {
        sources: ['DZ-VIOL', 'DZ-ARTICLES'],
      },
    ),
  ],
});

export const ALGERIAN = [
  dz61,
  dz62,
  dz63,
  dz64,
  dz65,
  dz66,
  dz67,
  dz7a,
  dz7b,
  dzStudent,
  dz7bis3y,
  dz7bisA,
  dz7bisB,
  dz7bisE,
  dz7bisF,
  dz7bisG,
  dz7bisH,
  dzFamilyReunification,
  dzDiscretionary,
];
