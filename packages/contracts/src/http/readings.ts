import { documentTypes, ISSUER_KINDS, type DocumentType, type IssuerKind } from '@permanence/rules';
import { z } from 'zod';
import { Id, Instant } from './common.ts';

/** Why a date is taken for the day the paper was drawn up, the strongest reason first. */
export const DATE_REASONS = [
  'made-at',
  'date-of-issue',
  'issued-on',
  'place-and-day',
  'document-of',
  'day-alone',
  'date-label',
  'posted',
  'paid-on',
  'no-cue',
] as const;
export type DateReason = (typeof DATE_REASONS)[number];
/** What a person must look at twice: letters mended or unsure, a year of two digits, the month written first, a day ahead or long past. */
export const READING_WARNINGS = ['mended', 'two-digit-year', 'unsure-letters', 'month-first', 'future', 'very-old'] as const;
export type ReadingWarning = (typeof READING_WARNINGS)[number];

const PUBLIC: IssuerKind = 'public-administration';
const PRIVATE: IssuerKind = 'private-institution';
/** Who issues papers, as far as a reading names them. `name` where it is the same in every language. */
export const ISSUERS = {
  caf: { kind: PUBLIC, name: 'Caf' },
  'health-insurance': { kind: PUBLIC, name: 'Assurance maladie (CPAM)' },
  dgfip: { kind: PUBLIC, name: 'Impôts (DGFiP)' },
  'france-travail': { kind: PUBLIC, name: 'France Travail' },
  urssaf: { kind: PUBLIC, name: 'Urssaf' },
  ofpra: { kind: PUBLIC, name: 'OFPRA' },
  cnda: { kind: PUBLIC, name: 'CNDA' },
  ofii: { kind: PUBLIC, name: 'OFII' },
  prefecture: { kind: PUBLIC, name: null },
  court: { kind: PUBLIC, name: null },
  police: { kind: PUBLIC, name: null },
  'town-hall': { kind: PUBLIC, name: null },
  school: { kind: PUBLIC, name: null },
  university: { kind: PUBLIC, name: null },
  'public-hospital': { kind: PUBLIC, name: null },
  edf: { kind: PRIVATE, name: 'EDF' },
  engie: { kind: PRIVATE, name: 'Engie' },
  totalenergies: { kind: PRIVATE, name: 'TotalEnergies' },
  water: { kind: PRIVATE, name: null },
  orange: { kind: PRIVATE, name: 'Orange' },
  sfr: { kind: PRIVATE, name: 'SFR' },
  free: { kind: PRIVATE, name: 'Free' },
  bouygues: { kind: PRIVATE, name: 'Bouygues Telecom' },
  'la-banque-postale': { kind: PRIVATE, name: 'La Banque Postale' },
  'bnp-paribas': { kind: PRIVATE, name: 'BNP Paribas' },
  'societe-generale': { kind: PRIVATE, name: 'Société Générale' },
  'credit-agricole': { kind: PRIVATE, name: 'Crédit Agricole' },
  'credit-mutuel': { kind: PRIVATE, name: 'Crédit Mutuel' },
  lcl: { kind: PRIVATE, name: 'LCL' },
  'caisse-epargne': { kind: PRIVATE, name: 'Caisse d’Épargne' },
  bank: { kind: PRIVATE, name: null },
  'transport-paris': { kind: PRIVATE, name: 'Île-de-France Mobilités, RATP' },
  transport: { kind: PRIVATE, name: null },
  'la-poste': { kind: PRIVATE, name: 'La Poste' },
  insurer: { kind: PRIVATE, name: null },
  landlord: { kind: PRIVATE, name: null },
  employer: { kind: PRIVATE, name: null },
  doctor: { kind: PRIVATE, name: null },
  pharmacy: { kind: PRIVATE, name: null },
  association: { kind: PRIVATE, name: null },
  person: { kind: 'personal', name: null },
} as const satisfies Record<string, { kind: IssuerKind; name: string | null }>;
export type IssuerCode = keyof typeof ISSUERS;
export const ISSUER_CODES = Object.keys(ISSUERS) as [IssuerCode, ...IssuerCode[]];

/** waiting and running until done, cancelled or failed; none: nobody has asked, or what was read has been used and taken away. */
export const READING_STATES = ['none', 'waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type ReadingState = (typeof READING_STATES)[number];
/** Why a reading gave nothing. `crashed`: the file brought the reader down; `unreadable`: damaged or of a kind that is not read. */
export const READING_FAILURES = ['unreadable', 'protected', 'too-long', 'too-much-memory', 'crashed', 'unavailable'] as const;
export type ReadingFailure = (typeof READING_FAILURES)[number];

const place = {
  id: Id,
  /** From 1. */
  page: z.int(),
  /** How well it fits, 0 to 100: for the order, never a probability. */
  score: z.int(),
};
export const DateSuggestion = z.object({
  ...place,
  day: z.string(),
  reason: z.enum(DATE_REASONS),
  warnings: z.array(z.enum(READING_WARNINGS)),
});
export type DateSuggestion = z.infer<typeof DateSuggestion>;
export const TypeSuggestion = z.object({ ...place, docType: z.enum(documentTypes as [DocumentType, ...DocumentType[]]) });
export type TypeSuggestion = z.infer<typeof TypeSuggestion>;
export const IssuerSuggestion = z.object({ ...place, issuer: z.enum(ISSUER_CODES), issuerKind: z.enum(ISSUER_KINDS) });
export type IssuerSuggestion = z.infer<typeof IssuerSuggestion>;

/** How far the reading of a paper's file is, and what it suggests. A suggestion becomes part of the paper only when a person saves it. */
export const PaperReading = z.object({
  state: z.enum(READING_STATES),
  failure: z.enum(READING_FAILURES).nullable(),
  /** Page being read and how many will be, 0 before the file is open. */
  page: z.int(),
  pages: z.int(),
  percent: z.int(),
  /** Some pages were left unread: the file has many. */
  partial: z.boolean(),
  askedAt: Instant.nullable(),
  dates: z.array(DateSuggestion),
  types: z.array(TypeSuggestion),
  issuers: z.array(IssuerSuggestion),
});
export type PaperReading = z.infer<typeof PaperReading>;

export const SuggestionParam = z.strictObject({ id: Id, suggestionId: Id });
/** Whether papers that come in without a date are read by themselves. */
export const ReadingSetting = z.strictObject({ automatic: z.boolean() });
export type ReadingSetting = z.infer<typeof ReadingSetting>;
