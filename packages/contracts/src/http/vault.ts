import { z } from 'zod';

/** The vault as its administrator sees it. */
export const VaultState = z.object({
  storage: z.enum(['folder', 's3', 'none']),
  /** `absent`: none is configured; `down`: it does not answer, and files are refused meanwhile. */
  antivirus: z.enum(['absent', 'up', 'down']),
  /** Null: no file was kept yet. */
  keyVersion: z.int().nullable(),
  rotationUnderWay: z.boolean(),
  /** False after FILES_KEY was changed, until the keys were sealed anew: FILES_KEY_PREVIOUS is still needed. */
  sealedByFilesKey: z.boolean(),
});
export type VaultState = z.infer<typeof VaultState>;
/** Asked again, before a key goes. */
export const RotateKeyRequest = z.strictObject({ password: z.string().min(1).max(200) });
export type RotateKeyRequest = z.infer<typeof RotateKeyRequest>;
export const RotateKeyAnswer = z.object({ version: z.int() });
