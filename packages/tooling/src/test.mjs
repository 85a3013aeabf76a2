// npm test: checks, types, unit specs, integration specs on both queue backends, journeys in a real browser. The last line counts.
//   npm test                          everything
//   npm test -- --only unit,int --room api
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensureInstall } from './ensure-install.mjs';
import { explain } from './problem.mjs';
import { kinds, parseOptions } from './testing/options.mjs';
import { failedTasks } from './start/nx-output.mjs';
import { runCommand, runSpecs } from './testing/jest-run.mjs';
import { summary } from './testing/report.mjs';

const workspace = join(import.meta.dirname, '../../..');
await ensureInstall(workspace);
const { checkSpecs, rooms, scriptOfKind } = await import('./testing/specs.mjs');

const allRooms = rooms(workspace);
const results = [];
const remarks = [];
const children = new Set();
const track = (child) => {
  children.add(child);
  return () => children.delete(child);
};
const cleanups = [];
let stopping;
/** Stops what runs and what was started for the tests, then ends. */
function leave(code) {
  stopping ??= (async () => {
    for (const child of children) child.kill('SIGTERM');
    for (const cleanup of cleanups.reverse()) await cleanup();
    process.exit(code);
  })();
  return stopping;
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave(130));

/** A run of something, told in one line, and at length only when it failed. */
function record({ kind, backend, name, passed, failed, seconds, output }) {
  results.push({ kind, backend, passed, failed, seconds });
  const mark = failed ? '✘' : '✔';
  console.log(
    `${mark} ${[kind, name, backend].filter(Boolean).join(' · ')} : ${passed} réussis${failed ? `, ${failed} échoués` : ''} (${seconds.toFixed(1)} s)`,
  );
  if (failed && output) console.log(`${output.trim()}\n`);
}

const node = (script) => join(workspace, 'node_modules', script);
// No database, queue or mail server of the shell may be used by accident: what a spec needs is handed to it by name.
const services = ['DATABASE_URL', 'APP_DATABASE_URL', 'QUEUE_DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'QUEUE_BACKEND', 'PORT', 'NODE_ENV'];
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !services.includes(name))),
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
};

async function check(name, args, digest = (output) => output) {
  const begun = Date.now();
  const { code, output } = await runCommand(process.execPath, args, { cwd: workspace, env: environment, track });
  const seconds = (Date.now() - begun) / 1000;
  record({
    kind: 'contrôles (checks)',
    name,
    passed: code === 0 ? 1 : 0,
    failed: code === 0 ? 0 : 1,
    seconds,
    output: digest(stripVTControlCharacters(output)),
  });
}
const nx = (target, names) => [
  node('nx/dist/bin/nx.js'),
  'run-many',
  '-t',
  target,
  ...(names ? [`--projects=${[...names].join(',')}`] : []),
  '--outputStyle=static',
];

async function runKind(kind, label, specs, extra, names) {
  for (const room of allRooms) {
    const mine = specs.filter((spec) => spec.kind === kind && spec.room === room.name);
    if (!mine.length || (names && !names.includes(room.name)) || stopping) continue;
    const run = await runSpecs({
      workspace,
      room,
      script: scriptOfKind[kind],
      specs: mine.map(({ path }) => path),
      byPath: extra.byPath,
      env: { ...environment, ...extra.env },
      track,
    });
    record({ kind: label, backend: extra.backend, name: room.name, ...run });
  }
}

/** One PostgreSQL for all rooms; each spec file copies the migrated template. */
async function startDatabase() {
  const { prepareTestDatabase } = await import('./test-database.mjs');
  const database = await prepareTestDatabase(process.env);
  cleanups.push(database.stop);
  return database.environment;
}

async function findRedis() {
  const { testRedis } = await import('./testing/redis.mjs');
  const redis = await testRedis(process.env);
  if (redis) cleanups.push(redis.stop);
  else
    remarks.push('File d’attente Redis non testée : pas de Redis ici (Redis left out). Pour l’ajouter : sudo apt-get install redis-server');
  return redis;
}

