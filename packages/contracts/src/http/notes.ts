import { z } from 'zod';
import { Id, Instant, text } from './common.ts';

export const NOTE_KINDS = ['interview', 'phone', 'letter', 'prefecture', 'advice', 'other'] as const;
/** What was said or done; written once, never edited. */
export const Note = z.object({
  id: Id,
  dossierId: Id,
  kind: z.enum(NOTE_KINDS),
  body: z.string(),
  authorId: Id,
  authorName: z.string(),
  createdAt: Instant,
});
export type Note = z.infer<typeof Note>;
export const AddNoteRequest = z.strictObject({ kind: z.enum(NOTE_KINDS), body: text(20_000) });
export type AddNoteRequest = z.infer<typeof AddNoteRequest>;
