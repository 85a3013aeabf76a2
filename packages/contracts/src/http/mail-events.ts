import { z } from 'zod';
import { Id, Instant } from './common.ts';
import { BROKEN_REASONS, CONTACT_CHANNELS } from './persons.ts';

/** How many reports were new; what was known already, or is nobody's, counts for nothing. */
export const MailEventsAnswer = z.object({ recorded: z.int() });
export const ProviderParam = z.strictObject({ provider: z.string().max(20) });

/** An address to repair. */
export const BrokenContact = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  personReference: z.string(),
  channel: z.enum(CONTACT_CHANNELS),
  value: z.string(),
  brokenAt: Instant,
  brokenReason: z.enum(BROKEN_REASONS),
});
export type BrokenContact = z.infer<typeof BrokenContact>;
