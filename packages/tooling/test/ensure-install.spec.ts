import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureInstall } from '../src/ensure-install.mjs';
import { checkNode, explainInstall } from '../src/install/problems.mjs';
import { begin, isComplete, isInstalled, progress, wasCut, writeStamp } from '../src/install/state.mjs';
import { removeScratch, scratchFolder } from './scratch.ts';

const lockFile = {
  name: 'scratch',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'scratch', version: '1.0.0' },
    'node_modules/one': { version: '1.2.3' },
    'node_modules/@scope/two': { version: '2.0.0' },
    'node_modules/only-elsewhere': { version: '1.0.0', optional: true },
  },
};
function clone(): string {
  const folder = scratchFolder();
  write(folder, 'package.json', { name: 'scratch', version: '1.0.0' });
  write(folder, 'package-lock.json', lockFile);
  mkdirSync(join(folder, '.cache'));
  return folder;
}
function write(folder: string, path: string, content: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}
function unpackAll(folder: string): void {
  write(folder, 'node_modules/one/package.json', { version: '1.2.3' });
  write(folder, 'node_modules/@scope/two/package.json', { version: '2.0.0' });
}

describe('whether the packages are installed', () => {
  afterAll(removeScratch);

  it('believes the stamp of a finished install, until the lock file changes', () => {
    const folder = clone();
    unpackAll(folder);
    writeStamp(folder);
    expect(isInstalled(folder)).toBe(true);
    write(folder, 'package-lock.json', { ...lockFile, version: '1.0.1' });
    expect(isInstalled(folder)).toBe(false);
  });

  it('does not believe the stamp once a new install has begun', () => {
    const folder = clone();
    unpackAll(folder);
    writeStamp(folder);
    begin(folder);
    expect(isInstalled(folder)).toBe(false);
    expect(wasCut(folder)).toBe(true);
    writeStamp(folder);
    expect(wasCut(folder)).toBe(false);
  });

  it('accepts an install made by hand when each package is there with its version, those of other platforms apart', () => {
    const folder = clone();
    expect(isComplete(folder)).toBe(false);
    unpackAll(folder);
    expect(isComplete(folder)).toBe(true);
    write(folder, 'node_modules/one/package.json', { version: '1.2.2' });
    expect(isComplete(folder)).toBe(false);
  });

  it('counts the packages that are unpacked', () => {
    const folder = clone();
    write(folder, 'node_modules/one/package.json', { version: '1.2.3' });
    const { total, count } = progress(folder);
    expect([count(), total]).toEqual([1, 2]);
  });

  it('writes the stamp of an install made by hand, and then has nothing to do', async () => {
    const folder = clone();
    unpackAll(folder);
    await expect(ensureInstall(folder, () => {})).resolves.toBe(false);
    expect(isInstalled(folder)).toBe(true);
  });

  it('redoes an install that was cut half-way, even if every package looks complete', async () => {
    const folder = clone();
    write(folder, 'package-lock.json', { ...lockFile, packages: { '': lockFile.packages[''] } }); // nothing to download
    mkdirSync(join(folder, 'node_modules/left-over'), { recursive: true });
    begin(folder);
    const said: string[] = [];
    await expect(ensureInstall(folder, (sentence: string) => said.push(sentence))).resolves.toBe(true);
    expect(said.join()).toContain('interrompue');
    expect(existsSync(join(folder, 'node_modules/left-over'))).toBe(false);
    expect(isInstalled(folder)).toBe(true);
    expect(existsSync(join(folder, '.cache/install.lock'))).toBe(false);
  });

  it('explains a lock file that npm refuses, and remembers that nothing was finished', async () => {
    const folder = clone();
    write(folder, 'package-lock.json', { ...lockFile, packages: { '': lockFile.packages[''] } });
    write(folder, 'three/package.json', { name: 'three', version: '3.0.0' });
    write(folder, 'package.json', { name: 'scratch', version: '1.0.0', dependencies: { three: 'file:./three' } });
    begin(folder);
    await expect(ensureInstall(folder, () => {})).rejects.toMatchObject({ code: 'lock-file' });
    expect(isInstalled(folder)).toBe(false);
    expect(wasCut(folder)).toBe(true);
    expect(existsSync(join(folder, '.cache/install.lock'))).toBe(false);
  });

  it('uses the commit hooks of the repository, unless its owner chose others', async () => {
    const folder = clone();
    unpackAll(folder);
    for (const path of ['.git', '.githooks']) mkdirSync(join(folder, path));
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    for (const path of ['.git/objects', '.git/refs']) mkdirSync(join(folder, path));
    await ensureInstall(folder, () => {});
    expect(readFileSync(join(folder, '.git/config'), 'utf8')).toContain('hooksPath = .githooks');
    writeFileSync(join(folder, '.git/config'), '[core]\n\thooksPath = mine\n');
    await ensureInstall(folder, () => {});
    expect(readFileSync(join(folder, '.git/config'), 'utf8')).toContain('hooksPath = mine');
    rmSync(folder, { recursive: true });
  });
});

describe('what went wrong with an install', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request failed', 'offline'],
    ['npm error code EAI_AGAIN', 'offline'],
    ['npm error code ENOSPC\nnpm error nospc There appears to be insufficient space', 'disk-full'],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install packages when', 'lock-file'],
    ['npm error code EACCES\nnpm error path /home', 'permission'],
    ['npm error code EINTEGRITY', 'install'],
  ])('tells %j apart', (output, code) => {
    expect(explainInstall(output)).toMatchObject({ code });
  });

  it.each(['20.18.3', '21.7.0', '22.11.0', '23.0.0', '18.20.0'])('refuses Node.js %s', (version) => {
    expect(() => checkNode(version)).toThrow(/Node\.js/);
  });
  it.each(['20.19.0', '22.12.0', '24.0.0', '26.1.0'])('accepts Node.js %s', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
});
