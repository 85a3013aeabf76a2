import { z } from 'zod';
import { Id, Instant, Version, searchAnswer, searchRequest, text } from './common.ts';

export const CANCEL_REQUEST_STATES = ['pending', 'approved', 'refused'] as const;
/** Someone asked that a limit be cancelled by hand; another person decides. A limit is never moved by hand: its facts are corrected. */
export const CancelRequest = z.object({
  id: Id,
  deadlineId: Id,
  ruleId: z.string(),
  prudentOn: z.string().nullable(),
  expiresAt: z.string().nullable(),
  dossierId: Id.nullable(),
  dossierReference: z.string().nullable(),
  reason: z.string(),
  state: z.enum(CANCEL_REQUEST_STATES),
  requestedById: Id,
  requestedByName: z.string().nullable(),
  requestedAt: Instant,
  decidedById: Id.nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
  version: Version,
});
export type CancelRequest = z.infer<typeof CancelRequest>;

/** `version`: of the limit, so that nobody asks about another day than the one they saw. */
export const CreateCancelRequest = z.strictObject({ version: Version, reason: text(500) });
export type CreateCancelRequest = z.infer<typeof CreateCancelRequest>;
export const DecideCancelRequest = z.strictObject({ version: Version, approve: z.boolean(), reason: text(500).nullish() });
export type DecideCancelRequest = z.infer<typeof DecideCancelRequest>;
export const SearchCancelRequests = searchRequest({ state: z.enum(CANCEL_REQUEST_STATES), deadlineId: Id, dossierId: Id }, ['requestedAt']);
export type SearchCancelRequests = z.infer<typeof SearchCancelRequests>;
export const SearchCancelRequestsAnswer = searchAnswer(CancelRequest);
