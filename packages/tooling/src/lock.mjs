// One start per data folder. The lock names a process, not a moment: one left by a crash counts for nothing.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Problem } from './problem.mjs';
import { isAlive, startMark, waitUntil } from './processes.mjs';

const isSame = (pid, mark) => isAlive(pid) && (mark === null || startMark(pid) === mark);

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // gone, or cut half-way while being written: nobody's
  }
}

/**
 * Takes the lock for this process, started by `launcher`.
 * A holder whose launcher has died is stopping: it is waited for, twenty seconds at most.
 * @returns {Promise<() => void>} gives the lock back
 * @throws {Problem} `already-running`
 */
export async function takeLock(file, launcher = process.ppid) {
  const mine = { pid: process.pid, mark: startMark(process.pid), launcher, launcherMark: startMark(launcher) };
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return () => {
        if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
      };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    const holds = () => holder !== undefined && isSame(holder.pid, holder.mark);
    if (holds()) {
      const launched = isSame(holder.launcher, holder.launcherMark);
      if (launched || !(await waitUntil(() => !holds(), 20_000)))
        throw new Problem(
          'already-running',
          `Permanence tourne déjà sur ces données (already running). Utilisez cette fenêtre-là, ou arrêtez-la par Ctrl-C avant de relancer.`,
          `process ${holder.launcher}, ${file}`,
        );
    }
    rmSync(file, { force: true });
  }
  throw new Problem('already-running', 'Un autre démarrage est en cours sur ces données (another start is under way).', file);
}
