// Demo data, in a process of its own: what loads it needs the owner's address, and the launcher does not need its memory.
// Invented people only, and only ever into the embedded database.
import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from '../problem.mjs';

const loaderOf = (workspace) => join(workspace, 'packages/testing/dist/seed/load-demo.js');

/** The day it is here, as `YYYY-MM-DD`: demo dates are counted from it. */
const today = (now = new Date()) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/**
 * Loads the demo data unless it is there, and answers the accounts one may sign in with.
 * They are kept beside the data: the database holds only what their passwords hash to.
 * @returns {Promise<{ loaded: boolean, signIns: { email: string, password: string, role: string, association: string }[] }>}
 */
export function ensureDemo({ workspace, home, ownerUrl, register }) {
  const child = fork(import.meta.filename, [loaderOf(workspace)], {
    env: { ...process.env, DEMO_OWNER_URL: ownerUrl },
    execArgv: ['--enable-source-maps'],
  });
  register(child);
  const kept = join(home, 'demo.json');
  return new Promise((resolve, reject) => {
    child.once('message', ({ signIns }) => {
      if (signIns) writeFileSync(kept, JSON.stringify(signIns, null, 2), { mode: 0o600 });
      resolve({ loaded: Boolean(signIns), signIns: existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : [] });
    });
    child.once('exit', (code) =>
      reject(
        new Problem(
          'demo',
          'Les données de démonstration n’ont pas pu être chargées (demo data failed). La raison est ci-dessus.',
          `exit ${code}`,
        ),
      ),
    );
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { demoAlreadyLoaded, loadDemo } = await import(pathToFileURL(process.argv[2]).href);
  const ownerUrl = process.env.DEMO_OWNER_URL;
  const signIns = (await demoAlreadyLoaded(ownerUrl)) ? null : (await loadDemo(ownerUrl, { today: today() })).signIns;
  process.send({ signIns }, () => process.exit(0));
}
