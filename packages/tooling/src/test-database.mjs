// The template database of the integration specs: a real PostgreSQL, migrated once, with the accounts the application connects with.
import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from './embedded.mjs';
import { deploy, migrationsDir } from './migrate.mjs';
import { canEnter, serverAccount } from './postgres/place.mjs';
import { makeRoles } from './roles.mjs';

/** A fresh folder for temporary data which, as root, PostgreSQL's own account can enter too. */
export function temporaryHome(prefix = 'permanence-test-') {
  const account = serverAccount('/nonexistent');
  const base = [tmpdir(), '/var/tmp', '/tmp'].find((folder) => {
    try {
      accessSync(folder, constants.W_OK);
      return canEnter(account, folder);
    } catch {
      return false;
    }
  });
  const home = mkdtempSync(join(base ?? tmpdir(), prefix));
  if (account) chmodSync(home, 0o711);
  return home;
}

/** The variables the specs read. The secret is given when the owner's address holds no password (a server that trusts this machine). */
async function accountsOf(ownerUrl, superuserUrl = process.env.TEST_SUPERUSER_URL ?? ownerUrl) {
  const urls = await makeRoles(ownerUrl, { PERMANENCE_SECRET: new URL(ownerUrl).password || 'permanence-specs' });
  return {
    TEST_SUPERUSER_URL: superuserUrl,
    TEST_DATABASE_URL: ownerUrl,
    TEST_APP_DATABASE_URL: urls.APP_DATABASE_URL,
    TEST_QUEUE_DATABASE_URL: urls.QUEUE_DATABASE_URL,
  };
}

/** Makes a database of a name never used before on the server of `serverUrl`, migrated; `stop` drops it and its accounts. */
async function onServer(serverUrl) {
  const name = `permanence_test_${randomBytes(5).toString('hex')}`;
  const asAdmin = async (...statements) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await asAdmin(`create database ${name}`);
  const stop = () =>
    asAdmin(
      `drop database if exists ${name} with (force)`,
      `drop role if exists ${name}_app_login`,
      `drop role if exists ${name}_queue_login`,
    );
  try {
    await deploy(url.href);
    return { environment: await accountsOf(url.href), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {Record<string, string | undefined>} environment
 * @returns {Promise<{ environment: Record<string, string>, stop: () => Promise<void> }>} `environment` holds TEST_DATABASE_URL (the
 *   template, as its owner), TEST_APP_DATABASE_URL and TEST_QUEUE_DATABASE_URL (the template, as the application and as its queues)
 */
export async function prepareTestDatabase(environment) {
  if (environment.TEST_DATABASE_URL) return { environment: await accountsOf(environment.TEST_DATABASE_URL), stop: async () => {} };
  if (environment.DATABASE_URL) return onServer(environment.DATABASE_URL);
  const home = temporaryHome();
  const server = await startEmbedded({ home, throwAway: true, wantedPort: 0, say: console.log });
  const stop = async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    if (!existsSync(migrationsDir)) throw new Error(`no migrations in ${migrationsDir}`);
    await deploy(server.url);
    return { environment: await accountsOf(server.url, server.superuserUrl), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
