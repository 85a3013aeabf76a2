import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../../..');

const ROOMS = ['rules', 'contracts', 'application', 'persistence', 'testing'];

/** Bundles one entry from the sources of the rooms into node_modules/.cache. @returns the path, and what takes it away */
export const bundled = async (entry, name) => {
  const folder = join(workspace, 'node_modules/.cache/permanence-run');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${name}.${process.pid}.mjs`);
  await build({
    entryPoints: [entry],
    bundle: true,
    outfile,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@permanence/source'],
    packages: 'external',
    // The rooms are no packages to be found outside: their sources go in.
    alias: {
      '@permanence/rules/cases': join(workspace, 'packages/rules/src/cases.ts'),
      ...Object.fromEntries(ROOMS.map((room) => [`@permanence/${room}`, join(workspace, 'packages', room, 'src/index.ts')])),
    },
    logLevel: 'warning',
  });
  return { path: outfile, remove: () => rmSync(outfile, { force: true }) };
};

/** Bundles one entry, runs it in this process, and takes the bundle away. */
export const runBundled = async (entry, name) => {
  const { path, remove } = await bundled(entry, name);
  try {
    await import(pathToFileURL(path).href);
  } finally {
    remove();
  }
};
