import { z } from 'zod';
import { Id } from './common.ts';

/** Languages the sheet is written in; fewer than the messages, whose sentences are others. */
export const SHEET_LANGUAGES = ['fr', 'en', 'ar'] as const;
export type SheetLanguage = (typeof SHEET_LANGUAGES)[number];

export const SheetQuery = z.strictObject({ language: z.enum(SHEET_LANGUAGES).default('fr') });
export type SheetQuery = z.infer<typeof SheetQuery>;

export const SHEET_LINES = ['what', 'when', 'where', 'bring', 'call', 'beware'] as const;
/** What is printed for the person to take home: no name, no permit, no kind of decision, so that nobody who finds it learns much. */
export const DeadlineSheet = z.object({
  deadlineId: Id,
  language: z.enum(SHEET_LANGUAGES),
  direction: z.enum(['ltr', 'rtl']),
  /** Whether a native speaker has read these sentences over. */
  reviewed: z.boolean(),
  title: z.string(),
  lines: z.array(z.object({ code: z.enum(SHEET_LINES), label: z.string(), text: z.string(), items: z.array(z.string()) })),
  /** The day to act by, apart: to be printed large. Figures are written left to right in every language. */
  day: z.object({ words: z.string(), figures: z.string(), hour: z.string().nullable() }),
});
export type DeadlineSheet = z.infer<typeof DeadlineSheet>;
