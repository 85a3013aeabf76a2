import { z } from 'zod';
import { Id } from './common.ts';
import { MESSAGE_LANGUAGES, MESSAGE_LEVELS } from './persons.ts';

/** What a person can be written about. Those of one family differ in how near the date is. */
export const PERSON_MESSAGE_KINDS = [
  /** A period to act in: renewal of a permit. */
  'window-opening',
  'window',
  'window-near',
  'window-last',
  /** A limit to contest a decision. */
  'deadline-new',
  'deadline',
  'deadline-near',
  'deadline-last',
  /** A day to keep that is no limit to contest. */
  'follow-up',
  /** A limit so short that a voice comes first; this goes with the call. */
  'call-first',
  'appointment-booked',
  'appointment',
  'appointment-near',
  'appointment-moved',
  'appointment-cancelled',
  'appointment-missed',
  /** Something promised in the integration contract. */
  'commitment',
  'papers-wanted',
  'contact-check',
  'answer-received',
] as const;
export type PersonMessageKind = (typeof PERSON_MESSAGE_KINDS)[number];
export const COLLEAGUE_MESSAGE_KINDS = ['volunteer-digest', 'coordinator-digest', 'escalation'] as const;
export const MESSAGE_KINDS = [...PERSON_MESSAGE_KINDS, ...COLLEAGUE_MESSAGE_KINDS] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Which message to show. With a dossier, its own dates; without, invented ones. */
export const PreviewMessageRequest = z.strictObject({
  kind: z.enum(MESSAGE_KINDS),
  /** Absent: the language of the person of the dossier, else French. */
  language: z.enum(MESSAGE_LANGUAGES).optional(),
  /** Absent: the level the person chose, else neutral. */
  level: z.enum(MESSAGE_LEVELS).optional(),
  dossierId: Id.optional(),
});
export type PreviewMessageRequest = z.infer<typeof PreviewMessageRequest>;

/** The message as a mail program reads it from the raw source that would be sent. */
export const MessagePreview = z.object({
  kind: z.enum(MESSAGE_KINDS),
  language: z.enum(MESSAGE_LANGUAGES),
  level: z.enum(MESSAGE_LEVELS),
  direction: z.enum(['ltr', 'rtl']),
  /** False: the sentences of this language were not yet read by a speaker. */
  reviewed: z.boolean(),
  /** True when the dates are made up, for want of a dossier or of such a date in it. */
  invented: z.boolean(),
  from: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The short message that would go by SMS, and what it costs; null for colleagues, who get none. */
  sms: z.object({ text: z.string(), encoding: z.enum(['GSM-7', 'UCS-2']), units: z.int(), parts: z.int() }).nullable(),
});
export type MessagePreview = z.infer<typeof MessagePreview>;
