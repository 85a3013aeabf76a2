import { DECISION_IDS, PAPERS } from '@permanence/rules';
import { z } from 'zod';
import { Day, Id, Instant, Version } from './common.ts';
import { CodedStep, Deadline, DeadlineWorking } from './deadlines.ts';
import { DecisionFactsForm, WrittenInstant } from './decision-facts.ts';

export const DECISION_ROWS = ['auto', ...DECISION_IDS] as const;
const given = {
  /** A row of the table of limits, or `auto`: chosen from the paper and the other facts. */
  decision: z.enum(DECISION_ROWS).default('auto'),
  decisionOn: Day.nullish(),
  notifiedOn: Day.nullish(),
  /** With its offset; for limits in hours. */
  notifiedAt: WrittenInstant.nullish(),
  // `paper` is the only fact a stored decision cannot do without.
  facts: DecisionFactsForm.default({}),
};
export const PreviewDecisionRequest = z.strictObject(given);
export type PreviewDecisionRequest = z.infer<typeof PreviewDecisionRequest>;
const stored = { ...given, facts: DecisionFactsForm.extend({ paper: z.enum(PAPERS) }), filingId: Id.nullish() };
export const RecordDecisionRequest = z.strictObject(stored);
export type RecordDecisionRequest = z.infer<typeof RecordDecisionRequest>;
/** The whole decision anew: its limit is computed from all of it. */
export const UpdateDecisionRequest = z.strictObject({ version: Version, ...stored });
export type UpdateDecisionRequest = z.infer<typeof UpdateDecisionRequest>;
export const RemoveDecisionRequest = z.strictObject({ version: Version });
export type RemoveDecisionRequest = z.infer<typeof RemoveDecisionRequest>;

/** A limit, or why none is given. Only `computed` carries dates: the other two have no field for one. */
export const DecisionOutcome = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('computed'),
    ruleId: z.string(),
    ruleVersion: z.string(),
    termOn: z.string().nullable(),
    lastDayOn: z.string().nullable(),
    prudentOn: z.string().nullable(),
    expiresAt: z.string().nullable(),
    running: z.enum(['normal', 'interrupted', 'suspended', 'not-enforceable', 'replaced']),
    confidence: z.enum(['high', 'medium', 'low']),
    gravity: z.int(),
    daysLeft: z.int(),
    workingDaysLeft: z.int(),
    minutesLeft: z.int().nullable(),
    working: DeadlineWorking,
  }),
  /** Not yet covered: follow the letter and call a jurist. */
  z.object({ status: z.literal('not-covered'), reasons: z.array(CodedStep.pick({ code: true, values: true })) }),
  /** The facts give no starting day; the fields to ask for, the most useful first. */
  z.object({ status: z.literal('missing'), missingFacts: z.array(z.string()) }),
]);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;
/** Why a case is not covered: no rule for it, a territory with texts of its own, a day on which the rule did not exist. */
export const NOT_COVERED_CODES = ['rule-not-covered', 'territory-not-covered', 'no-version-in-force'] as const;
export type NotCoveredCode = (typeof NOT_COVERED_CODES)[number];

export const Decision = z.object({
  id: Id,
  dossierId: Id,
  filingId: Id.nullable(),
  decision: z.enum(DECISION_ROWS),
  paper: z.enum(PAPERS),
  decisionOn: z.string().nullable(),
  notifiedOn: z.string().nullable(),
  notifiedAt: z.string().nullable(),
  facts: DecisionFactsForm,
  status: z.enum(['computed', 'not-covered', 'missing']),
  /** Reasons when not covered; names of facts when missing. */
  reasons: z.array(CodedStep.pick({ code: true, values: true })),
  /** The limit now in force; null when none is given. */
  deadline: Deadline.nullable(),
  createdAt: Instant,
  version: Version,
});
export type Decision = z.infer<typeof Decision>;
