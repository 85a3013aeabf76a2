import { CHECKLIST_STEPS } from '@permanence/rules';
import { z } from 'zod';
import { Id, Instant, text } from './common.ts';
import { MEDIA_TYPES } from './papers.ts';

/** One PDF with every piece bound in, or the pieces as separate files beside their index. */
export const BUNDLE_FORMATS = ['pdf', 'zip'] as const;
export type BundleFormat = (typeof BUNDLE_FORMATS)[number];
export const BUNDLE_RECIPIENTS = ['prefecture', 'lawyer'] as const;
export type BundleRecipient = (typeof BUNDLE_RECIPIENTS)[number];
export const BUNDLE_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled', 'expired'] as const;
export type BundleState = (typeof BUNDLE_STATES)[number];
/** Where a bundle under way is: reading the pieces, setting the letter and the index, putting it away. */
export const BUNDLE_STEPS = ['pieces', 'index', 'sealing'] as const;
export type BundleStep = (typeof BUNDLE_STEPS)[number];
/**
 * `piece-gone`: a paper was removed, or restricted, since it was chosen. `piece-unreadable`: a file could not be bound in.
 * `interrupted`: it was given up after several tries.
 */
export const BUNDLE_FAILURES = ['piece-gone', 'piece-unreadable', 'interrupted'] as const;
export type BundleFailure = (typeof BUNDLE_FAILURES)[number];

export const MAX_BUNDLE_PIECES = 400;
/** Bytes of all pieces together. */
export const MAX_BUNDLE_BYTES = 1_500 * 1024 * 1024;
/** Days a finished bundle stays; it can be made again from the papers at any time. */
export const BUNDLE_DAYS = 7;

export const AskBundleRequest = z.strictObject({
  format: z.enum(BUNDLE_FORMATS),
  recipient: z.enum(BUNDLE_RECIPIENTS),
  /** As it is to stand on the letter: “Préfecture du Rhône”, “Maître …”. */
  recipientName: text(120).nullish(),
  step: z.enum(CHECKLIST_STEPS),
  /** Papers of the person with a file. Their order is that of the checklist, whatever it is here. */
  documentIds: z
    .array(Id)
    .min(1, { error: 'Cochez au moins une pièce.' })
    .max(MAX_BUNDLE_PIECES, { error: `Pas plus de ${MAX_BUNDLE_PIECES} pièces à la fois.` })
    .transform((ids) => [...new Set(ids)]),
  /** Restricted papers (health, violence, asylum) may be among them: meant, and by someone who may read them. */
  restricted: z.boolean().default(false),
  /** With the table of months. */
  presence: z.boolean().default(true),
});
export type AskBundleRequest = z.infer<typeof AskBundleRequest>;

export const Bundle = z.object({
  id: Id,
  dossierId: Id,
  format: z.enum(BUNDLE_FORMATS),
  recipient: z.enum(BUNDLE_RECIPIENTS),
  step: z.enum(CHECKLIST_STEPS),
  restricted: z.boolean(),
  pieces: z.int(),
  state: z.enum(BUNDLE_STATES),
  percent: z.int(),
  at: z.enum(BUNDLE_STEPS).nullable(),
  failure: z.enum(BUNDLE_FAILURES).nullable(),
  /** Null until it is done, and again once it has expired. */
  byteSize: z.int().nullable(),
  askedAt: Instant,
  /** It is taken away after this instant. */
  expiresAt: Instant.nullable(),
});
export type Bundle = z.infer<typeof Bundle>;

export const BundlePlanQuery = z.strictObject({ step: z.enum(CHECKLIST_STEPS).default('first') });
export type BundlePlanQuery = z.infer<typeof BundlePlanQuery>;
export const PlannedPiece = z.object({
  documentId: Id,
  docType: z.string(),
  label: z.string().nullable(),
  drawnUpOn: z.string().nullable(),
  /** The item of the checklist it answers first; null: none. Its words are in the message files of the rules. */
  item: z.string().nullable(),
  restricted: z.boolean(),
  /** Put into this dossier. */
  linked: z.boolean(),
  /** Null: seen, not kept; it cannot be bound in. */
  file: z.object({ mediaType: z.enum(MEDIA_TYPES), byteSize: z.int(), pages: z.int().nullable() }).nullable(),
});
export type PlannedPiece = z.infer<typeof PlannedPiece>;
/** The papers the caller may see, in the order of the checklist; those that answer no item come last. */
export const BundlePlan = z.object({ basis: z.string().nullable(), step: z.enum(CHECKLIST_STEPS), pieces: z.array(PlannedPiece) });
export type BundlePlan = z.infer<typeof BundlePlan>;
