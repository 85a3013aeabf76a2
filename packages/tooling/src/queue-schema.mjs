// BullMQ's own tables on PostgreSQL, made with the migrations and not by the worker: BullMQ begins with `create schema if not exists`,
// which asks for the right to create in the whole database even when the schema is there. The worker's account never gets that right.
import pg from 'pg';

const SCHEMA = 'bullmq';
const GROUP = 'permanence_queue';

/**
 * Brings BullMQ's schema up to date; its objects belong to the queue's group. Nothing happens before the migrations have made the schema.
 * @param {string} ownerUrl
 */
export async function deployQueueSchema(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select current_database() as name, to_regnamespace($1) is not null as made', [SCHEMA]);
    if (!rows[0].made) return;
    const database = client.escapeIdentifier(rows[0].name);
    await client.query('select pg_advisory_lock(hashtext($1))', ['permanence queue schema']); // two starts at once; freed by the end of the session
    const member = await client.query("select pg_has_role(current_user, $1, 'usage') as already", [GROUP]);
    // Lent for the time of the migration only: the group to the owner, and the right to create in the database to the group.
    if (!member.rows[0].already) await client.query(`grant ${GROUP} to current_user`);
    await client.query(`grant create on database ${database} to ${GROUP}`);
    try {
      const { runMigrations } = await import('bullmq');
      await client.query(`set role ${GROUP}`);
      await runMigrations(client, SCHEMA);
    } finally {
      await client.query('reset role');
      await client.query(`revoke create on database ${database} from ${GROUP}`);
      if (!member.rows[0].already) await client.query(`revoke ${GROUP} from current_user`);
    }
  } finally {
    await client.end();
  }
}
