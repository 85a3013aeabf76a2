/** Bases whose first request may wait until the eve of the 19th birthday (R.431-5 2°), as far as the catalogue names them. */
export const YOUNG_UNTIL_19: readonly string[] = [
  'family-reunification-member-l423-14',
  'minor-since-13-l423-21',
  'ase-before-16-l423-22',
  'refugee-l424-1',
  'refugee-family-l424-3',
];
/** Silence on these is not read after four months: students have ninety days, family reunification six months. */
export const OTHER_SILENCE: readonly string[] = [
  'student-l422-1',
  'family-reunification-sponsor-l434',
  'dz-family-reunification-art4',
  'other',
];
/** Cards outside the integration contract (L.413-5), as far as the catalogue names them. */
export const OUTSIDE_CIR: readonly string[] = [
  'temporary-worker-l421-3',
  'student-l422-1',
  'born-in-france-l423-13',
  'illness-l425-9',
  'visitor-l426-20',
];
/** Subsidiary protection, statelessness and their families: first multi-year card without civic exam. */
export const PROTECTED_CSP: readonly string[] = ['subsidiary-l424-9', 'subsidiary-family-l424-11', 'stateless-l424-18'];
export const PROTECTED_RESIDENT: readonly string[] = ['refugee-l424-1', 'refugee-family-l424-3'];
/** First resident cards that ask for the integration condition of L.413-7. */
export const INTEGRATION_RESIDENT: readonly string[] = [
  'resident-spouse-french-l423-6',
  'resident-parent-french-child-l423-10',
  'resident-family-reunification-l423-16',
  'resident-ldue-l426-17',
  'spouse-french-l423-1',
  'spouse-french-l423-2',
  'parent-french-child-l423-7',
  'family-reunification-member-l423-14',
];
/** No multi-year card after these (L.433-5). */
export const NO_CSP: readonly string[] = ['temporary-worker-l421-3', 'trafficking-l425-1', 'protection-order-l425-6', 'visitor-l426-20'];
/** Two years instead of four (L.411-4). */
export const TWO_YEAR_CSP: readonly string[] = [
  'spouse-french-l423-1',
  'spouse-french-l423-2',
  'spouse-french-violence-l423-5',
  'spouse-french-death-l423-4',
  'parent-french-child-l423-7',
  'vpf-l423-23',
];
/** Reduced tax (L.436-1). */
export const REDUCED_TAX: readonly string[] = ['student-l422-1', 'family-reunification-member-l423-14'];
/** First issue free of the main tax; the stamp stays due. */
export const FREE_FIRST_ISSUE: readonly string[] = [
  'ase-before-16-l423-22',
  'refugee-l424-1',
  'refugee-family-l424-3',
  'subsidiary-l424-9',
  'subsidiary-family-l424-11',
  'stateless-l424-18',
  'illness-l425-9',
];
/** The receipt of a first request lets the person work on these grounds only (R.431-14, list read in part). */
export const WORK_ON_FIRST_RECEIPT: readonly string[] = [
  'spouse-french-l423-1',
  'parent-french-child-l423-7',
  'born-in-france-l423-13',
  'family-reunification-member-l423-14',
  'ase-before-16-l423-22',
  'trafficking-l425-1',
];
export const NO_WORK_ON_FIRST_RECEIPT: readonly string[] = [
  'vpf-l423-23',
  'illness-l425-9',
  'aes-l435-1',
  'aes-community-l435-2',
  'ase-16-18-l435-3',
  'aes-shortage-l435-4',
];
