import { z } from 'zod';
import { Day, Id, Instant } from './common.ts';

const Status = z.enum(['met', 'not-met', 'unknown']);
export type WeighingStatus = z.infer<typeof Status>;
const ReasonValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const Values = z.record(z.string(), ReasonValue);
const Gap = z.object({
  from: z.string(),
  to: z.string(),
  papers: z.array(z.object({ id: z.string(), code: z.string(), drawnUp: z.string().nullable() })).optional(),
});
const Evidence = z.object({
  status: z.enum(['complete', 'nearly', 'insufficient', 'waived']),
  requiredMonths: z.int().optional(),
  strongMonths: z.int().optional(),
  weakMonths: z.int().optional(),
  gaps: z.array(Gap).optional(),
  halfYearReading: z
    .object({
      status: z.enum(['complete', 'nearly', 'insufficient']),
      halfYears: z.int(),
      coveredHalfYears: z.int(),
      gradeA: z.int(),
      missing: z.array(z.string()),
    })
    .optional(),
});

export const WeighedCondition = z.object({
  id: z.string(),
  kind: z.enum(['R', 'X', 'I']),
  status: Status,
  because: z.object({ code: z.string(), values: Values }),
  sources: z.array(z.string()),
});
/** The answer of the rules for one basis, one situation or one bar, stored as given; for its meaning see `Result` of the rules. */
export const WeighedResult = z.object({
  status: Status,
  strength: z.enum(['full', 'discretionary', 'mixed']).optional(),
  missingFacts: z.array(z.string()),
  failedConditions: z.array(z.string()),
  conditions: z.array(WeighedCondition),
  evidence: z.record(z.string(), Evidence).optional(),
  bars: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), values: Values })),
  risk: z.enum(['low', 'medium', 'high', 'very-high']),
  score: z.number(),
});
export type WeighedResult = z.infer<typeof WeighedResult>;
export const WeighedNextFact = z.object({ fact: z.string(), couldChange: z.array(z.string()) });

/** How the score of a basis is made up, part by part; see `scoreParts` of the rules. */
export const WeighedScorePart = z.object({ code: z.string(), points: z.number(), outOf: z.number() });

/** The part of a stored weighing that the rules answered; what it was given is stored beside it. Ids of bases, situations and bars in one table. */
export const StoredWeighing = z.object({
  results: z.record(z.string(), WeighedResult),
  scoreParts: z.record(z.string(), z.array(WeighedScorePart)),
  nextFacts: z.array(WeighedNextFact),
  ranking: z.array(z.string()),
});
export type StoredWeighing = z.infer<typeof StoredWeighing>;

export const WeighRequest = z.strictObject({
  /** Absent: today. */
  onDate: Day.nullish(),
  dossierId: Id.nullish(),
});
export type WeighRequest = z.infer<typeof WeighRequest>;

export const Weighing = z.object({
  id: Id,
  personId: Id,
  dossierId: Id.nullable(),
  onDate: z.string(),
  createdAt: Instant,
  createdByName: z.string().nullable(),
  rulesVersion: z.string(),
  /** By basis id. */
  results: z.record(z.string(), WeighedResult),
  /** By situation id (`vpf-l423-23.s1`): what stands behind the group of situations of a basis. */
  situations: z.record(z.string(), WeighedResult),
  /** By bar id; `met` = raised. */
  bars: z.record(z.string(), WeighedResult),
  scoreParts: z.record(z.string(), z.array(WeighedScorePart)),
  /** Most useful first. */
  nextFacts: z.array(WeighedNextFact),
  /** Bases worth pursuing, best first. */
  ranking: z.array(z.string()),
});
export type Weighing = z.infer<typeof Weighing>;

/** A condition whose answer moved, with the reason it has now; null: the version of the rule then, or now, does not have it. */
export const ConditionChange = z.object({
  id: z.string(),
  before: Status.nullable(),
  after: Status.nullable(),
  because: z.object({ code: z.string(), values: Values }),
});
export type ConditionChange = z.infer<typeof ConditionChange>;
export const StatusChange = z.object({
  basis: z.string(),
  before: Status,
  after: Status,
  /** Why: the conditions that moved. */
  conditions: z.array(ConditionChange),
});
export type StatusChange = z.infer<typeof StatusChange>;
/** What moved from one weighing to the next, and why. */
export const WeighingChanges = z.object({
  statusChanges: z.array(StatusChange),
  /** Names in the fact dictionary, `children[0].birthDate` for a child's; values null: unknown. */
  factChanges: z.array(z.object({ fact: z.string(), before: ReasonValue.nullable(), after: ReasonValue.nullable() })),
  /** Papers that were not there before, or are no longer, or were changed. */
  papersChanged: z.boolean(),
  rulesChanged: z.boolean(),
  onDateChanged: z.boolean(),
});
export type WeighingChanges = z.infer<typeof WeighingChanges>;
/** A stored weighing in full: with what it was given, and what changed since the one before; null on the first. */
export const OpenedWeighing = z.object({
  ...Weighing.shape,
  facts: z.array(z.object({ fact: z.string(), value: ReasonValue })),
  /** Number of papers that were looked at. */
  papers: z.int(),
  since: WeighingChanges.nullable(),
  /** Day of the weighing it is set against. */
  sinceOn: z.string().nullable(),
});
export type OpenedWeighing = z.infer<typeof OpenedWeighing>;
/** A past weighing, and what changed since the one before it: the bases and bars whose status moved, and the facts that differ. */
export const WeighingSummary = z.object({
  id: Id,
  dossierId: Id.nullable(),
  onDate: z.string(),
  createdAt: Instant,
  createdByName: z.string().nullable(),
  rulesVersion: z.string(),
  /** The first three of the ranking. */
  best: z.array(z.object({ basis: z.string(), status: Status, score: z.number() })),
  /** Null on the first weighing. */
  since: WeighingChanges.nullable(),
});
export type WeighingSummary = z.infer<typeof WeighingSummary>;
