import type { Database } from './database.ts';

export interface AnswerLink {
  id: string;
  associationId: string;
  reminderId: string;
  personId: string;
  contactId: string;
  language: string;
  /** ISO instant. */
  expiresAt: string;
}
/** The link a token opens, through the reviewed function `answer_link_of`; null when there is none. Expired ones too. */
export async function answerLinkOf(database: Database, tokenHash: string): Promise<AnswerLink | null> {
  const { rows } = await database.pool.query<Omit<AnswerLink, 'expiresAt'> & { expiresAt: Date }>({
    name: 'answer-link-of',
    text: `select id, association_id as "associationId", reminder_id as "reminderId", person_id as "personId", contact_id as "contactId",
      language, expires_at as "expiresAt" from answer_link_of($1)`,
    values: [tokenHash],
  });
  const [row] = rows;
  return row ? { ...row, expiresAt: row.expiresAt.toISOString() } : null;
}
/** Whose reminder this is, for a bounce that names it; null: nobody's. */
export async function reminderAssociation(database: Database, reminderId: string): Promise<string | null> {
  const { rows } = await database.pool.query<{ id: string | null }>({
    name: 'reminder-association',
    text: 'select reminder_association($1) as id',
    values: [reminderId],
  });
  return rows[0]?.id ?? null;
}
