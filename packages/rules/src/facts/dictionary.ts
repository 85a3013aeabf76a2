/**
 * The fact dictionary: every question the law asks about a person, once. The command and the API derive their schemas from it, the
 * screens their forms. A fact that is absent or null is unknown; it is never read as "no", as 0 or as "none".
 */
export const FACT_GROUPS = [
  'identity',
  'presence',
  'couple',
  'violence',
  'children',
  'young',
  'ties',
  'work',
  'health',
  'protection',
  'bars',
] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

export type FactType = 'bool' | 'date' | 'enum' | 'int' | 'number' | 'string';

export interface FactSpec {
  readonly type: FactType;
  readonly group: FactGroup;
  /** The allowed answers of an `enum`. */
  readonly values?: readonly string[];
  /** Health, violence, trafficking: shown and stored under the restricted right. */
  readonly sensitive?: true;
  /** For numbers: what is counted. */
  readonly unit?: 'years' | 'months' | 'euros-a-month' | 'persons' | 'square-metres' | 'percent' | 'times';
  /** `string` facts only: what the text must be. */
  readonly format?: 'country-alpha-3' | 'basis-id-or-other';
}

export const OFII_OPINIONS = ['not-asked', 'pending', 'favourable', 'unfavourable'] as const;
export const FRENCH_LEVELS = ['none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;

/** Facts of one child: `children[].birthDate` and so on. */
export const CHILD_FACTS = {
  birthDate: { type: 'date', group: 'children' },
  isFrench: { type: 'bool', group: 'children' },
  filiationEstablished: { type: 'bool', group: 'children' },
  frenchByOtherParentRecognition: { type: 'bool', group: 'children' },
  recognisedByClientAfterBirth: { type: 'bool', group: 'children' },
  livesInFrance: { type: 'bool', group: 'children' },
  livesWithClient: { type: 'bool', group: 'children' },
  clientContributesSince: { type: 'date', group: 'children' },
  otherParentContributes: { type: 'bool', group: 'children' },
  contributionJudgment: { type: 'bool', group: 'children' },
  clientParentalAuthority: { type: 'bool', group: 'children' },
  schoolingSince: { type: 'date', group: 'children' },
  schoolingOngoing: { type: 'bool', group: 'children' },
  seriousCondition: { type: 'bool', group: 'children', sensitive: true },
  ofiiOpinion: { type: 'enum', group: 'children', values: OFII_OPINIONS, sensitive: true },
} as const satisfies Record<string, FactSpec>;

/** Facts of the person; `children` comes beside them, as a list. Order: the order of a full interview. */
export const FACTS = {
  nationality: { type: 'string', group: 'identity', format: 'country-alpha-3' },
  birthDate: { type: 'date', group: 'identity' },
  bornInFrance: { type: 'bool', group: 'identity' },

  livesInFrance: { type: 'bool', group: 'presence' },
  residenceSince: { type: 'date', group: 'presence' },
  lastEntryRegular: { type: 'bool', group: 'presence' },
  entryVisa: { type: 'enum', group: 'presence', values: ['none', 'exempt', 'short-stay', 'long-stay'] },
  wasStudentDuringResidence: { type: 'bool', group: 'presence' },
  currentStatus: {
    type: 'enum',
    group: 'presence',
    values: ['none', 'short-visa', 'vls-ts', 'cst', 'csp', 'resident', 'cra-1y', 'cra-10y', 'aps', 'asylum-attestation', 'renewal-receipt'],
  },
  currentPermitBasis: { type: 'string', group: 'presence', format: 'basis-id-or-other' },
  regularStaySince: { type: 'date', group: 'presence' },
  permitHeldSince: { type: 'date', group: 'presence' },
  sameMentionRenewals: { type: 'int', group: 'presence', unit: 'times' },

  partnerRelation: { type: 'enum', group: 'couple', values: ['none', 'married', 'pacs', 'cohabiting'] },
  partnerStatus: {
    type: 'enum',
    group: 'couple',
    values: ['french', 'eu-citizen', 'foreign-regular', 'foreign-irregular', 'refugee', 'subsidiary', 'stateless'],
  },
  partnerPermit: { type: 'enum', group: 'couple', values: ['cst', 'csp', 'resident', 'cra-1y', 'cra-10y', 'other'] },
  unionDate: { type: 'date', group: 'couple' },
  marriagePlace: { type: 'enum', group: 'couple', values: ['france', 'abroad'] },
  marriageTranscribed: { type: 'bool', group: 'couple' },
  spouseStillFrench: { type: 'bool', group: 'couple' },
  cohabitationSince: { type: 'date', group: 'couple' },
  cohabitationOngoing: { type: 'bool', group: 'couple' },
  cohabitationEndDate: { type: 'date', group: 'couple' },
  cohabitationEndReason: { type: 'enum', group: 'couple', values: ['death', 'violence', 'polygamy-suffered', 'separation', 'other'] },
  polygamyInFrance: { type: 'bool', group: 'couple' },
  unionBeforeAsylumClaim: { type: 'bool', group: 'couple' },

  domesticViolence: { type: 'bool', group: 'violence', sensitive: true },
  violenceByCurrentPartner: { type: 'bool', group: 'violence', sensitive: true },
  violenceAfterArrival: { type: 'bool', group: 'violence', sensitive: true },
  protectionOrderEnd: { type: 'date', group: 'violence', sensitive: true },
  protectionOrderGround: { type: 'enum', group: 'violence', values: ['none', 'couple-violence', 'forced-marriage'], sensitive: true },
  complaintFiled: { type: 'bool', group: 'violence', sensitive: true },
  criminalProceedingsOpen: { type: 'bool', group: 'violence', sensitive: true },
  perpetratorConvictedFinal: { type: 'bool', group: 'violence', sensitive: true },
  traffickingVictim: { type: 'bool', group: 'violence', sensitive: true },
  traffickingComplaintOrTestimony: { type: 'bool', group: 'violence', sensitive: true },
  tiesWithPerpetratorBroken: { type: 'bool', group: 'violence', sensitive: true },
  prostitutionExitProgramme: { type: 'bool', group: 'violence', sensitive: true },
  undignifiedHousingComplaint: { type: 'bool', group: 'violence', sensitive: true },

  frenchParent: { type: 'bool', group: 'children' },
  frenchDescendant: { type: 'bool', group: 'children' },
  dependentOnFrenchRelative: { type: 'bool', group: 'children' },
  wishesToWork: { type: 'bool', group: 'children' },

  withParentSinceAge13: { type: 'bool', group: 'young' },
  frenchSchoolYearsAfter10: { type: 'int', group: 'young', unit: 'years' },
  childWelfareDate: { type: 'date', group: 'young' },
  trainingSince: { type: 'date', group: 'young' },
  trainingQualifying: { type: 'bool', group: 'young' },
  trainingSerious: { type: 'bool', group: 'young' },
  hostOpinion: { type: 'enum', group: 'young', values: ['favourable', 'unfavourable', 'none'] },

  personalTiesFrance: { type: 'enum', group: 'ties', values: ['none', 'some', 'strong'] },
  familyTiesHome: { type: 'enum', group: 'ties', values: ['none', 'weak', 'strong'] },
  frenchLevel: { type: 'enum', group: 'ties', values: FRENCH_LEVELS },
  frenchLevelCertified: { type: 'bool', group: 'ties' },
  civicExam: { type: 'enum', group: 'ties', values: ['none', 'csp', 'resident'] },
  civicExamExempt: { type: 'bool', group: 'ties' },
  languageExempt: { type: 'bool', group: 'ties' },
  cirStatus: { type: 'enum', group: 'ties', values: ['not-concerned', 'respected', 'not-respected', 'not-signed'] },
  engagementContractSigned: { type: 'bool', group: 'ties' },
  avgMonthlyNetResources: { type: 'number', group: 'ties', unit: 'euros-a-month' },
  disabilityAllowance: { type: 'bool', group: 'ties' },
  supportByRelatives: { type: 'bool', group: 'ties' },
  healthInsurance: { type: 'bool', group: 'ties' },
  householdSize: { type: 'int', group: 'ties', unit: 'persons' },
  housingSurface: { type: 'number', group: 'ties', unit: 'square-metres' },
  housingZone: { type: 'enum', group: 'ties', values: ['A', 'B', 'C'] },
  housingDecent: { type: 'bool', group: 'ties' },
  familyAbroad: { type: 'bool', group: 'ties' },

  contractType: { type: 'enum', group: 'work', values: ['none', 'cdi', 'cdd', 'temp-agency', 'promise-cdi', 'promise-cdd'] },
  workAuthorisation: { type: 'bool', group: 'work' },
  inShortageJob: { type: 'bool', group: 'work' },
  shortageMonthsLast24: { type: 'int', group: 'work', unit: 'months' },
  excludedStayMonths: { type: 'int', group: 'work', unit: 'months' },
  criminalRecordB2: { type: 'bool', group: 'work' },
  communitySince: { type: 'date', group: 'work' },
  communityActivitySerious: { type: 'bool', group: 'work' },
  integrationProspects: { type: 'bool', group: 'work' },
  noWorkCommitment: { type: 'bool', group: 'work' },
  enrolledInStudies: { type: 'bool', group: 'work' },
  studiesSerious: { type: 'bool', group: 'work' },
  schooledInFranceSince16: { type: 'bool', group: 'work' },
  frenchPension: { type: 'bool', group: 'work' },
  workAccidentPensionRate: { type: 'int', group: 'work', unit: 'percent' },
  everHeldResidentCard: { type: 'bool', group: 'work' },

  seriousCondition: { type: 'bool', group: 'health', sensitive: true },
  treatmentUnavailableHome: { type: 'bool', group: 'health', sensitive: true },
  ofiiOpinion: { type: 'enum', group: 'health', values: OFII_OPINIONS, sensitive: true },

  protectionStatus: { type: 'enum', group: 'protection', values: ['none', 'pending', 'refugee', 'subsidiary', 'stateless', 'rejected'] },
  asylumOtherGroundsInfoDate: { type: 'date', group: 'protection' },
  newCircumstances: { type: 'bool', group: 'protection' },
  familyProcedure: { type: 'enum', group: 'protection', values: ['none', 'regroupement', 'reunification'] },

  publicOrderThreat: { type: 'enum', group: 'bars', values: ['none', 'alleged', 'established'] },
  listedOffenceFacts: { type: 'bool', group: 'bars' },
  oqtfStatus: { type: 'enum', group: 'bars', values: ['none', 'in-force', 'annulled', 'executed'] },
  oqtfDate: { type: 'date', group: 'bars' },
  returnBanUntil: { type: 'date', group: 'bars' },
  republicanBreach: { type: 'bool', group: 'bars' },
  fraud: { type: 'bool', group: 'bars' },
  exceptionalGrounds: { type: 'enum', group: 'bars', values: ['none', 'humanitarian', 'exceptional'] },
} as const satisfies Record<string, FactSpec>;
