import type { Actor } from '@permanence/contracts';
import type { Database } from './database.ts';

/** Whose feed a secret opens, through the reviewed function `calendar_feed_owner`; null when revoked, or when the account is disabled. */
export async function calendarFeedOwner(database: Database, secretHash: string): Promise<Actor | null> {
  const { rows } = await database.pool.query<{ userId: string; associationId: string; role: 'volunteer'; restrictedPapers: boolean }>({
    name: 'calendar-feed-owner',
    text: `select user_id as "userId", association_id as "associationId", role, restricted_papers as "restrictedPapers"
      from calendar_feed_owner($1)`,
    values: [secretHash],
  });
  return rows[0] ?? null;
}
