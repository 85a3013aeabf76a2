import { FREE_MOVEMENT } from '../src/weighing.ts';

/**
 * Sixteen bases written a second time, as plain trees that any rule engine can hold: what each peer is given, and what the reference answers
 * are computed from. Written from the texts and not from src/bases, so that a mistake there shows.
 */
export type Tree = Leaf | { readonly all: readonly Tree[] } | { readonly any: readonly Tree[] };
export type Answer = string | number | boolean;
export type Leaf =
  | { readonly fact: string; readonly oneOf: readonly string[] }
  | { readonly fact: string; readonly noneOf: readonly string[] }
  | { readonly fact: string; readonly is: boolean }
  | { readonly fact: string; readonly min: number }
  /** A length of time since that day is over, on the anniversary or (strictly) the day after. */
  | { readonly fact: string; readonly months: number; readonly strictly?: true }
  /** The length of time since that day is not over yet. */
  | { readonly fact: string; readonly notYetMonths: number }
  /** The day has not gone by. */
  | { readonly fact: string; readonly stillRuns: true };

const years = (count: number): number => count * 12;
const all = (...trees: readonly Tree[]): Tree => ({ all: trees });
const any = (...trees: readonly Tree[]): Tree => ({ any: trees });
const is = (fact: string, ...oneOf: readonly string[]): Tree => ({ fact, oneOf });
const yes = (fact: string): Tree => ({ fact, is: true });
const no = (fact: string): Tree => ({ fact, is: false });
const since = (fact: string, months: number): Tree => ({ fact, months });
const aged = (from: number, before: number): Tree =>
  all(since('birthDate', years(from)), { fact: 'birthDate', notYetMonths: years(before) });

const general: Tree = { fact: 'nationality', noneOf: ['DZA', ...FREE_MOVEMENT] };
const algerian: Tree = is('nationality', 'DZA');
const marriedToFrench = all(is('partnerRelation', 'married'), is('partnerStatus', 'french'));
const marriageKnown = any(is('marriagePlace', 'france'), yes('marriageTranscribed'));
const visa: Tree = is('entryVisa', 'long-stay');
const PERMITS = ['vls-ts', 'cst', 'csp', 'resident', 'cra-1y', 'cra-10y', 'renewal-receipt'];
const regularStay: Tree = is('currentStatus', ...PERMITS, 'short-visa', 'aps', 'asylum-attestation');
const over65: Tree = { fact: 'birthDate', months: years(65), strictly: true };
const integration = all(
  any(all(is('frenchLevel', 'B1', 'B2', 'C1', 'C2'), yes('frenchLevelCertified')), yes('languageExempt'), over65),
  any(is('civicExam', 'resident'), yes('civicExamExempt'), over65),
);
const SPOUSE = ['spouse-french-l423-1', 'spouse-french-l423-2'];

export const SUBSET: Readonly<Record<string, Tree>> = {
  'spouse-french-l423-1': all(general, marriedToFrench, yes('cohabitationOngoing'), yes('spouseStillFrench'), marriageKnown, visa),
  'spouse-french-l423-2': all(
    general,
    marriedToFrench,
    is('marriagePlace', 'france'),
    yes('lastEntryRegular'),
    yes('cohabitationOngoing'),
    since('cohabitationSince', 6),
    yes('spouseStillFrench'),
  ),
  'spouse-french-violence-l423-5': all(
    general,
    marriedToFrench,
    no('cohabitationOngoing'),
    is('cohabitationEndReason', 'violence', 'polygamy-suffered'),
    any(yes('domesticViolence'), is('cohabitationEndReason', 'polygamy-suffered')),
    any(
      is('currentPermitBasis', ...SPOUSE),
      all(
        yes('violenceAfterArrival'),
        { fact: 'currentStatus', noneOf: ['cst', 'csp', 'resident', 'cra-1y', 'cra-10y', 'renewal-receipt'] },
        yes('spouseStillFrench'),
        marriageKnown,
        visa,
      ),
    ),
  ),
  'spouse-french-death-l423-4': all(general, is('currentPermitBasis', ...SPOUSE), is('cohabitationEndReason', 'death')),
  'resident-spouse-french-l423-6': all(
    general,
    marriedToFrench,
    since('unionDate', years(3)),
    since('regularStaySince', years(3)),
    yes('cohabitationOngoing'),
    yes('spouseStillFrench'),
    marriageKnown,
    integration,
  ),
  'ascendant-french-l423-11': all(general, yes('frenchDescendant'), yes('dependentOnFrenchRelative'), visa, regularStay),
  'child-of-french-l423-12': all(
    general,
    yes('frenchParent'),
    any(aged(18, 21), yes('dependentOnFrenchRelative'), all(aged(16, 18), yes('wishesToWork'))),
    visa,
    regularStay,
  ),
  'family-reunification-member-l423-14': all(
    general,
    is('familyProcedure', 'regroupement'),
    visa,
    any(is('partnerRelation', 'married'), aged(18, 19)),
  ),
  'family-reunification-violence-l423-18': all(
    general,
    is('familyProcedure', 'regroupement'),
    no('cohabitationOngoing'),
    is('cohabitationEndReason', 'violence'),
  ),
  'trafficking-l425-1': all(general, yes('traffickingVictim'), yes('traffickingComplaintOrTestimony'), yes('tiesWithPerpetratorBroken')),
  'protection-order-l425-6': all(
    general,
    { fact: 'protectionOrderEnd', stillRuns: true },
    is('protectionOrderGround', 'couple-violence', 'forced-marriage'),
  ),
  'aes-community-l435-2': all(general, since('communitySince', years(3)), yes('communityActivitySerious'), yes('integrationProspects')),
  'employee-l421-1': all(general, is('contractType', 'cdi'), yes('workAuthorisation'), any(visa, is('currentStatus', ...PERMITS))),
  'student-l422-1': all(
    general,
    yes('enrolledInStudies'),
    { fact: 'avgMonthlyNetResources', min: 615 },
    any(visa, all(yes('lastEntryRegular'), yes('schooledInFranceSince16'))),
  ),
  'dz-6-1': all(
    algerian,
    any(
      { fact: 'residenceSince', months: years(15), strictly: true },
      all(no('wasStudentDuringResidence'), { fact: 'residenceSince', months: years(10), strictly: true }),
    ),
  ),
  'dz-7bis-a': all(
    algerian,
    regularStay,
    marriedToFrench,
    since('unionDate', years(1)),
    yes('cohabitationOngoing'),
    yes('spouseStillFrench'),
    marriageKnown,
  ),
};

export const leavesOf = (tree: Tree): readonly Leaf[] =>
  'all' in tree ? tree.all.flatMap(leavesOf) : 'any' in tree ? tree.any.flatMap(leavesOf) : [tree];
