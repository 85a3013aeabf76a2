import { filePlace, filesEnvironment, type FilePlaceSettings } from '@permanence/application';
import { z } from 'zod';

const Environment = z.object({
  APP_DATABASE_URL: z.url(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** Address people type; https makes the session cookie `__Host-` and Secure. */
  PUBLIC_URL: z.url().optional(),
  PERMANENCE_SECRET: z.string().min(32),
  /** Folder of the built back office; absent: the API serves no page. */
  BACKOFFICE_DIR: z.string().optional(),
  ...filesEnvironment,
  /** An antivirus that looks at every file taken in: `tcp://host:3310`. */
  CLAMAV_URL: z.url({ protocol: /^tcp$/ }).optional(),
  /** Who messages come from, as the worker has it: shown in previews. */
  MAIL_FROM: z
    .string()
    .optional()
    .transform((from) => from || 'Rappels <rappels@permanence.invalid>'),
  /** Lets the mail server or provider report bounces; absent: nobody may. */
  MAIL_WEBHOOK_SECRET: z.string().min(24).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  databaseUrl: string;
  port: number;
  host: string;
  publicUrl: string | undefined;
  mailFrom: string;
  secret: string;
  backofficeDir: string | undefined;
  files: FilePlaceSettings | undefined;
  clamavUrl: string | undefined;
  mailWebhookSecret: string | undefined;
  logLevel: string;
  secureCookie: boolean;
}

/** Set to nothing, as compose files do, is not set. */
const empty = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** @throws Error that names each wrong variable and never prints a value */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(empty(env));
  if (!parsed.success) throw new Error(`Configuration : ${parsed.error.issues.map((i) => `${i.path.join('.')} (${i.code})`).join(', ')}`);
  const e = parsed.data;
  return {
    databaseUrl: e.APP_DATABASE_URL,
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL,
    mailFrom: e.MAIL_FROM,
    secret: e.PERMANENCE_SECRET,
    backofficeDir: e.BACKOFFICE_DIR,
    files: filePlace(e),
    clamavUrl: e.CLAMAV_URL,
    mailWebhookSecret: e.MAIL_WEBHOOK_SECRET,
    logLevel: e.LOG_LEVEL,
    secureCookie: e.PUBLIC_URL?.startsWith('https://') ?? false,
  };
}
