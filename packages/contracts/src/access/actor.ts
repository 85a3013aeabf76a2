import { z } from 'zod';

export const ROLES = ['volunteer', 'coordinator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: the signed-in user, or the system working for one association. Rights follow from these fields alone. */
export const Actor = z.strictObject({
  /** Null: the system itself (worker, seed). */
  userId: z.uuid().nullable(),
  associationId: z.uuid(),
  role: z.enum([...ROLES, 'system']),
  restrictedPapers: z.boolean(),
});
export type Actor = z.infer<typeof Actor>;

export const systemActor = (associationId: string): Actor => ({ userId: null, associationId, role: 'system', restrictedPapers: false });
