import { filePlace, filesEnvironment, type FilePlaceSettings } from '@permanence/application';
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
  ...filesEnvironment,
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  databaseUrl: string;
  queue: { redisUrl: string; prefix: string } | { databaseUrl: string };
  smtpUrl: string | undefined;
  mailFrom: string;
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
  return {
    databaseUrl: e.APP_DATABASE_URL,
    queue: e.REDIS_URL ? { redisUrl: e.REDIS_URL, prefix: e.QUEUE_PREFIX } : { databaseUrl: e.QUEUE_DATABASE_URL! },
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    publicUrl: e.PUBLIC_URL,
    files: filePlace(e),
    logLevel: e.LOG_LEVEL,
  };
}
