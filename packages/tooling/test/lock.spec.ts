import { fork, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../src/lock.mjs';
import { isAlive, startMark } from '../src/processes.mjs';
import { removeScratch, scratchFolder } from './scratch.ts';

const holder = (file: string, launcher: number): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'fixtures/lock-holder.mjs'), [file, String(launcher)], { execArgv: [] });
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`holder ended: ${code}`)));
  });
const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

describe('one start per data folder', () => {
  afterAll(removeScratch);

  it('refuses while another process holds it, and takes it over when that one was killed', async () => {
    const file = join(scratchFolder(), 'lock');
    const other = await holder(file, process.pid);
    await expect(takeLock(file)).rejects.toMatchObject({ code: 'already-running' });
    await end(other);
    const giveBack = await takeLock(file);
    expect(existsSync(file)).toBe(true);
    giveBack();
    expect(existsSync(file)).toBe(false);
  });

  it('waits for a holder whose launcher has died: it is stopping', async () => {
    const file = join(scratchFolder(), 'lock');
    const gone = await holder(join(scratchFolder(), 'other'), process.pid);
    const launcher = gone.pid ?? 0;
    await end(gone);
    const other = await holder(file, launcher);
    const taken = takeLock(file);
    setTimeout(() => void end(other), 300);
    await expect(taken).resolves.toBeInstanceOf(Function);
  });

  it('takes over a lock that names a process of the same number started later, and one cut half-way', async () => {
    const file = join(scratchFolder(), 'lock');
    writeFileSync(file, JSON.stringify({ pid: process.ppid, mark: '1', launcher: process.ppid, launcherMark: '1' }));
    (await takeLock(file))();
    writeFileSync(file, '{"pid":');
    (await takeLock(file))();
    expect(existsSync(file)).toBe(false);
  });

  it('knows a process from its number and its start', async () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(0)).toBe(false);
    const child = await holder(join(scratchFolder(), 'lock'), process.pid);
    expect(startMark(child.pid)).not.toBe(startMark(process.pid));
    await end(child);
    expect(isAlive(child.pid)).toBe(false);
  });
});
