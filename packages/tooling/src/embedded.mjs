// The embedded PostgreSQL, seen by those who use it: `npm start`, the test databases, the specs.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Problem } from './problem.mjs';

/**
 * Starts the embedded PostgreSQL on a folder of its own, in a process that outlives neither its launcher nor a call of `stop`.
 * @param {object} options
 * @param {string} options.home where it keeps its data, its passwords and its lock
 * @param {boolean} [options.throwAway] for tests: nothing is forced to the disk
 * @param {number} [options.wantedPort] 0 for any; by default the port of the last start
 * @param {(sentence: string) => void} [options.say] receives what the person at the console should know
 * @returns {Promise<{ url: string, superuserUrl?: string, dataDir: string, pid: number, stop: () => Promise<void>, died: Promise<Problem> }>} `url` is the owner's
 * @throws {Problem} with a sentence in French
 */
export async function startEmbedded({ say = () => {}, ...options }) {
  const child = fork(join(import.meta.dirname, 'embedded-pg.mjs'), [JSON.stringify(options)], {
    detached: process.platform !== 'win32',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let told;
  const died = gone.then(
    (code) => told ?? new Problem('server-died', 'Le serveur PostgreSQL embarqué s’est arrêté (embedded server ended).', `exit ${code}`),
  );
  const ready = new Promise((resolve) => {
    child.on('message', ({ say: sentence, problem, url, superuserUrl, dataDir }) => {
      if (sentence) say(sentence);
      if (problem) told = new Problem(problem.code, problem.message);
      if (url) resolve({ url, superuserUrl, dataDir });
    });
  });
  const first = await Promise.race([ready, died]);
  if (first instanceof Problem) throw first;
  const stop = async () => {
    if (child.connected) child.send('stop');
    await gone;
  };
  return { ...first, pid: child.pid, stop, died };
}
