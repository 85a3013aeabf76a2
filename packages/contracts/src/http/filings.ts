import { CHANNELS, REQUESTED_TITLES } from '@permanence/rules';
import { z } from 'zod';
import { Day, Id, Instant, Version, text } from './common.ts';

export const FILING_KINDS = ['first', 'renewal'] as const;
export type FilingKind = (typeof FILING_KINDS)[number];
/** A request filed with the administration. */
export const Filing = z.object({
  id: Id,
  dossierId: Id,
  /** The legal kind: a multi-year card after a one-year card is `first`. */
  kind: z.enum(FILING_KINDS),
  title: z.enum(REQUESTED_TITLES),
  basis: z.string().nullable(),
  /** Null: unknown. */
  channel: z.enum(CHANNELS).nullable(),
  filedOn: z.string(),
  /** Day the file was complete, as acknowledged; null: unknown. */
  completeOn: z.string().nullable(),
  /** Last day of the receipt (prefecture) or of the extension certificate (ANEF). */
  receiptUntil: z.string().nullable(),
  receiptRef: z.string().nullable(),
  createdAt: Instant,
  version: Version,
});
export type Filing = z.infer<typeof Filing>;

export const RecordFilingRequest = z.strictObject({
  kind: z.enum(FILING_KINDS),
  title: z.enum(REQUESTED_TITLES),
  basis: text(80).nullish(),
  channel: z.enum(CHANNELS).nullish(),
  filedOn: Day,
  completeOn: Day.nullish(),
  receiptUntil: Day.nullish(),
  receiptRef: text(120).nullish(),
});
export type RecordFilingRequest = z.infer<typeof RecordFilingRequest>;
/** The whole filing anew: its dates are computed from all of it. */
export const UpdateFilingRequest = z.strictObject({ version: Version, ...RecordFilingRequest.shape });
export type UpdateFilingRequest = z.infer<typeof UpdateFilingRequest>;
