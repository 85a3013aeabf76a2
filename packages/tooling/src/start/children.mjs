// The processes `npm start` holds together: started one after the other, stopped in the reverse order, none left behind.
import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { explain, Problem } from '../problem.mjs';

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;
const exitOf = (child) => (hasEnded(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve)));

/**
 * Starts an application and waits until it says that it is ready (`'ready'` or `{ ready: true, … }` over IPC).
 * Detached, so that a Ctrl-C reaches the launcher alone, which then stops things in order.
 * @returns {Promise<{ child: import('node:child_process').ChildProcess, message: unknown }>}
 * @throws {Problem} `app-ended`
 */
export function startApplication(name, file, env, register) {
  const child = fork(file, {
    env,
    detached: process.platform !== 'win32',
    execArgv: ['--enable-source-maps', '--import', new URL('stop-with-launcher.mjs', import.meta.url).href],
  });
  register(child); // before it is ready: a Ctrl-C in between must stop it too
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (message === 'ready' || message?.ready === true) resolve({ child, message });
    });
    child.once('error', (error) => reject(explain(error)));
    child.once('exit', (code, signal) =>
      reject(
        new Problem(
          'app-ended',
          `${name} s’est arrêté avant d’être prêt (ended before it was ready). Les données ne sont pas touchées ; la raison est ci-dessus.`,
          `${file}: ${code ?? signal}`,
        ),
      ),
    );
  });
}

/** Asks all to stop, waits, and ends those that have not after `timeLimit` milliseconds. */
export async function stopApplications(children, timeLimit = 15_000) {
  for (const child of children) if (!hasEnded(child)) child.kill('SIGTERM');
  const late = setTimeout(() => children.filter((child) => !hasEnded(child)).forEach((child) => child.kill('SIGKILL')), timeLimit);
  await Promise.all(children.map(exitOf));
  clearTimeout(late);
}

/**
 * Runs a Node.js tool to its end and keeps what it says for the case that it fails.
 * @throws {Problem} `tool-failed`
 */
export function runTool(workspace, args, { env, sentence, register, digest = (output) => output }) {
  const child = spawn(process.execPath, args, { cwd: workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  register(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(explain(error)));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output);
      else if (/ENOSPC|No space left/.test(output)) reject(explain(new Error(output)));
      else reject(new Problem('tool-failed', sentence, `node ${args.join(' ')}: ${code ?? signal}\n${digest(output)}`));
    });
  });
}

/** npm passes SIGTERM to its shell only, and the launcher stays behind: when that shell is gone, so are we. */
export function whenParentGoes(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 300);
  timer.unref();
  return () => clearInterval(timer);
}

/** The file that `npm run build` makes of an application. */
export const builtApplication = (workspace, name) => join(workspace, 'apps', name, 'dist/main.js');
