import { z } from 'zod';
import { Id, Instant, searchAnswer, searchRequest } from './common.ts';

export const REMINDER_STATES = ['planned', 'taken', 'handed_over', 'closed', 'cancelled', 'failed', 'in_doubt'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];
export const REMINDER_SOURCES = ['deadline', 'appointment', 'task', 'digest'] as const;
export type ReminderSourceKind = (typeof REMINDER_SOURCES)[number];
export const REMINDER_AUDIENCES = ['person', 'volunteer', 'coordinator'] as const;
export type ReminderAudience = (typeof REMINDER_AUDIENCES)[number];
export const REMINDER_CHANNELS = ['email', 'sms', 'task'] as const;
export type ReminderChannel = (typeof REMINDER_CHANNELS)[number];

/** Why a reminder was not sent, or is not surely sent. Sentences are made from these on the screen. */
export const REMINDER_REASONS = [
  /** Refused by safety: no address of the person is marked safe. A call task was opened instead. */
  'unsafe-channel',
  /** The person has no e-mail address at all. A call task was opened instead. */
  'no-channel',
  'source-done',
  'source-superseded',
  'source-cancelled',
  /** The date announced is no longer the date. */
  'moved',
  'dossier-closed',
  'person-archived',
  /** Too late to be true or useful. */
  'stale',
  'user-disabled',
  /** The addressee no longer holds the dossier; those who do got it. */
  'holder-changed',
  'server-refused',
  'attempts-exhausted',
  /** The line broke, or the worker died, after the message began to be handed over. */
  'answer-lost',
  'settled-sent',
  /** The person asked for no more messages. A call task was opened instead. */
  'stopped',
  /** Every safe address has bounced or was complained about. A call task was opened instead. */
  'broken-address',
  /** What the person answered by the link of an earlier message. */
  'answered-done',
  'answered-cannot',
  'answered-help',
  'answered-stop',
  /** One automatic message a week: another one went first, and this one waits. */
  'cap-moved',
  /** The same, and a later notice of the same date takes its place. */
  'cap-folded',
  /** The association changed when and to whom it writes. */
  'policy-changed',
  /** The message came back. */
  'bounced',
  /** It came back and may pass another time: planned again. */
  'soft-bounce',
  /** A digest with nothing in it. */
  'nothing-to-say',
  /** Text messages are not allowed by the association, or no provider is set. A call task was opened instead. */
  'sms-off',
  /** The call it was about was made. */
  'call-made',
] as const;
export type ReminderReason = (typeof REMINDER_REASONS)[number];

export const Reminder = z.object({
  id: Id,
  personId: Id.nullable(),
  dossierId: Id.nullable(),
  dossierReference: z.string().nullable(),
  sourceKind: z.enum(REMINDER_SOURCES),
  sourceId: Id,
  /** Policy and step, `appeal.7-days`. */
  step: z.string(),
  audience: z.enum(REMINDER_AUDIENCES),
  /** Name of the colleague addressed; null for the person. */
  recipientName: z.string().nullable(),
  channel: z.enum(REMINDER_CHANNELS),
  /** The day or instant announced. */
  target: z.string(),
  template: z.string(),
  dueAt: Instant,
  staleAt: Instant.nullable(),
  state: z.enum(REMINDER_STATES),
  reason: z.string().nullable(),
  attempts: z.int(),
  serverAnswer: z.string().nullable(),
  takenAt: Instant.nullable(),
  handedOverAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  cancelledAt: Instant.nullable(),
  failedAt: Instant.nullable(),
  inDoubtAt: Instant.nullable(),
  /** Another notice went first (weekly cap): which, and when this one made way. */
  yieldedToId: Id.nullable(),
  yieldedAt: Instant.nullable(),
  /** The call or act opened for a volunteer, if any. */
  taskId: Id.nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

/** Ledger of the dossiers the caller may see. */
export const SearchRemindersRequest = searchRequest(
  {
    states: z.array(z.enum(REMINDER_STATES)).max(REMINDER_STATES.length),
    reasons: z.array(z.enum(REMINDER_REASONS)).max(REMINDER_REASONS.length),
    dossierId: Id,
    personId: Id,
    sourceId: Id,
    audience: z.enum(REMINDER_AUDIENCES),
    dueFrom: Instant,
    dueUntil: Instant,
  },
  ['dueAt', 'state', 'createdAt'],
);
export type SearchRemindersRequest = z.infer<typeof SearchRemindersRequest>;
export const SearchRemindersAnswer = searchAnswer(Reminder);

/** What a person found out about a reminder in doubt. Not sent: it is planned again. */
export const SettleReminderRequest = z.strictObject({ outcome: z.enum(['sent', 'not-sent']) });
export type SettleReminderRequest = z.infer<typeof SettleReminderRequest>;

/** The very message that will be sent, as things stand now. */
export const ReminderPreview = z.object({
  channel: z.enum(REMINDER_CHANNELS),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** False: the sentences of this language were not yet read by a speaker. */
  reviewed: z.boolean(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** How many parts a text message takes; null for other channels. */
  sms: z.object({ encoding: z.enum(['GSM-7', 'UCS-2']), units: z.int(), parts: z.int() }).nullable(),
  /** Why it would not be sent if it were due now; null: it would be. */
  refusal: z.enum(REMINDER_REASONS).nullable(),
});
export type ReminderPreview = z.infer<typeof ReminderPreview>;
