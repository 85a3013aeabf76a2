import type { Role } from '@permanence/contracts';
import type { Database } from './database.ts';

export interface SignInCandidate {
  id: string;
  associationId: string;
  associationName: string;
  email: string;
  displayName: string;
  passwordHash: string;
  role: Role;
  restrictedPapers: boolean;
  language: string;
}

/** The enabled accounts of one address over all associations, through the reviewed function `sign_in_candidates`. */
export async function signInCandidates(database: Database, email: string): Promise<SignInCandidate[]> {
  const { rows } = await database.pool.query<SignInCandidate>({
    name: 'sign-in-candidates',
    text: `select id, association_id as "associationId", association_name as "associationName", email, display_name as "displayName",
      password_hash as "passwordHash", role, restricted_papers as "restrictedPapers", language from sign_in_candidates($1) order by association_name`,
    values: [email],
  });
  return rows;
}

export async function installationIsEmpty(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ empty: boolean }>('select installation_is_empty() as empty');
  return rows[0]?.empty === true;
}
