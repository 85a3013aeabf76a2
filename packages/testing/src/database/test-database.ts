import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '@permanence/persistence';
import pg from 'pg';

const at = (url: string, name: string): string => String(Object.assign(new URL(url), { pathname: `/${name}` }));

export interface TestDatabase {
  /** As the application connects: under row-level security. */
  database: Database;
  appUrl: string;
  queueUrl: string;
  ownerUrl: string;
  /** A query as the server's superuser, past every policy: to look at what is really stored. */
  asSuperuser<R extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<R[]>;
  drop(): Promise<void>;
}

/** A database of this test file's own, copied from the migrated template that Jest's global setup made. */
export async function testDatabase(): Promise<TestDatabase> {
  const env = process.env;
  const [template, app, queue] = [env['TEST_DATABASE_URL'], env['TEST_APP_DATABASE_URL'], env['TEST_QUEUE_DATABASE_URL']];
  if (!template || !app || !queue) throw new Error('no test database: run this spec through jest.int.config.mjs');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const server = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: at(template, 'postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await server(`create database ${name} template ${new URL(template).pathname.slice(1)}`);
  const ownerUrl = at(template, name);
  const superuser = new pg.Pool({ connectionString: at(env['TEST_SUPERUSER_URL'] ?? template, name), max: 2 });
  const database = openDatabase(at(app, name), 5);
  return {
    database,
    appUrl: at(app, name),
    queueUrl: at(queue, name),
    ownerUrl,
    asSuperuser: async <R extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => (await superuser.query<R>(sql, values)).rows,
    drop: async () => {
      await database.close();
      await superuser.end();
      await server(`drop database ${name} with (force)`);
    },
  };
}
