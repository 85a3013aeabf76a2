// Holds the embedded PostgreSQL in a process of its own, forked by `startEmbedded` of embedded.mjs: a Ctrl-C in the terminal reaches the
// launcher, not this one. It stops when the launcher says so or dies, even by kill -9: the channel between them closes.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedBinaries } from './postgres/binaries.mjs';
import { checkVersion, initialise, startServer, stopLeftover } from './postgres/cluster.mjs';
import { takeLock } from './lock.mjs';
import { dataPlace, reachableBinaries, serverAccount } from './postgres/place.mjs';
import { explain } from './problem.mjs';

const { home, throwAway = false, wantedPort } = JSON.parse(process.argv[2] ?? '{}');
const send = (message) => process.connected && process.send(message);
const say = (sentence) => send({ say: sentence });

let giveBack = () => {};
let server;
let leaving;
function leave(code) {
  leaving ??= (async () => {
    await server?.stop();
    giveBack();
    process.exit(code);
  })();
  return leaving;
}
process.once('disconnect', () => void leave(0));
process.on('message', (message) => {
  if (message === 'stop') void leave(0);
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void leave(0));

/** What this installation remembers of its server: readable by its owner alone, and never half written. */
function memory(file) {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const write = (changes) => {
    Object.assign(kept, changes);
    writeFileSync(`${file}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  if (!kept.id) write({ id: randomBytes(6).toString('hex'), superuserPassword: secret(), ownerPassword: secret() });
  return { kept, write };
}
const secret = () => randomBytes(24).toString('hex');

/** The owner of the tables is no superuser, as on an association's own server: what works here works there. */
async function makeOwner(port, { superuserPassword, ownerPassword }) {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: superuserPassword, database: 'postgres' });
  await client.connect();
  try {
    if (!(await client.query("select 1 from pg_roles where rolname = 'permanence'")).rowCount)
      await client.query(`create role permanence login createrole createdb password '${ownerPassword}'`);
    await client.query('grant pg_signal_backend to permanence'); // to drop a database that is still connected to
    if (!(await client.query("select 1 from pg_database where datname = 'permanence'")).rowCount)
      await client.query('create database permanence owner permanence');
  } finally {
    await client.end();
  }
}

async function main() {
  mkdirSync(home, { recursive: true });
  chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700); // as root, the server's own account passes through to its data
  giveBack = await takeLock(join(home, 'lock'));
  const { kept, write } = memory(join(home, 'postgres.json'));
  const binaries = embeddedBinaries();
  const account = serverAccount(kept.dataDir ?? join(home, 'postgres'));
  const dataDir = dataPlace({ home, id: kept.id, recorded: kept.dataDir }, account, say);
  const native = reachableBinaries(binaries, account, say);
  checkVersion(dataDir, binaries.major);
  if (await stopLeftover(dataDir))
    say('Un serveur PostgreSQL laissé par un arrêt brutal a été arrêté proprement (leftover server stopped).');
  write({ dataDir });
  const cluster = { native, dataDir, account, throwAway };
  if (await initialise({ ...cluster, password: kept.superuserPassword })) say('Base de données créée (database created).');
  server = await startServer({ ...cluster, wantedPort: wantedPort ?? kept.port ?? 54329 });
  void server.exited.then((code) => {
    if (leaving) return;
    send({ problem: { code: 'server-died', message: explain(new Error(`PostgreSQL ended (${code})`), server.log()).message } });
    void leave(1);
  });
  if (kept.port && kept.port !== server.port && wantedPort === undefined)
    say(`Le port ${kept.port} est pris : PostgreSQL utilise le port ${server.port} (port taken, another one used).`);
  write({ port: server.port });
  await makeOwner(server.port, kept);
  const at = `127.0.0.1:${server.port}/permanence`;
  // Only the specs look past every row policy, at what is really stored.
  const superuserUrl = throwAway ? `postgresql://postgres:${kept.superuserPassword}@${at}` : undefined;
  send({ url: `postgresql://permanence:${kept.ownerPassword}@${at}`, superuserUrl, dataDir });
}

try {
  await main();
} catch (error) {
  const { code, message } = explain(error, server?.log());
  // The message must have left before the process does.
  await new Promise((resolve) =>
    process.connected ? process.send({ problem: { code, message } }, resolve) : resolve(console.error(message)),
  );
  await leave(1);
}
