import { CHANNELS, PERMIT_TITLES } from '@permanence/rules';
import { z } from 'zod';
import { BASIS_IDS } from '../rules/fields.ts';
import { Day, Id, Instant, Version } from './common.ts';

/** A basis id of the rules, or `other`. */
const BasisOrOther = z
  .string()
  .refine((id) => id === 'other' || BASIS_IDS.includes(id), { error: 'Ce fondement n’existe pas dans les règles.' });
const fields = {
  title: z.enum(PERMIT_TITLES),
  basis: BasisOrOther.nullish(),
  validFrom: Day.nullish(),
  validUntil: Day.nullish(),
  /** Where the next permit is asked for; absent: unknown. */
  channel: z.enum(CHANNELS).nullish(),
};
const inOrder = (p: { validFrom?: string | null | undefined; validUntil?: string | null | undefined }, ctx: z.RefinementCtx): void => {
  if (p.validFrom && p.validUntil && p.validFrom > p.validUntil)
    ctx.addIssue({ code: 'custom', path: ['validUntil'], message: 'La fin de validité précède son début.' });
};

/** A permit held, or held before. */
export const Permit = z.object({
  id: Id,
  personId: Id,
  title: z.enum(PERMIT_TITLES),
  basis: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  channel: z.enum(CHANNELS).nullable(),
  createdAt: Instant,
  version: Version,
});
export type Permit = z.infer<typeof Permit>;
export const AddPermitRequest = z.strictObject(fields).superRefine(inOrder);
export type AddPermitRequest = z.infer<typeof AddPermitRequest>;
/** An absent field stays as it is, null clears it. */
export const UpdatePermitRequest = z
  .strictObject({ version: Version, ...fields, title: z.enum(PERMIT_TITLES).optional() })
  .superRefine(inOrder);
export type UpdatePermitRequest = z.infer<typeof UpdatePermitRequest>;
