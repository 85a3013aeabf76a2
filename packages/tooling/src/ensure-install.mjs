// `npm ci` when node_modules is missing, older than the lock file, or was left half-way. Node built-ins only: nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, explainInstall } from './install/problems.mjs';
import { begin, isComplete, isInstalled, progress, wasCut, writeStamp } from './install/state.mjs';
import { takeLock } from './lock.mjs';
import { explain } from './problem.mjs';

/** `--include=dev`: NODE_ENV=production would leave out the build. `--ignore-scripts`: no package here needs its own. */
const npmArguments = ['ci', '--ignore-scripts', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];

/** The npm that runs us, if it does; else the one of the PATH. */
function npmCommand() {
  const running = process.env.npm_execpath ?? '';
  return /^npm/.test(basename(running)) && running.endsWith('.js') ? [process.execPath, running] : ['npm'];
}

/** One line that is rewritten on a terminal, and one line every ten seconds in a log. */
function showProgress(workspace) {
  const { total, count } = progress(workspace);
  const begun = Date.now();
  const line = () => `  … ${count()} / ${total} paquets (packages), ${Math.round((Date.now() - begun) / 1000)} s`;
  const timer = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r${line()}`), 500)
    : setInterval(() => console.log(line()), 10_000);
  return () => {
    clearInterval(timer);
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
  };
}

function install(workspace) {
  const [command, ...first] = npmCommand();
  const child = spawn(command, [...first, ...npmArguments], {
    cwd: workspace,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  let output = '';
  child.stderr.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  const done = showProgress(workspace);
  const stopChild = () => child.kill('SIGTERM');
  const signals = ['SIGTERM', 'SIGINT'];
  for (const signal of signals) process.once(signal, stopChild);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(explainInstall(`npm: ${error.message}`)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(explainInstall(output || `npm ci: ${code}`))));
  }).finally(() => {
    done();
    for (const signal of signals) process.off(signal, stopChild);
  });
}

/** Another start may be installing: wait for it, ten minutes at most, rather than pull its packages away. */
async function lockInstall(file, say) {
  const end = Date.now() + 600_000;
  for (let said = false; ; said = true) {
    try {
      return await takeLock(file, process.pid);
    } catch (error) {
      if (error.code !== 'already-running' || Date.now() > end) throw error;
      if (!said) say('Une autre fenêtre installe les paquets : attente de sa fin (waiting for another install).');
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** The commit hooks of the repository, in a git clone whose owner has not chosen other ones. Never a reason to stop. */
function useHooks(workspace) {
  if (!existsSync(join(workspace, '.git')) || !existsSync(join(workspace, '.githooks'))) return;
  const git = (...args) => spawnSync('git', ['config', '--local', ...args], { cwd: workspace, encoding: 'utf8' });
  if (git('--get', 'core.hooksPath').status === 1) git('core.hooksPath', '.githooks');
}

/**
 * Brings node_modules in line with package-lock.json.
 * @param {string} [workspace] root of the clone
 * @returns {Promise<boolean>} whether something had to be installed
 * @throws {Problem} with a sentence in French; what is there is then redone by the next call
 */
export async function ensureInstall(workspace = join(import.meta.dirname, '../../..'), say = console.log) {
  checkNode();
  useHooks(workspace);
  if (isInstalled(workspace)) return false;
  mkdirSync(join(workspace, '.cache'), { recursive: true });
  const giveBack = await lockInstall(join(workspace, '.cache/install.lock'), say);
  try {
    if (isInstalled(workspace)) return false; // by the one waited for
    const cut = wasCut(workspace);
    if (!cut && isComplete(workspace)) {
      writeStamp(workspace); // someone's own `npm ci`
      return false;
    }
    say(
      cut
        ? 'Une installation précédente a été interrompue : elle est refaite (interrupted install, done again)…'
        : 'Installation des paquets : premier démarrage ou nouvelle version, une minute environ (installing packages)…',
    );
    begin(workspace);
    await install(workspace);
    writeStamp(workspace);
    return true;
  } finally {
    giveBack();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await ensureInstall();
  } catch (error) {
    console.error(explain(error).message);
    process.exit(1);
  }
}
