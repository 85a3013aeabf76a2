// Demo data, in a process of its own: what loads it needs the owner's address, and the launcher does not need its memory.
// Invented people only, and only ever into the embedded database.
import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem } from '../problem.mjs';

const loaderOf = (workspace) => join(workspace, 'packages/testing/dist/demo/load-demo.js');

/** The day it is here, as `YYYY-MM-DD`: demo dates are counted from it. */
const today = (now = new Date()) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/**
 * Loads the demo data unless it is there, and answers the accounts one may sign in with.
 * They are kept beside the data: the database holds only what their passwords hash to.
 * @param {object} options
 * @param {{ appUrl: string, filesDir: string, filesKey: string }} options.place where the application keeps rows and files
 * @returns {Promise<{ loaded: boolean, signIns: { email: string, password: string, role: string, association: string }[] }>}
 */
export function ensureDemo({ workspace, home, place, register }) {
  const child = fork(import.meta.filename, [loaderOf(workspace)], {
    env: { ...process.env, DEMO_PLACE: JSON.stringify(place) },
    execArgv: ['--enable-source-maps', '--disable-warning=DeprecationWarning'],
  });
  register(child);
  const kept = join(home, 'demo.json');
  return new Promise((resolve, reject) => {
    child.once('message', ({ signIns }) => {
      if (!signIns && !existsSync(kept))
        return reject(
          new Problem(
            'demo-cut',
            `Le chargement des données de démonstration avait été interrompu (demo data cut half-way). Ce ne sont que des personnes inventées : supprimez le dossier ${home}, puis relancez npm start.`,
          ),
        );
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
  const place = JSON.parse(process.env.DEMO_PLACE);
  const signIns = (await demoAlreadyLoaded(place)) ? null : (await loadDemo({ ...place, today: today() })).signIns;
  process.send({ signIns }, () => process.exit(0));
}
