import { COUNTRY_CODES } from '@permanence/rules';
import { z } from 'zod';
import { Day, Id, Instant, Version, searchAnswer, searchRequest, text } from './common.ts';

/** Languages messages and interpreters are asked for in; ISO 639-1, and `prs` (Dari), which has no code there. */
export const LANGUAGES = [
  'fr',
  'en',
  'ar',
  'es',
  'pt',
  'ru',
  'bn',
  'ps',
  'fa',
  'prs',
  'ti',
  'tr',
  'so',
  'uk',
  'ka',
  'sq',
  'zh',
  'wo',
  'bm',
  'ff',
  'ln',
  'ur',
  'hy',
] as const;
/** Languages a message can be written in today; which of them a speaker has read over is told with each message. */
export const MESSAGE_LANGUAGES = ['fr', 'en', 'ar', 'es', 'pt', 'ru', 'bn', 'prs', 'ps', 'ti', 'tr', 'uk'] as const;
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

export const Nationality = z
  .string()
  .refine((code) => COUNTRY_CODES.has(code), { error: 'Ce code de pays n’existe pas (trois lettres : DZA, MLI…).' });

const identity = {
  givenName: text(100),
  familyName: text(100),
  birthOn: Day.nullable(),
  nationality: Nationality.nullable(),
  languages: z.array(z.enum(LANGUAGES)).max(10),
  preferredLanguage: z.enum(MESSAGE_LANGUAGES).nullable(),
  needsInterpreter: z.boolean().nullable(),
};

export const Person = z.object({
  id: Id,
  reference: z.string(),
  ...identity,
  birthOn: z.string().nullable(),
  createdAt: Instant,
  version: Version,
});
export type Person = z.infer<typeof Person>;

export const PersonRow = z.object({
  id: Id,
  reference: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  birthOn: z.string().nullable(),
  nationality: z.string().nullable(),
  dossierCount: z.int(),
});
export type PersonRow = z.infer<typeof PersonRow>;

export const CreatePersonRequest = z.strictObject({
  givenName: identity.givenName,
  familyName: identity.familyName,
  birthOn: Day.nullish(),
  nationality: Nationality.nullish(),
  languages: identity.languages.default([]),
  preferredLanguage: z.enum(MESSAGE_LANGUAGES).nullish(),
  needsInterpreter: z.boolean().nullish(),
  /** The drop-in at which the person is received. */
  permanenceId: Id.nullish(),
  /** Set after the likely duplicates were looked at. */
  notADuplicate: z.boolean().default(false),
});
export type CreatePersonRequest = z.infer<typeof CreatePersonRequest>;

export const UpdatePersonRequest = z
  .strictObject({ version: Version, ...identity })
  .partial()
  .required({ version: true });
export type UpdatePersonRequest = z.infer<typeof UpdatePersonRequest>;

export const SearchPersonsRequest = searchRequest({ q: text(80) }, ['familyName', 'givenName', 'reference', 'createdAt']);
export type SearchPersonsRequest = z.infer<typeof SearchPersonsRequest>;
export const SearchPersonsAnswer = searchAnswer(PersonRow);

export const LikelyDuplicate = z.union([
  z.object({
    mayOpen: z.literal(true),
    id: Id,
    reference: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    birthOn: z.string().nullable(),
  }),
  /** In a dossier the caller may not open: nothing is told but to ask. */
  z.object({ mayOpen: z.literal(false) }),
]);
export type LikelyDuplicate = z.infer<typeof LikelyDuplicate>;

/**
 * How much a message may tell, by the person's own answer for each address. `neutral`: a date and whom to call, nothing of what it is
 * about, from nobody in particular. `ordinary`: your deadline, your appointment, its place, and who writes. `full`: what it is about.
 */
export const MESSAGE_LEVELS = ['neutral', 'ordinary', 'full'] as const;
export type MessageLevel = (typeof MESSAGE_LEVELS)[number];

