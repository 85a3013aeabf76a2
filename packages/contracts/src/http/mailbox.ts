import { z } from 'zod';
import { Id, Instant, searchAnswer, searchRequest, text } from './common.ts';

/** A message kept in the local mailbox, because no mail server is set. */
export const MailRow = z.object({ id: Id, recipient: z.string(), subject: z.string(), createdAt: Instant });
export type MailRow = z.infer<typeof MailRow>;
export const SearchMailboxRequest = searchRequest({ q: text(80) }, ['createdAt', 'recipient', 'subject']);
export type SearchMailboxRequest = z.infer<typeof SearchMailboxRequest>;
export const SearchMailboxAnswer = searchAnswer(MailRow);

/** As a mail program reads it from the raw source. `html` is shown in a sandboxed frame only. */
export const Mail = MailRow.extend({
  messageId: z.string(),
  from: z.string(),
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  text: z.string(),
  html: z.string().nullable(),
});
export type Mail = z.infer<typeof Mail>;
