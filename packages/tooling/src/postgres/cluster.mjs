// One PostgreSQL cluster: make its folder, start its server, stop it, and stop one that a crash left behind.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { diskIsFull, explain, Problem } from '../problem.mjs';
import { isAlive, waitUntil, workingFolder } from '../processes.mjs';

const MEBIBYTE = 1024 * 1024;

/** French order and search; C.UTF-8 so that the trigram search sees accented letters (a plain C would ignore them). */
const initFlags = [
  '--encoding=UTF8',
  '--locale=C',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
  '--lc-messages=C',
  '--locale-provider=icu',
  '--icu-locale=fr-FR',
  '--text-search-config=french',
];
/** Only this machine can connect. No statement goes to the log: it would hold what people entrusted. */
const serverFlags = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};
const throwAwayFlags = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Nothing of the caller's PG* variables may reach initdb or postgres. */
const environment = () => ({
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
});

/** A free port on this machine: `wanted` if it is. */
export const freePort = (wanted) =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Refuses data made by another major version: this server could not read it. Nothing is touched. */
export function checkVersion(dataDir, major) {
  const file = join(dataDir, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found !== String(major))
    throw new Problem(
      'other-version',
      `Les données de ${dataDir} viennent de PostgreSQL ${found} ; cette version de Permanence contient PostgreSQL ${major} (data folder from another version). ` +
        `Elles n’ont pas été touchées. Pour les reprendre : revenez à la version précédente de Permanence, ou exportez-les avec pg_dump ${found} puis importez-les. ` +
        `Pour repartir de zéro en les gardant de côté : mv "${dataDir}" "${dataDir}-${found}"`,
    );
}

/** Makes the data folder under another name and renames it once complete: a first start cut half-way leaves nothing to trip on. */
export async function initialise({ native, dataDir, account, password, throwAway }) {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return false;
  const parent = dirname(dataDir);
  const { bavail, bsize } = statfsSync(parent);
  if (bavail * bsize < 150 * MEBIBYTE) throw diskIsFull(`${Math.floor((bavail * bsize) / MEBIBYTE)} MiB left in ${parent}, 150 needed`);
  const half = `${dataDir}.new`;
  const passwordFile = `${dataDir}.password`;
  rmSync(half, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(half, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const path of [half, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const args = [`--pgdata=${half}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...initFlags];
    const { code, output } = await run(join(native, 'bin/initdb'), throwAway ? [...args, '--no-sync'] : args, account);
    if (code !== 0) throw explain(new Error(`initdb: ${code}`), output.slice(-2000));
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (existsSync(dataDir)) rmSync(dataDir, { recursive: true }); // empty or half made: it has no PG_VERSION
  renameSync(half, dataDir);
  return true;
}

function run(program, args, account) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * Stops, in good order, a server that a crash left on this data folder, and removes a pid file that names someone else's process.
 * @returns {Promise<boolean>} whether there was one
 */
export async function stopLeftover(dataDir) {
  const file = join(dataDir, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isAlive(pid)) return false; // PostgreSQL itself clears a dead one's file and recovers
  const folder = workingFolder(pid);
  if (folder !== null && folder !== realpathSync(dataDir)) {
    rmSync(file, { force: true }); // the number now belongs to another program
    return false;
  }
  for (const signal of ['SIGINT', 'SIGQUIT']) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return true;
      throw new Problem(
        'leftover',
        `Un ancien serveur PostgreSQL tient encore ces données et appartient à un autre compte : arrêtez-le (kill -INT ${pid}).`,
        error.message,
      );
    }
    if (await waitUntil(() => !isAlive(pid), 20_000)) return true;
  }
  throw new Problem(
    'leftover',
    `Un ancien serveur PostgreSQL ne s’arrête pas (process ${pid}). Redémarrez l’ordinateur puis relancez ; les données sont intactes.`,
  );
}

/**
 * Starts the server and waits until it accepts connections.
 * @returns {Promise<{ port: number, stop: () => Promise<void>, exited: Promise<number | null>, log: () => string }>}
 */
export async function startServer({ native, dataDir, account, wantedPort, throwAway }) {
  for (let attempt = 0; ; attempt++) {
    const port = await freePort(attempt === 0 ? wantedPort : 0);
    try {
      return await startOn(port, { native, dataDir, account, throwAway });
    } catch (error) {
      if (attempt >= 4 || !/could not bind|Address already in use/.test(error.message)) throw error; // taken in between: another port
    }
  }
}

function startOn(port, { native, dataDir, account, throwAway }) {
  const settings = { ...serverFlags, ...(throwAway ? throwAwayFlags : {}) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(native, 'bin/postgres'), ['-D', dataDir, '-p', String(port), ...flags], {
    ...account,
    cwd: '/',
    env: environment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // a Ctrl-C in the terminal must not reach it before the application has drained
  });
  let log = '';
  const exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  const stop = async () => {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      const late = new Promise((resolve) => setTimeout(() => resolve('late'), 15_000).unref());
      if ((await Promise.race([exited, late])) !== 'late') return;
    }
  };
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(explain(error)));
    child.once('exit', () => reject(explain(new Error('PostgreSQL did not start'), log)));
    child.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-8000);
      if (log.includes('database system is ready to accept connections')) resolve({ port, stop, exited, log: () => log });
    });
  });
}
