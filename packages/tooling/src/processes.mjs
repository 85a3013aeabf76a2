// Is this process still there, and is it the one we think? Process numbers are given again after a reboot or a long day.
import { readFileSync, readlinkSync } from 'node:fs';

const statFields = (pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before may hold spaces and brackets
};

/** Whether the process runs. One that ended and waits to be collected (a zombie) does not. */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false; // EPERM: alive, someone else's
  }
  try {
    return statFields(pid)[0] !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

/** When the process started, in the kernel's own unit; null where the system does not say. Tells a process from a later one of the same number. */
export function startMark(pid) {
  try {
    return statFields(pid)[19] ?? null;
  } catch {
    return null;
  }
}

/** Where the process works, or null when it cannot be known. */
export function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Waits until `done()` answers true; false when `timeLimit` milliseconds went by first. */
export async function waitUntil(done, timeLimit) {
  const end = Date.now() + timeLimit;
  while (!done()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
