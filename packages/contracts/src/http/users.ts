import { z } from 'zod';
import { ROLES } from '../access/actor.ts';
import { NewPassword } from './auth.ts';
import { Id, Version, searchAnswer, searchRequest, text } from './common.ts';

export const User = z.object({
  id: Id,
  email: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  restrictedPapers: z.boolean(),
  language: z.string(),
  disabled: z.boolean(),
  version: Version,
});
export type User = z.infer<typeof User>;
/** What everyone may know of a colleague: enough to name who is in charge. */
export const Colleague = z.object({ id: Id, displayName: z.string(), role: z.enum(ROLES) });
export type Colleague = z.infer<typeof Colleague>;

export const CreateUserRequest = z.strictObject({
  email: z.email().max(254),
  displayName: text(120),
  role: z.enum(ROLES),
  restrictedPapers: z.boolean().default(false),
  language: z.enum(['fr', 'en']).default('fr'),
  password: NewPassword,
});
export type CreateUserRequest = z.infer<typeof CreateUserRequest>;

export const UpdateUserRequest = z.strictObject({
  version: Version,
  displayName: text(120).optional(),
  role: z.enum(ROLES).optional(),
  restrictedPapers: z.boolean().optional(),
  language: z.enum(['fr', 'en']).optional(),
  disabled: z.boolean().optional(),
  password: NewPassword.optional(),
});
export type UpdateUserRequest = z.infer<typeof UpdateUserRequest>;

export const SearchUsersRequest = searchRequest({ role: z.enum(ROLES), q: text(80) }, ['displayName', 'email', 'role']);
export type SearchUsersRequest = z.infer<typeof SearchUsersRequest>;
export const SearchUsersAnswer = searchAnswer(User);
export const ColleaguesAnswer = searchAnswer(Colleague);