export const CONTACT_CHANNELS = ['email', 'sms', 'phone', 'post', 'relay'] as const;
export const CONTACT_SAFETIES = ['unknown', 'safe', 'unsafe', 'ask_each_time'] as const;
/** Why an address is not written to any more: refused for good, refused again and again, reported as unwanted. */
export const BROKEN_REASONS = ['bounced', 'soft-bounces', 'complaint'] as const;
export type BrokenReason = (typeof BROKEN_REASONS)[number];
export const Contact = z.object({
  id: Id,
  personId: Id,
  channel: z.enum(CONTACT_CHANNELS),
  value: z.string(),
  safety: z.enum(CONTACT_SAFETIES),
  note: z.string().nullable(),
  confirmedOn: z.string().nullable(),
  /** The person asked for no more messages here. */
  stoppedAt: Instant.nullable(),
  /** Nothing is written here until it is repaired. */
  brokenAt: Instant.nullable(),
  brokenReason: z.enum(BROKEN_REASONS).nullable(),
  wantsCalendar: z.boolean().nullable(),
  /** Null: not asked, and so neutral. */
  messageLevel: z.enum(MESSAGE_LEVELS).nullable(),
  greetingWord: z.string().nullable(),
  version: Version,
});
export type Contact = z.infer<typeof Contact>;

/** Letters, figures and spaces: nothing that could be read as an address or a sign of its own. */
const GreetingWord = text(30).regex(/^[\p{L}\p{M}\p{N} '’-]+$/u, { error: 'Un mot ou deux, sans signe ni ponctuation.' });
const contactFields = {
  channel: z.enum(CONTACT_CHANNELS),
  value: text(254),
  safety: z.enum(CONTACT_SAFETIES).default('unknown'),
  note: text(500).nullish(),
  messageLevel: z.enum(MESSAGE_LEVELS).nullish(),
  greetingWord: GreetingWord.nullish(),
};
const emailLooksRight = (c: { channel?: string | undefined; value?: string | undefined }, ctx: z.RefinementCtx): void => {
  if (c.channel === 'email' && c.value !== undefined && !z.email().safeParse(c.value).success)
    ctx.addIssue({ code: 'custom', path: ['value'], message: 'Cette adresse électronique n’est pas valable.' });
};
export const AddContactRequest = z.strictObject(contactFields).superRefine(emailLooksRight);
export type AddContactRequest = z.infer<typeof AddContactRequest>;
export const UpdateContactRequest = z.strictObject({
  version: Version,
  value: text(254).optional(),
  safety: z.enum(CONTACT_SAFETIES).optional(),
  note: text(500).nullish(),
  /** The person wants a calendar file with each appointment; null: not asked, and so none. */
  wantsCalendar: z.boolean().nullable().optional(),
  messageLevel: z.enum(MESSAGE_LEVELS).nullish(),
  greetingWord: GreetingWord.nullish(),
});
export type UpdateContactRequest = z.infer<typeof UpdateContactRequest>;

/** Messages go there again: the person said so to a volunteer, or the address was checked. */
export const ResumeContactRequest = z.strictObject({ version: Version, reason: text(300) });
export type ResumeContactRequest = z.infer<typeof ResumeContactRequest>;

export const HOUSEHOLD_KINDS = ['spouse', 'partner', 'child', 'parent', 'sibling', 'other'] as const;
export const HouseholdLink = z.object({
  id: Id,
  otherPersonId: Id,
  kind: z.enum(HOUSEHOLD_KINDS),
  /** Null when the other person is not the caller's to see. */
  otherName: z.string().nullable(),
});
export type HouseholdLink = z.infer<typeof HouseholdLink>;
export const AddHouseholdLinkRequest = z.strictObject({ otherPersonId: Id, kind: z.enum(HOUSEHOLD_KINDS) });
export type AddHouseholdLinkRequest = z.infer<typeof AddHouseholdLinkRequest>;
