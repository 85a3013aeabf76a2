import { z } from 'zod';
import { text } from './common.ts';

/** `Rappels <rappels@exemple.org>` or the bare address. */
const SENDER = /^(?:[^<>"\r\n@,;:]{1,60} <[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+)$/;
export const MessageSettings = z.object({
  /** Shown in messages: whom to call. */
  contactPhone: z.string().nullable(),
  /** Where answers to ordinary messages go. */
  replyTo: z.string().nullable(),
  /** Sender of neutral messages; null: the installation's. */
  neutralSender: z.string().nullable(),
  smsEnabled: z.boolean(),
});
export type MessageSettings = z.infer<typeof MessageSettings>;
export const SaveMessageSettingsRequest = z.strictObject({
  contactPhone: text(30)
    .refine((value) => /^[+\d][\d .()-]{5,}$/.test(value), { error: 'Ce numéro de téléphone n’est pas valable.' })
    .nullable(),
  replyTo: z.email().max(254).nullable(),
  neutralSender: text(160)
    .refine((value) => SENDER.test(value), { error: 'Écrivez une adresse, ou un nom suivi de l’adresse : Rappels <rappels@exemple.org>.' })
    .nullable(),
  smsEnabled: z.boolean(),
});
export type SaveMessageSettingsRequest = z.infer<typeof SaveMessageSettingsRequest>;
