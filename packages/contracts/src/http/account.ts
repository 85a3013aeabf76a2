import { z } from 'zod';
import { NewPassword } from './auth.ts';

/** One's own account: what needs nobody else. */
export const ChangeLanguageRequest = z.strictObject({ language: z.enum(['fr', 'en']) });
export type ChangeLanguageRequest = z.infer<typeof ChangeLanguageRequest>;
export const ChangePasswordRequest = z.strictObject({ currentPassword: z.string().min(1).max(200), newPassword: NewPassword });
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;
/** How many other sessions of the account were ended. */
export const PasswordChanged = z.object({ sessionsEnded: z.int().min(0) });
export type PasswordChanged = z.infer<typeof PasswordChanged>;
