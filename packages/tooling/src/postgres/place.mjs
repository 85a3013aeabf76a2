// PostgreSQL refuses to run as root. Started by root it runs as another account, which must be able to enter the folders of its program
// and of its data. In a folder that only root may enter, both live under a folder of the system instead, and that is said.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Problem } from '../problem.mjs';

/** Folders of the system where root may put what another account must reach. Not /var/tmp: it is swept after thirty days. */
const outside = ['/var/lib/permanence', '/srv/permanence', '/opt/permanence'];

const isRoot = () => process.getuid?.() === 0;
const idOf = (flag, name) => {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
};

/**
 * The account PostgreSQL runs under: ours, unless we are root. Then the owner of the data if there is some, `postgres` if it exists,
 * and an account `permanence` made for it as a last resort.
 * @returns {{ uid: number, gid: number } | undefined} undefined: our own account
 * @throws {Problem} `no-account`
 */
export function serverAccount(dataDir) {
  if (!isRoot()) return undefined;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ['postgres', 'permanence']) {
    const uid = idOf('-u', name);
    if (uid !== undefined) return { uid, gid: idOf('-g', name) ?? uid };
  }
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'permanence'], {
    encoding: 'utf8',
  });
  const uid = idOf('-u', 'permanence');
  if (uid === undefined)
    throw new Problem(
      'no-account',
      'PostgreSQL ne peut pas tourner sous le compte root, et aucun autre compte n’a pu être créé. Relancez avec un compte ordinaire (run as an ordinary user).',
      made.error?.message ?? made.stderr,
    );
  return { uid, gid: idOf('-g', 'permanence') ?? uid };
}

/** Whether the account may enter this folder. Asked of the system itself: modes alone do not tell (access lists, mounts). */
export function canEnter(account, folder) {
  if (!account) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

/** Whether the account may run the program, all its libraries included. */
const canRun = (account, program) => spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0;

function outsideFolder(name) {
  for (const base of outside) {
    try {
      mkdirSync(join(base, name), { recursive: true });
      chmodSync(base, 0o755); // whatever the umask: the account must get through
      chmodSync(join(base, name), 0o711);
      return join(base, name);
    } catch {
      continue; // read-only in some containers: the next one
    }
  }
  throw new Problem(
    'no-place',
    `Ce dossier n’est ouvert qu’à root et aucun autre emplacement n’est disponible (${outside.join(', ')}). Relancez avec un compte ordinaire, ou ouvrez le passage avec chmod o+x sur les dossiers parents.`,
  );
}

/**
 * A folder with bin, lib and share that the account can run: the installed one, or a copy of it named after its version.
 * @param {{ native: string, version: string }} binaries
 * @param {{ uid: number, gid: number } | undefined} account
 * @param {(sentence: string) => void} say
 */
export function reachableBinaries({ native, version }, account, say) {
  if (!account || canRun(account, join(native, 'bin/postgres'))) return native;
  const folder = outsideFolder('programs');
  const copy = join(folder, `postgresql-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    say(`Ce dossier n’est ouvert qu’à son propriétaire : le programme PostgreSQL est copié dans ${copy} (program copied there).`);
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', half]);
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error; // else another start made it in between
    }
  }
  return copy;
}

/**
 * Where the data lies: in the ignored folder of the project, unless the account cannot get there.
 * Data that was inside before the way was closed is moved along, nothing is left behind.
 * @param {{ home: string, id: string, recorded?: string }} where `home` is the ignored folder, `id` names this installation
 */
export function dataPlace({ home, id, recorded }, account, say) {
  const inside = join(home, 'postgres');
  if (recorded && recorded !== inside && existsSync(recorded)) return recorded;
  if (canEnter(account, home)) return inside;
  const place = join(outsideFolder(id), 'postgres');
  say(
    `Ce dossier n’est ouvert qu’à son propriétaire : les données PostgreSQL sont dans ${dirname(place)} (data kept there). À sauvegarder aussi.`,
  );
  if (existsSync(inside) && !existsSync(place)) {
    const moved = spawnSync('mv', [inside, place], { encoding: 'utf8' });
    if (moved.status !== 0) throw new Problem('no-place', `Les données n’ont pas pu être déplacées vers ${place}.`, moved.stderr);
  }
  return place;
}
