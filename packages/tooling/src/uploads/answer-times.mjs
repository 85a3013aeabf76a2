import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepareTestDatabase } from '../test-database.mjs';

const BOMBS = 20;
const CALLS_BEFORE = 60;

const summary = (times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, median: at(0.5), p95: at(0.95), slowest: sorted.at(-1) ?? 0 };
};

/** A built API over a database of its own, with an association; `stop` leaves nothing behind. */
async function startApi(workspace) {
  const room = (path) => import(pathToFileURL(join(workspace, path)).href);
  const database = await prepareTestDatabase(process.env);
  Object.assign(process.env, database.environment);
  const { anAssociation, appContext, createPerson, PASSWORD, testDatabase } = await room('packages/testing/dist/index.js');
  const db = await testDatabase();
  const filesDir = mkdtempSync(join(tmpdir(), 'permanence-bombs-'));
  const context = appContext(db.database);
  const { users } = await anAssociation(context, 'Bombes');
  const person = await createPerson(context, users.volunteer.actor, {
    givenName: 'Essai',
    familyName: 'Personne',
    languages: [],
    notADuplicate: true,
  });
  const child = fork(join(workspace, 'apps/api/dist/main.js'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      APP_DATABASE_URL: db.appUrl,
      PORT: '0',
      LOG_LEVEL: 'silent',
      PERMANENCE_SECRET: randomBytes(32).toString('hex'),
      FILES_DIR: filesDir,
      FILES_KEY: randomBytes(32).toString('base64'),
    },
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    context.checks.close();
    await db.drop();
    await database.stop();
    rmSync(filesDir, { recursive: true, force: true });
  };
  const [{ url }] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the API did not start');
    }),
  ]);
  const signIn = await fetch(`${url}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: users.volunteer.email, password: PASSWORD }),
  });
  if (!signIn.ok) throw new Error(`sign-in: ${signIn.status}`);
  const cookie = signIn.headers.getSetCookie()[0].split(';')[0];
  return { url, cookie, personId: person.id, stop };
}

/** How long the API takes to answer a page that reads the database: before, and while bombs (points, archives, pages) come in. */
export async function answerTimes(workspace) {
  const { hostileFiles } = await import(pathToFileURL(join(workspace, 'packages/testing/dist/uploads/index.js')).href);
  const heavy = (await hostileFiles()).filter(({ what }) =>
    /12,000 points|unpacks to 400 MB|300 MB|60 MB|far larger|deep|more objects|billion/.test(what),
  );
  const api = await startApi(workspace);
  const call = async () => {
    const begun = performance.now();
    const answer = await fetch(`${api.url}/api/persons/${api.personId}`, { headers: { Cookie: api.cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`the API answered ${answer.status}`);
    return performance.now() - begun;
  };
  try {
    const before = [];
    for (let i = 0; i < CALLS_BEFORE; i += 1) before.push(await call());
    const statuses = {};
    let next = 0;
    const send = async () => {
      for (let i = next++; i < BOMBS; i = next++) {
        const { name, type, bytes } = heavy[i % heavy.length];
        const form = new FormData();
        form.append('data', '{"docType":"letter","sameFileAgain":true}');
        form.append('file', new Blob([bytes], { type }), name);
        const { status } = await fetch(`${api.url}/api/persons/${api.personId}/documents`, {
          method: 'POST',
          headers: { Cookie: api.cookie },
          body: form,
        });
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    };
    let over = false;
    const bombs = Promise.all(Array.from({ length: 6 }, send)).finally(() => (over = true));
    const during = [];
    while (!over) {
      during.push(await call());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await bombs;
    const answered = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
    return { idle: summary(before), during: summary(during), sent: BOMBS, answered: answered.join(', ') };
  } finally {
    await api.stop();
  }
}
