import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { anAssociation, appContext, testDatabase, type TestAssociation, type TestDatabase } from '@permanence/testing';
import { newId, type AppContext, type UploadContext } from '@permanence/application';
import type { Config } from '../src/config.ts';
import { createApp } from '../src/create-app.ts';
import { SetupCode } from '../src/platform/setup-code.ts';

export const testConfig = (appUrl: string): Config => ({
  databaseUrl: appUrl,
  port: 0,
  host: '127.0.0.1',
  publicUrl: undefined,
  mailFrom: 'Rappels <rappels@expediteur.invalid>',
  secret: 'a secret for the specs, long enough to be taken',
  backofficeDir: undefined,
  files: undefined,
  clamavUrl: undefined,
  mailWebhookSecret: undefined,
  logLevel: 'silent',
  secureCookie: false,
});

export interface TestServer {
  db: TestDatabase;
  context: UploadContext;
  /** Where its sealed files lie. */
  filesDir: string;
  nest: NestExpressApplication;
  http: Server;
  setup: SetupCode;
  close(): Promise<void>;
}

/** The real application over a database of its own, without a port. */
export async function testServer(more: Partial<Config> = {}): Promise<TestServer> {
  const db = await testDatabase();
  const filesDir = join(tmpdir(), `permanence-files-${newId()}`);
  const context = appContext(db.database, undefined, filesDir);
  const setup = new SetupCode();
  const nest = await createApp(context, { ...testConfig(db.appUrl), ...more }, setup);
  await nest.init();
  return {
    db,
    context,
    filesDir,
    nest,
    setup,
    http: nest.getHttpServer() as Server,
    close: async () => {
      await nest.close();
      context.checks.close();
      await db.drop();
      await rm(filesDir, { recursive: true, force: true });
    },
  };
}

export const twoAssociations = async (context: AppContext): Promise<[TestAssociation, TestAssociation]> => [
  await anAssociation(context, 'Rive Gauche'),
  await anAssociation(context, 'Rive Droite'),
];
