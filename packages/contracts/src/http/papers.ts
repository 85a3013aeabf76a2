import { DOCUMENT_NAMES, ISSUER_KINDS, documentTypes, type DocumentType, type IssuerKind } from '@permanence/rules';
import { z } from 'zod';
import { Day, Id, Instant, Version, text } from './common.ts';
import { LANGUAGES } from './persons.ts';

/** Restricted kinds are seen and kept only with the right to restricted papers. */
export const CONFIDENTIALITIES = ['ordinary', 'health', 'violence', 'asylum'] as const;
export type PaperConfidentiality = (typeof CONFIDENTIALITIES)[number];
/** What is kept: a HEIC becomes a JPEG. */
export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png', DOCX_TYPE] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];
/** Bytes of one file at most. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** A file on its way waits so long to be gone on with and described. */
export const UPLOAD_HOURS = 24;
/** Files of one person of the team on their way at once, and their bytes in all. */
export const MAX_OPEN_UPLOADS = 60;
export const MAX_OPEN_UPLOAD_BYTES = 400 * 1024 * 1024;
/** What a file picker offers. The server goes by the bytes. */
export const ACCEPTED_FILES = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/heic',
  'image/heif',
  DOCX_TYPE,
  '.pdf',
  '.jpg',
  '.jpeg',
  '.png',
  '.heic',
  '.heif',
  '.docx',
] as const;
const Grade = z.enum(['A', 'B', 'C']).nullable();

const ADMINISTRATION: readonly DocumentType[] = [
  'tax-notice',
  'health-insurance',
  'caf-certificate',
  'town-hall-cohabitation',
  'school-certificate',
  'public-hospital',
  'pacs-certificate',
  'marriage-certificate',
  'passport',
  'entry-stamp',
  'visa',
  'administration-letter',
  'court-paper',
  'police-paper',
  'removal-order',
  'birth-certificate',
  'nationality-proof',
];
const PERSONAL: readonly DocumentType[] = ['photo', 'envelope', 'relative-statement', 'support-statement'];
/** Who usually issues such a paper: proposed by the form, never written by the server. Null where it depends on the paper. */
export const suggestedIssuer = (docType: DocumentType): IssuerKind | null => {
  if (ADMINISTRATION.includes(docType)) return 'public-administration';
  if (PERSONAL.includes(docType)) return 'personal';
  return docType === 'letter' || docType === 'other' ? null : 'private-institution';
};

const fields = {
  docType: z.enum(documentTypes as [DocumentType, ...DocumentType[]]),
  issuerKind: z.enum(ISSUER_KINDS).nullish(),
  /** The only day that counts for presence. */
  drawnUpOn: Day.nullish(),
  /** Shown, never counted. */
  periodFrom: Day.nullish(),
  periodTo: Day.nullish(),
  /** Whose names are on it; empty: nobody has said. */
  names: z
    .array(z.enum(DOCUMENT_NAMES))
    .max(3)
    .transform((names) => [...new Set(names)])
    .optional(),
  /** The address on it is the home address of that day. */
  addressMatches: z.boolean().nullish(),
  handwritten: z.boolean().nullish(),
  zeroIncome: z.boolean().nullish(),
  bankMovements: z.boolean().nullish(),
  /** Language it is written in, two letters. */
  language: z.enum(LANGUAGES).nullish(),
  /** A sworn translation is there too. */
  translated: z.boolean().nullish(),
  confidentiality: z.enum(CONFIDENTIALITIES).optional(),
  label: text(120).nullish(),
};
const inOrder = (d: { periodFrom?: string | null | undefined; periodTo?: string | null | undefined }, ctx: z.RefinementCtx): void => {
  if (d.periodFrom && d.periodTo && d.periodFrom > d.periodTo)
    ctx.addIssue({ code: 'custom', path: ['periodTo'], message: 'La fin de la période précède son début.' });
};

