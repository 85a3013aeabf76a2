import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { testDatabase, type TestDatabase } from '@permanence/testing';
import { mailServer, type MailServer } from './mail-server.ts';

const root = join(import.meta.dirname, '../../../..');

export interface Installation {
  url: string;
  db: TestDatabase;
  mail: MailServer;
  filesDir: string;
  filesKey: string;
  /** With which a mail provider reports bounces. */
  mailSecret: string;
  /** What the API and the worker wrote to their consoles. */
  logs: () => string;
  /** Stops the worker as the launcher does, and starts another. */
  restartWorker(): Promise<void>;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

/** Takes this installation's keys out of a Redis that others use too. */
async function forget({ REDIS_URL, QUEUE_PREFIX }: { REDIS_URL: string; QUEUE_PREFIX: string }): Promise<void> {
  const redis = new Redis(REDIS_URL);
  for await (const keys of redis.scanStream({ match: `${QUEUE_PREFIX}:*`, count: 500 })) {
    if ((keys as string[]).length) await redis.unlink(...(keys as string[]));
  }
  await redis.quit();
}

/** The built API and worker as the launcher starts them, over a database, a mail server and a files folder of their own. */
export async function startInstallation(): Promise<Installation> {
  const db = await testDatabase();
  const mail = await mailServer();
  const filesDir = mkdtempSync(join(tmpdir(), 'permanence-files-'));
  const filesKey = randomBytes(32).toString('base64');
  const mailSecret = randomBytes(24).toString('hex');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { REDIS_URL, QUEUE_BACKEND, PATH, HOME, TMPDIR } = process.env;
  const queue = QUEUE_BACKEND === 'redis' && REDIS_URL ? { REDIS_URL, QUEUE_PREFIX: `e2e-${randomBytes(6).toString('hex')}` } : null;
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined)),
    NODE_ENV: 'production',
    APP_DATABASE_URL: db.appUrl,
    QUEUE_DATABASE_URL: db.queueUrl,
    ...queue,
    SMTP_URL: mail.url,
    MAIL_FROM: 'permanence@association.invalid',
    PUBLIC_URL: url,
    HOST: '127.0.0.1',
    PORT: String(port),
    PERMANENCE_SECRET: randomBytes(32).toString('hex'),
    MAIL_WEBHOOK_SECRET: mailSecret,
    FILES_DIR: filesDir,
    FILES_KEY: filesKey,
    BACKOFFICE_DIR: join(root, 'apps/backoffice/dist'),
  };
  let output = '';
  const children = new Map<string, ChildProcess>();
  const start = async (app: string): Promise<void> => {
    const child = fork(join(root, `apps/${app}/dist/main.js`), {
      env,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    children.set(app, child);
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const outcome = await Promise.race([once(child, 'message').then(() => 'ready'), once(child, 'exit').then(() => 'ended')]);
    if (outcome !== 'ready') throw new Error(`${app} did not start:\n${output}`);
  };
  const end = async (app: string): Promise<void> => {
    const child = children.get(app);
    if (!child || child.exitCode !== null || child.signalCode) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const stop = async (): Promise<void> => {
    await end('api');
    await end('worker');
    if (queue) await forget(queue);
    await mail.stop();
    await db.drop();
    rmSync(filesDir, { recursive: true, force: true });
  };
  try {
    await start('api');
    await start('worker');
  } catch (error) {
    await stop();
    throw error;
  }
  const restartWorker = async (): Promise<void> => {
    await end('worker');
    await start('worker');
  };
  return { url, db, mail, filesDir, filesKey, mailSecret, logs: () => output, restartWorker, stop };
}
