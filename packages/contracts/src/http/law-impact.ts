import { z } from 'zod';
import { Day, Id } from './common.ts';
import { StatusChange } from './weighing.ts';

/** `dates`: what is known today, judged on two days. `stored`: each person's last weighing against the rules as they are now. */
export const LAW_IMPACT_MODES = ['dates', 'stored'] as const;
export const LawImpactRequest = z
  .strictObject({
    mode: z.enum(LAW_IMPACT_MODES),
    from: Day.nullish(),
    to: Day.nullish(),
    /** The `next` of the answer before; absent: from the beginning. */
    after: Id.nullish(),
  })
  .superRefine(({ mode, from, to }, ctx) => {
    const problem = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (mode === 'stored') return;
    if (!from) problem('from', 'À renseigner.');
    if (!to) problem('to', 'À renseigner.');
    if (from && to && from >= to) problem('to', 'La seconde date doit venir après la première.');
  });
export type LawImpactRequest = z.infer<typeof LawImpactRequest>;

export const ImpactChange = z.object({
  ...StatusChange.shape,
  /** First days of the versions of the rule judged by; they differ when the law changed in between. Null: weighed with other rules. */
  versionBefore: z.string().nullable(),
  versionAfter: z.string(),
  /** `rules`: the same day and facts get another answer. `law`: another version of the rule applies. `time`: only time has passed. */
  cause: z.enum(['rules', 'law', 'time']),
});
export type ImpactChange = z.infer<typeof ImpactChange>;
export const LawImpactRow = z.object({
  dossierId: Id,
  reference: z.string(),
  personName: z.string(),
  /** The basis pursued. */
  basis: z.string().nullable(),
  holders: z.array(z.string()),
  /** The answer for the basis pursued is among those that change. */
  touchesPursued: z.boolean(),
  before: z.object({ onDate: z.string(), rulesVersion: z.string() }),
  after: z.object({ onDate: z.string(), rulesVersion: z.string() }),
  changes: z.array(ImpactChange),
});
export type LawImpactRow = z.infer<typeof LawImpactRow>;
/** One part of the open dossiers, those that change only. Asked for again with `next` until it is null. */
export const LawImpactAnswer = z.object({
  /** Open dossiers in all. */
  total: z.int(),
  /** Looked at in this part. */
  examined: z.int(),
  /** Of those, without a stored weighing to compare with (`stored` only). */
  unweighed: z.int(),
  next: Id.nullable(),
  rows: z.array(LawImpactRow),
});
export type LawImpactAnswer = z.infer<typeof LawImpactAnswer>;
