// npm start: packages, database, build, migrations, accounts, demo data, then API + back office + worker at one address.
// Node built-ins only until the packages are there. Ctrl-C stops all of it in order.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstall } from './ensure-install.mjs';
import { explain } from './problem.mjs';
import { builtApplication, runTool, startApplication, stopApplications, whenParentGoes } from './start/children.mjs';
import { failedTasks } from './start/nx-output.mjs';
import { choosePort } from './start/ports.mjs';
import { installationSecrets } from './start/secrets.mjs';

const workspace = join(import.meta.dirname, '../../..');
const home = join(workspace, '.data');
const begun = Date.now();
const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s`;
const say = (sentence) => console.log(`[${seconds()}] ${sentence}`);

const children = [];
const register = (child) => children.push(child);
let database;
let stopping;
function shutdown(code) {
  stopping ??= (async () => {
    if (children.length || database) say('Arrêt en cours (stopping)…');
    await stopApplications(children);
    await database?.stop();
    if (database) say('Tout est arrêté (stopped).');
    process.exit(code);
  })();
  return stopping;
}

/** A step that a shutdown asked for in between does not follow with another one. */
async function step(sentence, work) {
  if (stopping) await stopping;
  say(`${sentence}…`);
  return work();
}

/** What the applications may know: everything but the owner's account of the database. */
function applicationEnvironment(port, host, secrets, accounts) {
  return {
    ...process.env,
    ...secrets,
    ...accounts,
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`,
    FILES_DIR: process.env.FILES_DIR ?? join(home, 'files'),
    BACKOFFICE_DIR: process.env.BACKOFFICE_DIR ?? join(workspace, 'apps/backoffice/dist'),
    DATABASE_URL: undefined,
  };
}

function showSignIns(signIns) {
  console.log('\n  Comptes de démonstration (demo sign-ins), personnes inventées :');
  const width = Math.max(...signIns.map(({ email }) => email.length));
  for (const { email, password, role, association } of signIns)
    console.log(`    ${email.padEnd(width)}   ${password}   ${role}, ${association}`);
}

async function main() {
  const stop = () => void shutdown(0);
  await ensureInstall(workspace, say); // stopped by itself: it removes its own npm
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) whenParentGoes(stop);
  const host = process.env.HOST ?? '127.0.0.1'; // demo accounts are for this computer alone
  const secrets = installationSecrets(home, process.env);
  const embedded = !process.env.DATABASE_URL;
  const ownerUrl = process.env.DATABASE_URL || (await step('Base de données PostgreSQL embarquée (database)', startDatabase)).url;
  const port = await choosePort(process.env.PORT, host, say); // after the lock of the data: a second start hears of that first
  await step('Construction (build)', () => build(embedded ? ['api', 'worker', 'backoffice', 'testing'] : ['api', 'worker', 'backoffice']));
  const { deploy } = await import('./migrate.mjs');
  const applied = await step('Migrations de la base (migrations)', () => deploy(ownerUrl));
  if (applied.length) say(`${applied.length} migrations appliquées (applied).`);
  const { makeRoles } = await import('./roles.mjs');
  const ownSecret = process.env.PERMANENCE_SECRET || decodeURIComponent(new URL(ownerUrl).password) || secrets.PERMANENCE_SECRET;
  const accounts = await makeRoles(ownerUrl, { ...process.env, PERMANENCE_SECRET: ownSecret });
  const applications = applicationEnvironment(port, host, secrets, accounts);
  mkdirSync(applications.FILES_DIR, { recursive: true, mode: 0o700 });
  const { ensureDemo } = await import('./start/demo.mjs');
  const place = { appUrl: accounts.APP_DATABASE_URL, filesDir: applications.FILES_DIR, filesKey: applications.FILES_KEY };
  const demo = embedded
    ? await step('Données de démonstration, une minute au premier démarrage (demo data)', () =>
        ensureDemo({ workspace, home, place, register }),
      )
    : undefined;
  await step('Démarrage du serveur et du planificateur (API, worker)', () => startApplications(applications));
  say('Prêt (ready).');
  console.log(`\n  Permanence : ${applications.PUBLIC_URL}`);
  if (demo?.signIns.length) showSignIns(demo.signIns);
  console.log('\n  Ctrl-C arrête tout, les données restent (stops everything, data is kept).\n');
}

/** What has not changed since the last build comes from Nx's cache. */
function build(rooms) {
  return runTool(
    workspace,
    ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'build', `--projects=${rooms.join(',')}`, '--outputStyle=static'],
    {
      env: { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false', NODE_NO_WARNINGS: '1' },
      sentence: 'La construction a échoué (build failed).',
      digest: failedTasks,
      register,
    },
  );
}

async function startDatabase() {
  const { startEmbedded } = await import('./embedded.mjs');
  database = await startEmbedded({ home, say });
  void database.died.then((problem) => {
    if (stopping) return;
    console.error(problem.message);
    void shutdown(1);
  });
  return database;
}

async function startApplications(env) {
  const started = await Promise.all([
    startApplication('Le serveur (api)', builtApplication(workspace, 'api'), env, register),
    startApplication('Le planificateur (worker)', builtApplication(workspace, 'worker'), env, register),
  ]);
  for (const { child } of started)
    child.once('exit', (code, signal) => {
      if (stopping) return;
      console.error(`Un des programmes s’est arrêté (a process ended: ${code ?? signal}) : tout est arrêté. Relancez npm start.`);
      void shutdown(1);
    });
}

try {
  await main();
} catch (error) {
  if (!stopping) console.error(`\n${explain(error).message}\n`);
  await shutdown(1);
}
