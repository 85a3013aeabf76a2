// The keys of an installation on one's own computer: made once, kept beside the data, readable by their owner alone.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * PERMANENCE_SECRET signs sessions and derives the passwords of database accounts; FILES_KEY (32 bytes, base64) encrypts stored files,
 * which are unreadable without it. What the environment gives wins and is not written down.
 * @param {string} home the ignored folder
 */
export function installationSecrets(home, environment) {
  const given = { PERMANENCE_SECRET: environment.PERMANENCE_SECRET, FILES_KEY: environment.FILES_KEY };
  const file = join(home, 'secrets.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = Object.keys(given).filter((name) => !given[name] && !kept[name]);
  if (missing.length) {
    for (const name of missing) kept[name] = randomBytes(32).toString('base64');
    mkdirSync(home, { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file); // never half written: a lost key is lost files
  }
  return Object.fromEntries(Object.keys(given).map((name) => [name, given[name] || kept[name]]));
}
