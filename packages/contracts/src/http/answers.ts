import { z } from 'zod';

/** What a person may answer by a link, without an account. */
export const ANSWER_KINDS = ['done', 'cannot', 'help', 'stop'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];
export const isAnswerKind = (text: string): text is AnswerKind => (ANSWER_KINDS as readonly string[]).includes(text);

/** 32 random bytes in base64url. */
export const ANSWER_TOKEN = /^[\w-]{43}$/;
/** Days during which a link acts. */
export const ANSWER_LINK_DAYS = 60;

/** Any text: what is no token is answered as an unknown one, and tells nothing more. */
export const AnswerParam = z.object({ token: z.string().max(200) });
export const AnswerKindParam = z.object({ token: z.string().max(200), kind: z.string().max(20) });
