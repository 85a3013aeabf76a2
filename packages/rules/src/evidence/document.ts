import type { IsoDate } from '../calendar/iso-date.ts';

export type Grade = 'A' | 'B' | 'C';
/** What a paper shows on one subject: a grade of its own, or one that depends on who signed it. */
type GradeRule = Grade | 'by-issuer';
export type IssuerKind = 'public-administration' | 'private-institution' | 'personal';
export const ISSUER_KINDS = ['public-administration', 'private-institution', 'personal'] as const satisfies readonly IssuerKind[];
export const DOCUMENT_NAMES = ['client', 'partner', 'child'] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

export interface DocumentTypeSpec {
  /** Grade as a proof of presence in the month it was drawn up. */
  readonly presence?: GradeRule;
  /** Grade as a proof of common life, and what it must show for that. */
  readonly cohabitation?: GradeRule | 'letter';
  readonly cohabitationNeeds?: 'both-names' | 'same-address' | 'names-partner' | 'nothing-more';
  readonly schooling?: Grade;
  readonly resources?: Grade;
  readonly integration?: Grade;
  readonly identity?: Grade;
  /** A pay slip counts as a month of work. */
  readonly work?: Grade;
  /** Counts for presence only when it names the person and shows the home address (school papers name the child first). */
  readonly presenceNeeds?: 'client-and-address';
  /** Practice lists disagree on its grade: shown as contested. */
  readonly contested?: true;
}

/** Every type of paper and what it can prove. Sources: see `bases/sources.ts`, keys CIRC-2012-GRADES, FNCIDFF, ASSOUEVAM. */
export const DOCUMENT_TYPES = {
  'tax-notice': { presence: 'A', cohabitation: 'A', cohabitationNeeds: 'both-names', resources: 'A' },
  'health-insurance': { presence: 'A', cohabitation: 'A', cohabitationNeeds: 'same-address' },
  'caf-certificate': { presence: 'A', cohabitation: 'A', cohabitationNeeds: 'names-partner', resources: 'A' },
  'town-hall-cohabitation': { presence: 'A', cohabitation: 'A', cohabitationNeeds: 'nothing-more' },
  'school-certificate': { presence: 'A', presenceNeeds: 'client-and-address', schooling: 'A', integration: 'B' },
  'public-hospital': { presence: 'A' },
  payslip: { presence: 'B', resources: 'B', integration: 'B', work: 'B' },
  'work-contract': { presence: 'B', resources: 'B', integration: 'B' },
  'bank-statement': { presence: 'B', cohabitation: 'B', cohabitationNeeds: 'both-names', resources: 'B', contested: true },
  lease: { presence: 'B', cohabitation: 'B', cohabitationNeeds: 'both-names' },
  'rent-receipt': { presence: 'B', cohabitation: 'B', cohabitationNeeds: 'both-names' },
  'utility-bill': { presence: 'B', cohabitation: 'B', cohabitationNeeds: 'both-names' },
  'home-insurance': { presence: 'B', cohabitation: 'B', cohabitationNeeds: 'names-partner' },
  letter: { presence: 'by-issuer', cohabitation: 'letter', cohabitationNeeds: 'names-partner' },
  'association-certificate': { presence: 'B', integration: 'B' },
  'french-certificate': { presence: 'B', integration: 'A' },
  'course-certificate': { presence: 'B', integration: 'B' },
  'job-promise': { resources: 'B', integration: 'B' },
  'support-statement': { resources: 'C' },
  'pacs-certificate': { identity: 'A' },
  'marriage-certificate': { identity: 'A' },
  passport: { presence: 'A', identity: 'A' },
  'entry-stamp': { presence: 'A', identity: 'A' },
  visa: { presence: 'A', identity: 'A' },
  ticket: { presence: 'A', identity: 'A' },
  'administration-letter': { presence: 'A', identity: 'A' },
  'court-paper': { presence: 'A', identity: 'A' },
  'police-paper': { presence: 'A', identity: 'A' },
  'removal-order': { presence: 'A' },
  'medical-certificate': { presence: 'B' },
  prescription: { presence: 'B' },
  'transport-pass': { presence: 'B' },
  'birth-certificate': { identity: 'A' },
  'nationality-proof': { identity: 'A' },
  photo: { presence: 'C', cohabitation: 'C', cohabitationNeeds: 'nothing-more' },
  envelope: { presence: 'C', cohabitation: 'C', cohabitationNeeds: 'nothing-more' },
  'relative-statement': { presence: 'C', cohabitation: 'C', cohabitationNeeds: 'nothing-more' },
  other: { presence: 'by-issuer', cohabitation: 'by-issuer', cohabitationNeeds: 'both-names' },
} as const satisfies Record<string, DocumentTypeSpec>;
export type DocumentType = keyof typeof DOCUMENT_TYPES;
export const documentTypes = Object.keys(DOCUMENT_TYPES) as DocumentType[];
export const documentTypeSpec = (docType: DocumentType): DocumentTypeSpec => DOCUMENT_TYPES[docType];

/** A paper as the weighing reads it. Absent and null are unknown. */
export interface EvidenceDocument {
  /** Comes back where a gap is explained. */
  readonly id?: string | null;
  readonly docType: DocumentType;
  readonly issuerKind?: IssuerKind | null;
  /** The only day that counts for presence. */
  readonly dateDrawnUp?: IsoDate | null;
  /** Shown, never counted. */
  readonly periodCovered?: { readonly from?: IsoDate | null; readonly to?: IsoDate | null } | null;
  readonly names?: readonly DocumentName[] | null;
  /** The address on the paper is the home address of that day. */
  readonly addressMatches?: boolean | null;
  readonly handwritten?: boolean | null;
  /** A tax notice that shows no income in France. */
  readonly zeroIncome?: boolean | null;
  /** A bank statement shows movements; unknown counts as yes. */
  readonly bankMovements?: boolean | null;
  readonly language?: string | null;
  readonly translated?: boolean | null;
  readonly confidential?: boolean | null;
}
