import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';
import { startEmbedded } from '../src/embedded.mjs';
import { deploy, migrationsDir } from '../src/migrate.mjs';
import { makeRoles } from '../src/roles.mjs';
import { temporaryHome } from '../src/test-database.mjs';
import { removeScratch, workspace } from './scratch.ts';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const run = async <T extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: T[] = [];
    for (const statement of statements) rows = (await client.query<T>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
};
const at = (url: string, changes: { database?: string; user?: string; password?: string }): string => {
  const changed = new URL(url);
  if (changes.database !== undefined) changed.pathname = `/${changes.database}`;
  if (changes.user !== undefined) changed.username = changes.user;
  if (changes.password !== undefined) changed.password = changes.password;
  return changed.href;
};

/** The embedded server always; another one, of the version an association may already run, where PG15_URL names it. */
const other = process.env['PG15_URL'];
const servers = [
  { server: 'the embedded PostgreSQL', url: undefined },
  ...(other ? [{ server: 'the server of PG15_URL', url: other }] : []),
];

describe.each(servers)('migrations and accounts on $server', ({ url }) => {
  const name = `permanence_spec_${randomBytes(4).toString('hex')}`;
  const ownerName = `${name}_owner`;
  let admin = '';
  let owner = '';
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    if (url) admin = url;
    else {
      const home = temporaryHome();
      const server = await startEmbedded({ home, throwAway: true, wantedPort: 0 });
      admin = server.url;
      stop = async () => {
        await server.stop();
        rmSync(home, { recursive: true, force: true });
      };
    }
    owner = url ? at(url, { database: name, user: ownerName, password: 'owner-of-a-spec' }) : admin;
    if (url)
      await run(
        admin,
        `create role ${ownerName} login createrole createdb password 'owner-of-a-spec'`,
        `create database ${name} owner ${ownerName}`,
      );
  });
  afterAll(async () => {
    if (url) {
      await run(admin, `drop database if exists ${name} with (force)`);
      for (const role of [`${name}_app_login`, `${name}_queue_login`, ownerName]) await run(admin, `drop role if exists ${role}`);
    }
    await stop();
    removeScratch();
  });

  it('refuses to make accounts before the migrations have made their groups, or leaves none half made', async () => {
    const groups = await run(owner, "select 1 from pg_roles where rolname = 'permanence_app'");
    if (groups.length)
      await expect(makeRoles(owner)).resolves.toBeDefined(); // groups belong to the whole server: another database made them
    else await expect(makeRoles(owner)).rejects.toMatchObject({ code: 'no-group' });
  });

  it('applies every migration to an empty database as an owner who is no superuser, and none the second time', async () => {
    await expect(run(owner, 'select rolsuper from pg_roles where rolname = current_user')).resolves.toEqual([{ rolsuper: false }]);
    expect((await deploy(owner)).length).toBeGreaterThan(0);
    await expect(deploy(owner)).resolves.toEqual([]);
  });

  it('finds no difference between the migrations and the models', () => {
    const args = [
      join(workspace, 'packages/tooling/src/prisma.mjs'),
      'migrate',
      'diff',
      '--from-migrations',
      migrationsDir,
      '--to-schema',
      'prisma',
      '--exit-code',
    ];
    const { status, stdout } = spawnSync(process.execPath, args, {
      cwd: workspace,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: owner },
    });
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  it('makes two accounts that own nothing, stand under the row-level policies and hold one group each', async () => {
    const urls = await makeRoles(owner);
    for (const [address, group] of [
      [urls.APP_DATABASE_URL, 'permanence_app'],
      [urls.QUEUE_DATABASE_URL, 'permanence_queue'],
    ] as const) {
      const [account] = await run<{ groups: string[] }>(
        address,
        `select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb as above,
           array(select m.roleid::regrole::text from pg_auth_members m where m.member = r.oid) as groups,
           (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
         from pg_roles r where r.rolname = current_user`,
      );
      expect(account).toEqual({ above: false, groups: [group], owned: 0 });
    }
    await expect(run(urls.APP_DATABASE_URL, 'create table public.mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(run(urls.QUEUE_DATABASE_URL, 'select * from person')).rejects.toThrow(/permission denied/);
    await run(urls.QUEUE_DATABASE_URL, 'create table bullmq.probe (id int)', 'drop table bullmq.probe');
    await expect(run(urls.QUEUE_DATABASE_URL, 'create schema mine')).rejects.toThrow(/permission denied/);
  });

  it('makes the tables of the queue, which its account may use without any right on the database', async () => {
    const { QUEUE_DATABASE_URL } = await makeRoles(owner);
    const connection = { connectionString: QUEUE_DATABASE_URL, schema: 'bullmq', migrate: false, max: 2 };
    const { Queue } = withBackend(createPostgresBackend);
    const queue = new Queue('spec', { connection });
    await queue.add('job', { id: 1 });
    await expect(queue.getWaitingCount()).resolves.toBe(1);
    await queue.obliterate();
    await queue.close();
  });

  it('answers the same addresses each time, and others with another secret', async () => {
    const urls = await makeRoles(owner);
    await expect(makeRoles(owner)).resolves.toEqual(urls);
    const changed = await makeRoles(owner, { PERMANENCE_SECRET: 'another-secret-of-a-spec' });
    expect(changed.APP_DATABASE_URL).not.toBe(urls.APP_DATABASE_URL);
    await expect(run(changed.APP_DATABASE_URL, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('can be called by several starts at once', async () => {
    const all = await Promise.all([makeRoles(owner), makeRoles(owner), makeRoles(owner)]);
    expect(new Set(all.map((urls) => urls.APP_DATABASE_URL)).size).toBe(1);
  });

  it('leaves given addresses alone, and makes the accounts they name when asked to', async () => {
    const database = new URL(owner).pathname.slice(1);
    const given = {
      APP_DATABASE_URL: at(owner, { user: `${database}_app_login`, password: 'given-to-the-application' }),
      QUEUE_DATABASE_URL: at(owner, { user: `${database}_queue_login`, password: 'given-to-the-queues' }),
    };
    await makeRoles(owner);
    await expect(makeRoles(owner, given)).resolves.toEqual(given);
    await makeRoles(owner, given, { makeGiven: true });
    await expect(run(given.APP_DATABASE_URL, 'select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('asks for a secret when the owner’s address holds no password', async () => {
    await expect(makeRoles(at(owner, { password: '' }))).rejects.toMatchObject({ code: 'no-secret' });
  });

  it('continues after a migration that was cut half-way', async () => {
    await run(
      owner,
      'update _prisma_migrations set finished_at = null where migration_name = (select max(migration_name) from _prisma_migrations)',
    );
    await expect(deploy(owner)).rejects.toThrow(/already exists/); // tried again, and not refused as failed for ever
  });
});
