import type { Database } from './database.ts';

export interface OutboxMessage {
  id: string;
  associationId: string;
  name: string;
  payload: unknown;
  attempts: number;
}

/** Committed messages of all associations, taken under a lease; a relay that dies gives them back when it runs out. */
export async function claimOutbox(database: Database, batch: number, leaseSeconds: number): Promise<OutboxMessage[]> {
  const { rows } = await database.pool.query<OutboxMessage>({
    name: 'outbox-claim',
    text: `select id, association_id as "associationId", name, payload, attempts from outbox_claim($1, make_interval(secs => $2))`,
    values: [batch, leaseSeconds],
  });
  return rows;
}
/** `failure` null: handed over for good. Otherwise it is tried again later, with the reason kept (no personal data in it). */
export async function closeOutbox(database: Database, id: string, failure: string | null): Promise<void> {
  await database.pool.query({ name: 'outbox-close', text: 'select outbox_close($1, $2)', values: [id, failure] });
}
/** Ids of the reminders due at `asOf` (ISO instant), and of those whose lease has run out. */
export async function dueReminders(database: Database, asOf: string, batch: number): Promise<{ id: string; associationId: string }[]> {
  const { rows } = await database.pool.query<{ id: string; associationId: string }>({
    name: 'due-reminders',
    text: 'select id, association_id as "associationId" from due_reminders($1, $2)',
    values: [asOf, batch],
  });
  return rows;
}
export async function everyAssociation(database: Database): Promise<{ id: string; timeZone: string }[]> {
  const { rows } = await database.pool.query<{ id: string; timeZone: string }>(
    'select id, time_zone as "timeZone" from every_association()',
  );
  return rows;
}
/** A regular task of the worker says that it ran. */
export async function beat(database: Database, name: string, at: string): Promise<void> {
  await database.pool.query({
    name: 'heartbeat',
    text: 'insert into heartbeat (name, beat_at) values ($1, $2) on conflict (name) do update set beat_at = excluded.beat_at',
    values: [name, at],
  });
}
/** When a regular task last ran; null: never. */
export async function lastBeat(database: Database, name: string): Promise<string | null> {
  const { rows } = await database.pool.query<{ at: Date }>({
    name: 'last-beat',
    text: 'select beat_at as at from heartbeat where name = $1',
    values: [name],
  });
  return rows[0]?.at.toISOString() ?? null;
}