/** The rooms whose specs put something in a queue: they pass on both of BullMQ's backends. */
const queueRooms = ['worker', 'e2e'];

async function main() {
  const { only, rooms: chosen } = parseOptions(
    process.argv.slice(2),
    allRooms.map(({ name }) => name),
  );
  const { specs: all, problems } = await checkSpecs(workspace);
  const specs = all.filter(({ room }) => !chosen || chosen.has(room));
  const orphans = { kind: 'contrôles (checks)', name: 'chaque test est lancé (no orphan spec)', seconds: 0, output: problems.join('\n') };
  record({ ...orphans, passed: problems.length ? 0 : 1, failed: problems.length });
  if (only.has('lint')) {
    await check('frontières (lint)', nx('lint', chosen), failedTasks);
    if (!chosen) await check('étiquettes des pièces (room tags)', [join(import.meta.dirname, 'testing/boundaries.mjs')]);
    if (!chosen) await check('oxlint', [node('oxlint/bin/oxlint')]);
    if (!chosen) await check('mise en forme (prettier)', [node('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
  }
  if (only.has('types')) await check('types', nx('typecheck', chosen), failedTasks);
  if (only.has('unit') || only.has('int')) await check('client Prisma (generate)', nx('generate'), failedTasks);
  if (only.has('unit')) await runKind('unit', 'unité (unit)', specs, { env: {} });
  const needsServers = specs.some(({ kind }) => kind !== 'unit' && only.has(kind));
  if (needsServers) await withServers(only, specs);
  else if (!only.has('int') && !only.has('e2e')) remarks.push('Sans base ni navigateur : --only (partial run).');
  if (only.has('unit') && !process.env.TEST_S3_URL)
    remarks.push('Stockage S3 non testé : TEST_S3_URL absent (S3 left out). Pour l’ajouter : packages/docs/src/s3-server-for-tests.md');
  if (only.size < kinds.length || chosen) remarks.push('Passage partiel (partial run): ' + process.argv.slice(2).join(' '));
}

async function withServers(only, specs) {
  const database = await startDatabase();
  const usesQueue = specs.some(({ kind, room }) => only.has(kind) && queueRooms.includes(room));
  const redis = usesQueue ? await findRedis() : undefined;
  const backends = [
    { backend: 'PostgreSQL', env: { ...database, QUEUE_BACKEND: 'postgresql' } },
    ...(redis ? [{ backend: 'Redis', env: { ...database, QUEUE_BACKEND: 'redis', REDIS_URL: redis.url } }] : []),
  ];
  const others = allRooms.map(({ name }) => name).filter((name) => !queueRooms.includes(name));
  if (only.has('int')) {
    await runKind('int', 'intégration (int)', specs, { env: database }, others);
    for (const extra of backends) await runKind('int', 'intégration (int)', specs, extra, queueRooms);
  }
  if (!only.has('e2e') || !specs.some(({ kind }) => kind === 'e2e')) return;
  await check('construction (build)', nx('build', ['api', 'worker', 'backoffice', 'testing']), failedTasks);
  const { findBrowser } = await import('./browser.mjs');
  const browser = await findBrowser();
  if (!browser) throw new Error('Aucun Chromium ne fonctionne ici (no working Chromium). Installez-en un : sudo apt-get install chromium');
  for (const [index, { backend, env }] of backends.entries()) {
    // The other journeys put nothing into a queue: they run once.
    const journeys = index === 0 ? specs : specs.filter(({ kind, path }) => kind !== 'e2e' || path.includes('reminder'));
    await runKind('e2e', 'parcours (e2e)', journeys, { backend, byPath: index > 0, env: { ...env, CHROMIUM_PATH: browser } });
  }
}

const begun = Date.now();
try {
  await main();
} catch (error) {
  record({ kind: 'contrôles (checks)', name: 'npm test', passed: 0, failed: 1, seconds: 0, output: explain(error).message });
}
const { table, passed, failed } = summary(results);
console.log(`\n${table}\n`);
for (const remark of remarks) console.log(remark);
console.log(`${((Date.now() - begun) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
await leave(failed ? 1 : 0);
