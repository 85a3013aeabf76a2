import { filePlace, filesEnvironment, type Dkim, type FilePlaceSettings, type SmsAccount } from '@permanence/application';
import { z } from 'zod';

const Environment = z.object({
  APP_DATABASE_URL: z.url(),
  /** Account of the queues, with `create` on their schema; not needed with Redis. */
  QUEUE_DATABASE_URL: z.url().optional(),
  REDIS_URL: z.url().optional(),
  /** First part of every key in Redis, where several installations share one. */
  QUEUE_PREFIX: z
    .string()
    .regex(/^[\w-]+$/)
    .default('permanence'),
  /** Without it, messages stay in the local mailbox. */
  SMTP_URL: z.url().optional(),
  /** A sender that names no association: a person's messages stay neutral. */
  MAIL_FROM: z.string().min(3).default('Rappels <rappels@permanence.invalid>'),
  /** Text messages, by Brevo's transactional API: all three, or none and no text message leaves. */
  SMS_URL: z.url().optional(),
  SMS_API_KEY: z.string().min(10).optional(),
  SMS_SENDER: z
    .string()
    .regex(/^[A-Za-z0-9 ]{3,11}$/)
    .optional(),
  /** Where bounces come back to; the mailbox behind it is read by whatever posts them to the API. */
  MAIL_BOUNCES_TO: z.email().optional(),
  /** DKIM: all three, or none. The key is a PEM, its line breaks may be written \\n. */
  DKIM_DOMAIN: z.string().min(3).optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[\w-]+$/)
    .optional(),
  DKIM_PRIVATE_KEY: z.string().min(100).optional(),
  ...filesEnvironment,
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  databaseUrl: string;
  queue: { redisUrl: string; prefix: string } | { databaseUrl: string };
  smtpUrl: string | undefined;
  mailFrom: string;
  bouncesTo: string | undefined;
  sms: SmsAccount | undefined;
  dkim: Dkim | undefined;
  publicUrl: string;
  files: FilePlaceSettings | undefined;
  logLevel: string;
}
const empty = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** @throws Error that names each wrong variable and never prints a value */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(empty(env));
  if (!parsed.success) throw new Error(`Configuration : ${parsed.error.issues.map((i) => `${i.path.join('.')} (${i.code})`).join(', ')}`);
  const e = parsed.data;
  if (!e.REDIS_URL && !e.QUEUE_DATABASE_URL) throw new Error('Configuration : REDIS_URL ou QUEUE_DATABASE_URL (missing)');
  if (e.SMTP_URL && !env['MAIL_FROM']) throw new Error('Configuration : MAIL_FROM (missing beside SMTP_URL)');
  const dkim = [e.DKIM_DOMAIN, e.DKIM_SELECTOR, e.DKIM_PRIVATE_KEY];
  if (dkim.some(Boolean) && !dkim.every(Boolean))
    throw new Error('Configuration : DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY (all three or none)');
  const sms = [e.SMS_URL, e.SMS_API_KEY, e.SMS_SENDER];
  if (sms.some(Boolean) && !sms.every(Boolean)) throw new Error('Configuration : SMS_URL, SMS_API_KEY, SMS_SENDER (all three or none)');
  return {
    databaseUrl: e.APP_DATABASE_URL,
    queue: e.REDIS_URL ? { redisUrl: e.REDIS_URL, prefix: e.QUEUE_PREFIX } : { databaseUrl: e.QUEUE_DATABASE_URL! },
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    bouncesTo: e.MAIL_BOUNCES_TO,
    sms: e.SMS_URL ? { url: e.SMS_URL, apiKey: e.SMS_API_KEY!, sender: e.SMS_SENDER! } : undefined,
    dkim: e.DKIM_DOMAIN
      ? { domain: e.DKIM_DOMAIN, selector: e.DKIM_SELECTOR!, privateKey: e.DKIM_PRIVATE_KEY!.replaceAll('\\n', '\n') }
      : undefined,
    publicUrl: e.PUBLIC_URL,
    files: filePlace(e),
    logLevel: e.LOG_LEVEL,
  };
}
