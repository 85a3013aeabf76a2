// Are the packages on the disk those of package-lock.json? Node built-ins only: this runs before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampOf = (workspace) => join(workspace, 'node_modules/.permanence-install');

/** What the stamp of a finished install must say: the lock file, this platform, this major version of Node.js. */
export const wantedStamp = (workspace) =>
  createHash('sha256')
    .update(readFileSync(join(workspace, 'package-lock.json')))
    .update(`${process.platform} ${process.arch} ${process.versions.node.split('.')[0]}`)
    .digest('hex');

/** Whether an install of this very lock file was finished here. */
export function isInstalled(workspace) {
  const stamp = stampOf(workspace);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wantedStamp(workspace);
}

/** Outside node_modules, which npm empties first: it tells an install that was cut from one that never began. */
const markOf = (workspace) => join(workspace, '.cache/install-under-way');
export const wasCut = (workspace) => existsSync(markOf(workspace));

/** Before an install: were it cut half-way, the old stamp must not vouch for what is left. */
export function begin(workspace) {
  writeFileSync(markOf(workspace), new Date().toISOString());
  rmSync(stampOf(workspace), { force: true });
}
/** After an install. */
export function writeStamp(workspace) {
  writeFileSync(stampOf(workspace), wantedStamp(workspace));
  rmSync(markOf(workspace), { force: true });
}

/** Whether someone's own `npm ci` or `npm install` put every package of the lock file there, with its version. */
export function isComplete(workspace) {
  const { packages } = JSON.parse(readFileSync(join(workspace, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') || optional) return true; // a room, or a package of another platform
    const manifest = join(workspace, path, 'package.json');
    if (!existsSync(manifest)) return false;
    return link || JSON.parse(readFileSync(manifest, 'utf8')).version === version;
  });
}

/** How many packages the lock file names, and how many are unpacked: what the progress line shows. npm makes all folders first. */
export function progress(workspace) {
  const { packages } = JSON.parse(readFileSync(join(workspace, 'package-lock.json'), 'utf8'));
  const manifests = Object.keys(packages)
    .filter((path) => path.startsWith('node_modules/') && !packages[path].optional)
    .map((path) => join(workspace, path, 'package.json'));
  return { total: manifests.length, count: () => manifests.filter((path) => existsSync(path)).length };
}
