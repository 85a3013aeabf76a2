// One room's specs of one kind, run by the room's own script, counted from Jest's JSON report and not from its words.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

/** Runs a command to its end. @returns {Promise<{ code: number, output: string }>} */
export function runCommand(command, args, { cwd, env, track }) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  const untrack = track?.(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output = (output + chunk).slice(-400_000)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.once('close', (code) => {
      untrack?.();
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * What a report says, against what should have run. A spec that did not run, ran no test, or skipped one, is a failure.
 * @param {object} report Jest's
 * @param {string[]} expected specs of the room and kind, absolute
 * @returns {{ passed: number, failed: number, problems: string[] }}
 */
export function countReport(report, expected) {
  const problems = [];
  const ran = new Map(report.testResults.map((suite) => [suite.name, suite]));
  for (const path of expected) {
    const suite = ran.get(path);
    if (!suite) problems.push(`${path}: did not run`);
    else if (!suite.assertionResults.length) problems.push(`${path}: ran no test`);
  }
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped) problems.push(`${skipped} tests skipped`);
  if (!report.success && !report.numFailedTests && !problems.length) problems.push('Jest reports a failure outside the tests');
  return { passed: report.numPassedTests, failed: report.numFailedTests + problems.length, problems };
}

/**
 * @param {object} run
 * @param {{ name: string, folder: string }} run.room
 * @param {string} run.script name of the room's npm script
 * @param {string[]} run.specs relative to the workspace
 * @param {boolean} [run.byPath] these alone, and not all that the room's configuration finds
 * @returns {Promise<{ passed: number, failed: number, seconds: number, output: string }>} `output` is worth reading when something failed
 */
export async function runSpecs({ workspace, room, script, specs, byPath = false, env, track }) {
  const begun = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'permanence-report-'));
  const file = join(folder, 'report.json');
  const paths = byPath ? ['--runTestsByPath', ...specs.map((path) => join(workspace, path))] : [];
  const { code, output } = await runCommand('npm', ['run', '--silent', script, '--', '--json', `--outputFile=${file}`, ...paths], {
    cwd: join(workspace, room.folder),
    env,
    track,
  });
  const seconds = (Date.now() - begun) / 1000;
  try {
    if (!existsSync(file)) return { passed: 0, failed: 1, seconds, output: `${output}\n${room.folder}: no report (exit ${code})` };
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const { passed, failed, problems } = countReport(
      report,
      specs.map((path) => join(workspace, path)),
    );
    // A passed report beside a failed exit (a teardown that threw, a handle that never closed) is a failure too.
    const exit = code !== 0 && !failed ? [`${room.folder}: Jest ended with ${code}`] : [];
    const messages = report.testResults
      .filter((suite) => suite.status === 'failed')
      .map((suite) => `${relative(workspace, suite.name).split(sep).join('/')}\n${suite.message}`);
    const words = messages.length ? messages.join('\n') : failed || exit.length ? output : '';
    return { passed, failed: failed + exit.length, seconds, output: [words, ...problems, ...exit].filter(Boolean).join('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