/**
 * What is entered about a paper. Sent as JSON alone (a paper seen and not kept), or as the part `data` (JSON text) of a
 * `multipart/form-data` body whose other part `file` holds one PDF, JPEG or PNG; `data` comes first.
 */
export const AddDocumentRequest = z
  .strictObject({
    ...fields,
    /** Also links the paper to this dossier. */
    dossierId: Id.nullish(),
    /** The same file is already kept for this person, and that is meant: it is taken again. */
    sameFileAgain: z.boolean().optional(),
    /** A file that came before, in pieces, and was checked. */
    uploadId: Id.nullish(),
  })
  .superRefine(inOrder);
export type AddDocumentRequest = z.infer<typeof AddDocumentRequest>;
/** An absent field stays as it is, null clears it. */
export const UpdateDocumentRequest = z
  .strictObject({
    version: Version,
    ...fields,
    docType: fields.docType.optional(),
    /** Suggestions of the reading that the person took over: written down, and nothing more. */
    suggestions: z.array(Id).max(6).optional(),
  })
  .superRefine(inOrder);
export type UpdateDocumentRequest = z.infer<typeof UpdateDocumentRequest>;

export const PaperDocument = z.object({
  id: Id,
  personId: Id,
  docType: z.string(),
  issuerKind: z.enum(ISSUER_KINDS).nullable(),
  drawnUpOn: z.string().nullable(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  names: z.array(z.enum(DOCUMENT_NAMES)),
  addressMatches: z.boolean().nullable(),
  handwritten: z.boolean().nullable(),
  zeroIncome: z.boolean().nullable(),
  bankMovements: z.boolean().nullable(),
  language: z.string().nullable(),
  translated: z.boolean().nullable(),
  confidentiality: z.enum(CONFIDENTIALITIES),
  label: z.string().nullable(),
  /** Null: seen, not kept. */
  file: z
    .object({
      mediaType: z.enum(MEDIA_TYPES),
      byteSize: z.int(),
      originalName: z.string(),
      /** Null: not known, or of a kind without fixed pages. */
      pages: z.int().nullable(),
    })
    .nullable(),
  /** What it proves, as the rules grade it; null: nothing on that subject. */
  grades: z.object({ presence: Grade, cohabitation: Grade }),
  /** Practice lists disagree on its grade. */
  contested: z.boolean(),
  /** Dossiers it is linked to, of those the caller may open. */
  dossierIds: z.array(Id),
  createdAt: Instant,
  version: Version,
});
export type PaperDocument = z.infer<typeof PaperDocument>;

export const DossierDocumentParam = z.strictObject({ id: Id, documentId: Id });

export const PRESENCE_SUBJECTS = ['presence', 'cohabitation', 'work'] as const;
export const PresenceQuery = z.strictObject({ subject: z.enum(PRESENCE_SUBJECTS).default('presence'), onDate: Day.optional() });
export type PresenceQuery = z.infer<typeof PresenceQuery>;
const YearMonth = z.string();
/** Years × months, over the widest span any basis asks for. */
export const PresenceAnswer = z.object({
  subject: z.enum(PRESENCE_SUBJECTS),
  from: z.string(),
  to: z.string(),
  years: z.array(
    z.object({
      year: z.int(),
      months: z.array(
        z.object({
          /** YYYY-MM */
          month: YearMonth,
          monthOfYear: z.int(),
          state: z.enum(['strong', 'weak', 'empty']),
          papers: z.array(z.object({ id: Id, docType: z.string(), drawnUpOn: z.string(), label: z.string().nullable(), grade: Grade })),
        }),
      ),
    }),
  ),
  strongMonths: z.int(),
  weakMonths: z.int(),
  emptyMonths: z.int(),
  gaps: z.array(z.object({ from: YearMonth, to: YearMonth })),
  /** Papers without a day drawn up: they count in no month until somebody enters it. */
  undated: z.array(z.object({ id: Id, docType: z.string(), label: z.string().nullable() })),
});
export type PresenceAnswer = z.infer<typeof PresenceAnswer>;
