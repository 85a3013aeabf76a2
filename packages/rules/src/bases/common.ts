import { ageBetween, dayCompared, hasBegun, is, no, olderThan, oneOf, yes } from '../engine/answers.ts';
import type { ConditionDefinition, VersionDefinition, WarningRule } from '../engine/basis.ts';
import { allOf, anyOf } from '../engine/combine.ts';
import { ALGERIA } from '../engine/regime.ts';
import type { Context, Test } from '../engine/outcome.ts';

/** First day of the present numbering of the code. */
export const CODE_2021 = '2021-05-01';
/** Law 2024-42 on immigration and integration. */
export const LAW_2024 = '2024-01-28';
/** Levels A2 and B1 and the civic exam apply to requests from this day. */
export const LEVELS_2026 = '2026-01-01';
/** Entry into force of the third amendment (2001) of the Franco-Algerian agreement. */
export const AGREEMENT_2001 = '2003-01-01';

export const required = (id: string, title: string, test: Test, more: Partial<ConditionDefinition> = {}): ConditionDefinition => ({
  id,
  kind: 'R',
  title,
  test,
  ...more,
});
export const exclusion = (id: string, title: string, test: Test, more: Partial<ConditionDefinition> = {}): ConditionDefinition => ({
  ...required(id, title, test, more),
  kind: 'X',
});
export const indicator = (id: string, title: string, test: Test, more: Partial<ConditionDefinition> = {}): ConditionDefinition => ({
  ...required(id, title, test, more),
  kind: 'I',
});
/** Numbers conditions c1, c2, … in the order written. */
export const numbered = (
  ...conditions: readonly (readonly [title: string, test: Test, more?: Partial<ConditionDefinition>])[]
): ConditionDefinition[] => conditions.map(([title, test, more], i) => required(`c${i + 1}`, title, test, more));

/** One version, open-ended unless `until` is given. */
export const since = (
  from: string,
  conditions: readonly ConditionDefinition[],
  { until = null, sources, leftOut = [] }: { until?: string | null; sources: readonly string[]; leftOut?: readonly string[] },
): VersionDefinition => ({ from, until, conditions, sources, leftOut });

// --- couple -------------------------------------------------------------------------------------------------------------------------
export const marriedToFrench = (): Test => allOf(is('partnerRelation', 'married'), is('partnerStatus', 'french'));
/** Regular residents, the protected included. */
export const FOREIGN_REGULAR = ['foreign-regular', 'refugee', 'subsidiary', 'stateless'] as const;
export const marriageKnownToFrance = (): Test => anyOf(is('marriagePlace', 'france'), yes('marriageTranscribed'));
export const breakUpBy = (...reasons: readonly string[]): Test => allOf(no('cohabitationOngoing'), oneOf('cohabitationEndReason', reasons));

// --- permits ------------------------------------------------------------------------------------------------------------------------
export const longStayVisa = (): Test => is('entryVisa', 'long-stay');
/** A holder changes basis in the country: the visa is tested at the first issue only. */
export const longStayVisaOrPermit = (): Test =>
  anyOf(longStayVisa(), oneOf('currentStatus', ['vls-ts', 'cst', 'csp', 'resident', 'cra-1y', 'cra-10y', 'renewal-receipt']));
const STATUSES_OF_REGULAR_STAY = [
  'short-visa',
  'vls-ts',
  'cst',
  'csp',
  'resident',
  'cra-1y',
  'cra-10y',
  'aps',
  'asylum-attestation',
  'renewal-receipt',
];
export const regularStay = (): Test => oneOf('currentStatus', STATUSES_OF_REGULAR_STAY);
export const permitUnder = (...bases: readonly string[]): Test => oneOf('currentPermitBasis', bases);

// --- children -----------------------------------------------------------------------------------------------------------------------
export const childIsMinor = (): Test => ageBetween('children[].birthDate', { before: 18 });
export const contributesNow = (): Test => hasBegun('children[].clientContributesSince');
/** "Since birth": a contribution begun within the first month counts (a modelling tolerance), one still to come does not. */
export const contributesSinceBirth = (): Test =>
  allOf(contributesNow(), dayCompared('children[].clientContributesSince', 'on-or-before', { fact: 'children[].birthDate', months: 1 }));

// --- young people -------------------------------------------------------------------------------------------------------------------
/** The year after the 18th birthday: the request is made at the latest on the eve of the 19th. */
export const yearAfter18 = (): Test => ageBetween('birthDate', { from: 18, before: 19 });
export const since13thBirthday = (): Test => dayCompared('residenceSince', 'on-or-before', { fact: 'birthDate', years: 13 });

// --- integration --------------------------------------------------------------------------------------------------------------------
const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export const frenchAtLeast = (level: (typeof LEVELS)[number]): Test => oneOf('frenchLevel', LEVELS.slice(LEVELS.indexOf(level)));
const certified = (level: 'A2' | 'B1'): Test => allOf(frenchAtLeast(level), yes('frenchLevelCertified'));
export const over65 = (): Test => olderThan('birthDate', 65);
/** L.413-7 for a resident card: age over 65 waives both the language and the exam. */
export const integrationForResidentCard = (): Test =>
  allOf(anyOf(certified('B1'), yes('languageExempt'), over65()), anyOf(is('civicExam', 'resident'), yes('civicExamExempt'), over65()));
export const integrationBefore2026 = (): Test => anyOf(certified('A2'), yes('languageExempt'), over65());
export const a2Certified = (): Test => anyOf(certified('A2'), yes('languageExempt'));
export const civicExamForMultiYearCard = (): Test => anyOf(oneOf('civicExam', ['csp', 'resident']), yes('civicExamExempt'), over65());

// --- warnings that many bases share ---------------------------------------------------------------------------------------------------
const nationality = (context: Context): string | null => context.facts.nationality ?? null;
/** The regime is the other one: points to the basis that plays the same part there. */
export const seeTwin = (twin: string): WarningRule => ({
  code: 'see-twin',
  when: ({ context, condition }) =>
    condition('c0') === 'not-met' && (twin.startsWith('dz-') ? nationality(context) === ALGERIA : nationality(context) !== ALGERIA),
  values: () => ({ basis: twin }),
});
export const nationals = (code: string, countries: readonly string[]): WarningRule => ({
  code,
  when: ({ context }) => countries.includes(nationality(context) ?? ''),
  values: ({ context }) => ({ nationality: nationality(context) ?? '' }),
});
/** First requests here need a long-stay visa, and the file says there is none. */
export const visaNeeded: WarningRule = {
  code: 'long-stay-visa-needed',
  when: ({ context: { facts } }) => facts.entryVisa != null && facts.entryVisa !== 'long-stay',
};
export const noPapers: WarningRule = {
  code: 'refusal-brings-removal-order',
  when: ({ context: { facts } }) => facts.currentStatus === 'none',
};
