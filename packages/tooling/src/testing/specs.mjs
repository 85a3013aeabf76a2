// Every spec of the repository, and the one Jest configuration that must pick it up: a spec no target runs proves nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globsToMatcher } from 'jest-util'; // Jest's own reading of testMatch; it comes with jest
import { kindOf, specPattern } from '../spec-files.mjs';

const skipped = new Set(['node_modules', 'dist', '.git', '.nx', '.data', '.cache', '.stryker-tmp', 'reports', 'generated']);

/** Files of the workspace, relative to it: those git knows or would add; all of them where there is no git (a downloaded archive). */
export function workspaceFiles(workspace) {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: workspace,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (listed.status === 0) return [...new Set(listed.stdout.split('\0'))].filter((path) => path && existsSync(join(workspace, path)));
  const walk = (folder) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (skipped.has(entry.name)) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? walk(path) : [relative(workspace, path).split(sep).join('/')];
    });
  return walk(workspace);
}

/** The rooms: folders of apps and packages with a manifest. */
export function rooms(workspace) {
  return ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(workspace, group))
      .filter((name) => existsSync(join(workspace, group, name, 'package.json')))
      .map((name) => ({
        name,
        folder: `${group}/${name}`,
        scripts: JSON.parse(readFileSync(join(workspace, group, name, 'package.json'), 'utf8')).scripts ?? {},
      })),
  );
}

/** Which specs a Jest configuration picks up, by Jest's own rules for testMatch and testPathIgnorePatterns. */
async function pickedUp(workspace, configFile, specs) {
  const { default: config } = await import(pathToFileURL(join(workspace, configFile)).href);
  const root = join(workspace, configFile, '..', config.rootDir ?? '.');
  const resolve = (pattern) => pattern.replace('<rootDir>', root.split(sep).join('/'));
  const matches = globsToMatcher(config.testMatch.map(resolve));
  const ignored = (config.testPathIgnorePatterns ?? []).map((pattern) => new RegExp(resolve(pattern)));
  return specs.filter((spec) => {
    const path = join(workspace, spec).split(sep).join('/');
    return matches(path) && !ignored.some((pattern) => pattern.test(path));
  });
}

export const scriptOfKind = { unit: 'test', int: 'test-int', e2e: 'test-e2e' };

/**
 * The specs by room and kind, and what is wrong with them.
 * @returns {Promise<{ specs: { path: string, kind: 'unit' | 'int' | 'e2e', room: string }[], problems: string[] }>}
 */
export async function checkSpecs(workspace) {
  const files = workspaceFiles(workspace);
  const paths = files.filter((path) => specPattern.test(path));
  const configs = files.filter((path) => /^(apps|packages)\/[^/]+\/jest(\.[\w-]+)*\.config\.[cm]?[jt]s$/.test(path));
  const claims = new Map(paths.map((path) => [path, []]));
  for (const config of configs) for (const path of await pickedUp(workspace, config, paths)) claims.get(path).push(config);
  const all = rooms(workspace);
  const problems = [];
  const specs = paths.map((path) => {
    const kind = kindOf(path);
    const room = all.find(({ folder }) => path.startsWith(`${folder}/`));
    const claimed = claims.get(path);
    if (claimed.length !== 1) problems.push(`${path}: picked up by ${claimed.length ? claimed.join(' and ') : 'no Jest configuration'}`);
    else if (!claimed[0].startsWith(`${room?.folder}/`)) problems.push(`${path}: picked up by another room, ${claimed[0]}`);
    if (room && !room.scripts[scriptOfKind[kind]]) problems.push(`${path}: ${room.folder} has no "${scriptOfKind[kind]}" script`);
    return { path, kind, room: room?.name ?? '' };
  });
  return { specs, problems };
}
