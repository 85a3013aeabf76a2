import { z } from 'zod';
import { Day, Id, Instant, Version, searchAnswer, searchRequest, text } from './common.ts';

export const DEADLINE_STATES = ['open', 'done', 'superseded', 'cancelled'] as const;
export const DEADLINE_SOURCES = ['decision', 'permit', 'filing', 'integration'] as const;

/**
 * Why a limit is no longer in force: a fact or a rule gave another day; an express decision came, or the silent refusal was recorded; a
 * later receipt, a permit or a later permit came; the renewal was filed; the prefect was answered about the integration contract; its source was removed; two people cancelled it.
 */
export const RETIRED_BECAUSE = [
  'facts-changed',
  'rules-changed',
  'express-decision',
  'silence-recorded',
  'later-receipt',
  'permit-issued',
  'later-permit',
  'renewal-filed',
  'observations-sent',
  'source-removed',
  'two-people',
] as const;
export type RetiredBecause = (typeof RETIRED_BECAUSE)[number];

/** A code with its values; the sentence is made from it by the screen. */
export const CodedStep = z.object({
  code: z.string(),
  date: z.string().optional(),
  at: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
});
/** How a limit was found: what is shown beside it, and kept with it. */
export const DeadlineWorking = z.object({
  steps: z.array(CodedStep),
  court: z.object({ kind: z.string(), name: z.string().nullable() }).nullable(),
  legalBasis: z.array(z.string()),
  missingFacts: z.array(z.string()),
  warnings: z.array(CodedStep),
});
export type DeadlineWorking = z.infer<typeof DeadlineWorking>;

/** Days named by their meaning: `lastDayOn` ends at 24:00; `prudentOn` is the day to work with. */
const dates = {
  termOn: z.string().nullable(),
  lastDayOn: z.string().nullable(),
  prudentOn: z.string().nullable(),
  /** Instant, for limits in hours; the days are then null. */
  expiresAt: z.string().nullable(),
  /** First day, for a window. */
  opensOn: z.string().nullable(),
};
/** Counted on the day of the answer to the prudent day (or the day of `expiresAt`); negative: that day is past. */
const left = {
  daysLeft: z.int(),
  workingDaysLeft: z.int(),
  /** For a limit in hours: whole minutes from the answer to `expiresAt`, negative once past; null for a limit in days. */
  minutesLeft: z.int().nullable(),
};

const row = {
  id: Id,
  personId: Id,
  personName: z.string(),
  dossierId: Id.nullable(),
  dossierReference: z.string().nullable(),
  sourceKind: z.enum(DEADLINE_SOURCES),
  sourceId: Id,
  ruleId: z.string(),
  ruleVersion: z.string(),
  ...dates,
  ...left,
  /** Smaller is graver. */
  gravity: z.int(),
  confidence: z.enum(['high', 'medium', 'low']),
  running: z.enum(['normal', 'interrupted', 'suspended', 'not-enforceable', 'replaced']),
  state: z.enum(DEADLINE_STATES),
  doneOn: z.string().nullable(),
  version: Version,
};
export const DeadlineRow = z.object({ ...row, holders: z.array(z.object({ userId: Id, displayName: z.string() })) });
export type DeadlineRow = z.infer<typeof DeadlineRow>;
export const Deadline = z.object({
  ...row,
  working: DeadlineWorking,
  /** What the rule was given. */
  facts: z.record(z.string(), z.unknown()),
  doneById: Id.nullable(),
  doneByName: z.string().nullable(),
  /** What proves that the act was done: a receipt number or a sentence. */
  doneProof: z.string().nullable(),
  /** The paper of the vault that proves it. Opening it asks for the rights of that paper. */
  doneDocumentId: Id.nullable(),
  reopenReason: z.string().nullable(),
  /** The limit this one replaced. */
  replacesId: Id.nullable(),
  /** Null while it is in force. */
  retiredBecause: z.enum(RETIRED_BECAUSE).nullable(),
  createdAt: Instant,
});
export type Deadline = z.infer<typeof Deadline>;

export const SearchDeadlinesRequest = searchRequest(
  {
    state: z.enum(DEADLINE_STATES),
    /** Due in so many days or already past: by the prudent day, or by the hour. */
    withinDays: z.int().min(0).max(366),
    overdue: z.boolean(),
    /** With a prudent day, a last day or an end in hours between these two days, both included. */
    from: Day,
    to: Day,
    mine: z.boolean(),
    holderId: Id,
    dossierId: Id,
    personId: Id,
    sourceKind: z.enum(DEADLINE_SOURCES),
    q: text(80),
  },
  ['gravity', 'prudentOn', 'createdAt'],
);
export type SearchDeadlinesRequest = z.infer<typeof SearchDeadlinesRequest>;
export const SearchDeadlinesAnswer = searchAnswer(DeadlineRow);

/** Proof: a receipt number or a sentence, a paper of the person, or both. */
export const DeadlineDoneRequest = z
  .strictObject({ version: Version, doneOn: Day, proof: text(500).nullish(), proofDocumentId: Id.nullish() })
  .refine(({ proof, proofDocumentId }) => proof || proofDocumentId, {
    path: ['proof'],
    message: 'Donnez ce qui prouve l’acte : un numéro, une phrase ou une pièce du coffre.',
  });
export type DeadlineDoneRequest = z.infer<typeof DeadlineDoneRequest>;
export const DeadlineReopenRequest = z.strictObject({ version: Version, reason: text(500) });
export type DeadlineReopenRequest = z.infer<typeof DeadlineReopenRequest>;
