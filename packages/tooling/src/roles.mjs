// The accounts the application and its queues connect with. Migrations make the groups that hold the rights; here are the members, one
// pair per database, with passwords nobody has to invent, write down or pass around.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { Problem } from './problem.mjs';

/** Not `<database>_app`: for a database called permanence that is the group itself. */
const accounts = [
  { variable: 'APP_DATABASE_URL', suffix: 'app_login', group: 'permanence_app' },
  { variable: 'QUEUE_DATABASE_URL', suffix: 'queue_login', group: 'permanence_queue' },
];

/** Always the same for one secret and one account, so that a second start, or a second machine, agrees without storing it. */
export const derivedPassword = (secret, account) => createHmac('sha256', secret).update(`permanence role ${account}`).digest('base64url');

/** What PostgreSQL stores for a password: sent in this form, the password itself reaches no server log. RFC 5803. */
export function scramVerifier(password, salt = randomBytes(16), iterations = 4096) {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const keyed = (label) => createHmac('sha256', salted).update(label).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${keyed('Server Key').toString('base64')}`;
}

async function makeAccount(client, { login, group, password }) {
  const { rows } = await client.query('select rolname, rolsuper or rolbypassrls as above_policies from pg_roles where rolname = any($1)', [
    [login, group],
  ]);
  const found = Object.fromEntries(rows.map((row) => [row.rolname, row]));
  if (!found[group])
    throw new Problem('no-group', `Le rôle ${group} manque : appliquez d’abord les migrations (role missing, run the migrations).`);
  // An account above the row-level policies would show every association to every other.
  if (found[login]?.above_policies)
    throw new Problem(
      'above-policies',
      `Le compte ${login} échappe au cloisonnement des associations (superuser or bypassrls). Retirez-lui ce droit.`,
    );
  const name = client.escapeIdentifier(login);
  await client.query(`${found[login] ? 'alter' : 'create'} role ${name} login password ${client.escapeLiteral(scramVerifier(password))}`);
  const member = await client.query('select 1 from pg_auth_members where roleid = $1::regrole and member = $2::regrole', [group, name]);
  if (!member.rowCount) await client.query(`grant ${client.escapeIdentifier(group)} to ${name}`);
}

/** The account an address names, with its password: the one given, or one derived from the secret. */
function accountFor({ variable, suffix, group }, { ownerUrl, given, secret }) {
  const url = new URL(given ?? ownerUrl);
  if (given) return { variable, url, group, login: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  if (!secret)
    throw new Problem(
      'no-secret',
      'DATABASE_URL ne contient pas de mot de passe : donnez PERMANENCE_SECRET, ou APP_DATABASE_URL et QUEUE_DATABASE_URL (give a secret, or both addresses).',
    );
  const login = `${decodeURIComponent(url.pathname.slice(1))}_${suffix}`;
  const password = derivedPassword(secret, login);
  url.username = encodeURIComponent(login);
  url.password = password;
  return { variable, url, group, login, password };
}

/**
 * Makes, or brings up to date, the login accounts `<database>_app_login` and `<database>_queue_login`.
 * An account whose address is given in the environment is left alone, unless `makeGiven` asks to make it as the address says.
 * @param {string} ownerUrl address of the migrated database, with the owner's account; no superuser is needed, only `createrole`
 * @param {Record<string, string | undefined>} [environment] may hold APP_DATABASE_URL, QUEUE_DATABASE_URL, PERMANENCE_SECRET
 * @param {{ makeGiven?: boolean }} [options]
 * @returns {Promise<{ APP_DATABASE_URL: string, QUEUE_DATABASE_URL: string }>}
 * @throws {Problem} `no-secret`, `no-group`, `above-policies`, `no-right`
 */
export async function makeRoles(ownerUrl, environment = {}, { makeGiven = false } = {}) {
  const secret = environment.PERMANENCE_SECRET || decodeURIComponent(new URL(ownerUrl).password);
  const wanted = accounts
    .filter(({ variable }) => makeGiven || !environment[variable])
    .map((account) => accountFor(account, { ownerUrl, given: environment[account.variable] || undefined, secret }));
  const urls = Object.fromEntries(accounts.map(({ variable }) => [variable, environment[variable]]));
  if (!wanted.length) return urls;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query("select pg_advisory_xact_lock(hashtext('permanence roles'))"); // two starts at once would both create
    for (const { variable, url, ...account } of wanted) {
      await makeAccount(client, account);
      urls[variable] = url.href;
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first error is the one to tell
    if (error.code !== '42501') throw error;
    throw new Problem(
      'no-right',
      'Le compte propriétaire n’a pas le droit de créer les comptes de l’application (needs CREATEROLE, and ADMIN on the groups). Donnez-lui ce droit, ou donnez APP_DATABASE_URL et QUEUE_DATABASE_URL.',
      error.message,
    );
  } finally {
    await client.end();
  }
  return urls;
}
