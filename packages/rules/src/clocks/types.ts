import type { IsoDate } from '../calendar/iso-date.ts';
import type { DecisionId } from './ids.ts';

export const PAPERS = [
  'permit-refusal',
  'permit-withdrawal',
  'registration-refusal',
  'silence',
  'oqtf',
  'entry-ban',
  'end-of-departure-time',
  'house-arrest',
  'transfer',
  'ofpra-rejection',
  'reception-conditions',
  'visa-refusal',
  'naturalisation-refusal',
  'family-reunification-refusal',
  'expulsion',
  'judgment',
] as const;
export const MEASURES = ['none', 'house-arrest', 'detention', 'prison'] as const;
export const NOTIFICATION_MEANS = ['by-hand', 'registered-letter', 'ofpra-portal', 'crpa-electronic', 'anef', 'telerecours'] as const;
export const PERMITS_REQUESTED = [
  'general',
  'student',
  'talent-researcher',
  'eu-blue-card',
  'eu-blue-card-mobile',
  'seasonal',
  'au-pair',
  'trainee',
  'ict',
  'job-search',
] as const;
export const LEGAL_AID_DECISIONS = ['granted', 'partial', 'refused'] as const;
export const RESIDENCES = ['metropole', 'overseas', 'abroad'] as const;
export const VISA_TYPES = ['long-stay', 'short-stay'] as const;
export const LETTER_UNITS = ['hours', 'days', 'months'] as const;

export type Paper = (typeof PAPERS)[number];
export type Measure = (typeof MEASURES)[number];
export type NotificationMeans = (typeof NOTIFICATION_MEANS)[number];
export type PermitRequested = (typeof PERMITS_REQUESTED)[number];

/** What the letter itself says the time limit is. Recorded beside what is computed; only a longer one changes the answer. */
export interface PrintedLimit {
  amount: number;
  unit: (typeof LETTER_UNITS)[number];
}

/** What is known of a decision. Absent or null is unknown: it never lengthens a limit. The names are fixed by the contract of the command. */
export interface DecisionFacts {
  paper?: Paper | null;
  departement?: string | null;
  /** Measure on the person when notified; the kind of the later measure when one is dated. `detention` is rétention, `prison` is détention. */
  measure?: Measure | null;
  measureDepartement?: string | null;
  detentionCentre?: string | null;
  houseArrestArticle?: string | null;
  measureNotifiedOn?: IsoDate | null;
  /** ISO instant with its offset. */
  measureNotifiedAt?: string | null;
  newLimitInformationGiven?: boolean | null;
  appealAlreadyFiled?: boolean | null;
  /** 0 = no time given to leave. */
  voluntaryDepartureDays?: number | null;
  oqtfGround?: string | null;
  notificationMeans?: NotificationMeans | null;
  firstPresentedOn?: IsoDate | null;
  deliveryNoticeLeft?: boolean | null;
  collectedOn?: IsoDate | null;
  returnedUncollected?: boolean | null;
  postedOnPortalOn?: IsoDate | null;
  firstOpenedOn?: IsoDate | null;
  /** Not opened in the fifteen days (two working days on Télérecours). */
  neverOpened?: boolean | null;
  routesNotified?: boolean | null;
  acknowledgementWithRoutes?: boolean | null;
  permitRequested?: PermitRequested | null;
  completeFileReceivedOn?: IsoDate | null;
  implicitRefusalOn?: IsoDate | null;
  knowledgeProvenOn?: IsoDate | null;
  specialCircumstances?: boolean | null;
  reasonsRequestedOn?: IsoDate | null;
  reasonsReceivedOn?: IsoDate | null;
  recoursGracieuxPostedOn?: IsoDate | null;
  recoursGracieuxReceivedOn?: IsoDate | null;
  recoursHierarchiquePostedOn?: IsoDate | null;
  recoursHierarchiqueReceivedOn?: IsoDate | null;
  recoursAnsweredOn?: IsoDate | null;
  recoursAcknowledgedWithRoutes?: boolean | null;
  initialDecision?: DecisionId | null;
  aideJuridictionnelleRequestedOn?: IsoDate | null;
  aideJuridictionnelleDecision?: (typeof LEGAL_AID_DECISIONS)[number] | null;
  aideJuridictionnelleNotifiedOn?: IsoDate | null;
  lawyerAppointedOn?: IsoDate | null;
  residence?: (typeof RESIDENCES)[number] | null;
  visaType?: (typeof VISA_TYPES)[number] | null;
  asylumClaimOn?: IsoDate | null;
  limitPrintedOnLetter?: PrintedLimit | null;
}
export type DecisionFact = keyof DecisionFacts;

export interface DeadlineInput {
  /** A row of the table, or `auto`: chosen from `facts.paper` and the others. */
  decision: DecisionId | 'auto';
  /** Day the decision was taken: it picks the version of the rule. */
  decisionOn?: IsoDate | null;
  notifiedOn?: IsoDate | null;
  /** ISO instant with its offset, for limits in hours. */
  notifiedAt?: string | null;
  facts?: DecisionFacts | null;
}

export type Confidence = 'high' | 'medium' | 'low';
/** `interrupted` and `suspended` say that an act changed this limit, ended or not; an end still unknown leaves `lastDay` null. */
export type Running = 'normal' | 'interrupted' | 'suspended' | 'not-enforceable' | 'replaced';
export type CodeValue = string | number | boolean | null;
/** A code and its values: sentences are made from it by `sayClock`, never here. */
export interface Coded {
  code: string;
  date?: IsoDate;
  /** ISO instant, where hours count. */
  at?: string;
  values?: Record<string, CodeValue>;
}
export type CourtKind =
  'TA-res' | 'TA-pref' | 'TA-lieu' | 'TA' | 'TJ' | 'CAA' | 'CE' | 'CNDA' | 'CRRV' | 'sous-directeur-visas' | 'minister' | 'baj' | 'letter';
export interface Court {
  kind: CourtKind;
  /** Seat, as the table of departments names it; null where the page gives no table (courts of appeal, judicial courts). */
  name: string | null;
}

/** Fields named by the contract of the command. Days: `term`, `lastDay`, `prudentDay`; hours: `expiresAt` in their place. */
export interface DeadlineAnswer {
  /** The row applied; null when `auto` has no paper to choose from. It differs from the row asked when the facts belong to another. */
  rule: DecisionId | null;
  version: string | null;
  /** Échéance, before the clear day and any carry-over. */
  term?: IsoDate | null;
  /** Last day the law gives; it ends at 24:00. Null: no starting day known, an interruption whose end is unknown, or not covered. */
  lastDay?: IsoDate | null;
  /** The day to work with: earliest of the term and every disputed reading, never a day off. */
  prudentDay?: IsoDate | null;
  expiresAt?: string | null;
  running: Running;
  confidence: Confidence;
  steps: Coded[];
  court: Court | null;
  legalBasis: string[];
  /** Facts that could still change the day, the most useful question first. */
  missingFacts: string[];
  warnings: Coded[];
}

/** Why no day is given although the facts are there: follow the letter and call a jurist. */
export type NotCoveredReason = 'pacific-territory' | 'no-version-in-force';
export type Coverage = { covered: true } | { covered: false; reason: NotCoveredReason };
