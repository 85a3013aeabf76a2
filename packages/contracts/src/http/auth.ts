import { z } from 'zod';
import { ROLES } from '../access/actor.ts';
import { Id, text } from './common.ts';

export const SignInRequest = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(200),
  /** Only after `choose-association`. */
  associationId: Id.optional(),
});
export type SignInRequest = z.infer<typeof SignInRequest>;

export const Me = z.object({
  id: Id,
  associationId: Id,
  associationName: z.string(),
  displayName: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  restrictedPapers: z.boolean(),
  language: z.string(),
  permissions: z.array(z.string()),
});
export type Me = z.infer<typeof Me>;

/** A pass-phrase: length, no composition rule (CNIL, ASVS 6.2). */
export const NewPassword = z.string().min(12, { error: 'Au moins 12 caractères : une phrase facile à retenir convient.' }).max(200);

export const SetupRequest = z.strictObject({
  code: z.string().min(1).max(100),
  associationName: text(120),
  displayName: text(120),
  email: z.email().max(254),
  password: NewPassword,
});
export type SetupRequest = z.infer<typeof SetupRequest>;
export const SetupState = z.object({ open: z.boolean() });
