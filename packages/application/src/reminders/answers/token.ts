import { createHash, randomBytes } from 'node:crypto';
import { ANSWER_LINK_DAYS } from '@permanence/contracts';

/** 256 random bits: nothing to guess, and nothing personal in the address. */
export const newAnswerToken = (): string => randomBytes(32).toString('base64url');
/** What is stored: whoever reads the database cannot answer in a person's name. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const answerUrl = (publicUrl: string, token: string): string => new URL(`/api/answer/${token}`, publicUrl).href;
/** For mail programs (RFC 8058), and the same page for whoever opens it. */
export const stopUrl = (publicUrl: string, token: string): string => `${answerUrl(publicUrl, token)}/stop`;
/** In a preview: a link of the same length that opens nothing. */
export const SAMPLE_TOKEN = 'x'.repeat(43);

export const linkExpiry = (now: string): string => new Date(Date.parse(now) + ANSWER_LINK_DAYS * 86_400_000).toISOString();
