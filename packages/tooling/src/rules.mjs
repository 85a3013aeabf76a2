// `npm run --silent rules -- assess|deadline|renewal FILE|-`: bundles the command from its sources once per version of them, then runs it.
// The bundle is kept under node_modules/.cache, keyed by the size and time of every source: a second run starts in a few tens of ms.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const workspace = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const rooms = ['packages/rules', 'packages/contracts', 'apps/rules-command'];
const entry = join(workspace, 'apps/rules-command/src/main.ts');
const cache = join(workspace, 'node_modules/.cache/permanence-rules');

const sources = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((file) => {
    const path = join(folder, file.name);
    if (file.isDirectory()) return sources(path);
    return /(?<!\.spec|\.cases)\.ts$/.test(file.name) ? [path] : [];
  });
const stamp = (path) => {
  const { size, mtimeMs } = statSync(path);
  return `${path}:${size}:${mtimeMs}`;
};
const key = () => {
  const files = rooms.flatMap((room) => sources(join(workspace, room, 'src')));
  const all = [...files, join(workspace, 'package-lock.json'), fileURLToPath(import.meta.url)];
  return createHash('sha256').update(all.map(stamp).sort().join('\n')).digest('hex').slice(0, 32);
};

/** Zod's sentences in fifty languages, which the command never says: half of the files to read on a first run. */
const withoutLocales = {
  name: 'without-locales',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' })),
};

const bundle = async (target) => {
  const { build } = await import('esbuild');
  const made = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['@permanence/source'],
    logLevel: 'silent',
    legalComments: 'none',
    // Half the text is half the time to read it, in a process that lives for a fraction of a second.
    minify: true,
    plugins: [withoutLocales],
  });
  mkdirSync(cache, { recursive: true });
  // Written beside, then renamed: two runs at once never see half a file.
  const half = `${target}.${process.pid}`;
  writeFileSync(half, made.outputFiles[0].contents);
  renameSync(half, target);
  const [kept] = target.split('/').slice(-1);
  for (const old of readdirSync(cache)) if (old.endsWith('.mjs') && old !== kept) rmSync(join(cache, old), { force: true });
};

if (!existsSync(join(workspace, 'node_modules/esbuild')) || !existsSync(join(workspace, 'node_modules/zod'))) {
  console.error('The dependencies are not installed: run `npm ci` at the root of the project, then this command again.');
  process.exitCode = 1;
} else {
  const target = join(cache, `${key()}.mjs`);
  if (!existsSync(target)) await bundle(target);
  await import(pathToFileURL(target).href);
}
