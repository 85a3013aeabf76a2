// Reads the staged content, not the files: what another hand is changing meanwhile is none of its business. Stages and rewrites nothing.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { addedLines, findSecrets } from './secrets.mjs';

const workspace = join(import.meta.dirname, '../../../..');
const git = (...args) => {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: workspace, encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
};

/** Files whose staged content prettier would write otherwise. */
async function badlyFormatted(paths) {
  const prettier = await import('prettier');
  const bad = [];
  for (const path of paths) {
    const file = join(workspace, path);
    const { ignored, inferredParser } = await prettier.getFileInfo(file, { ignorePath: join(workspace, '.prettierignore') });
    if (ignored || !inferredParser) continue;
    const options = { ...(await prettier.resolveConfig(file)), filepath: file };
    if (!(await prettier.check(git('show', `:${path}`), options).catch(() => false))) bad.push(path);
  }
  return bad;
}

/** oxlint without types: milliseconds. Boundaries and types are for npm test. It reads the files of the work tree. */
function lint(paths) {
  const sources = paths.filter((path) => /\.tsx?$/.test(path));
  if (!sources.length) return '';
  const { status, stdout } = spawnSync(process.execPath, [join(workspace, 'node_modules/oxlint/bin/oxlint'), '--quiet', ...sources], {
    cwd: workspace,
    encoding: 'utf8',
  });
  return status === 0 ? '' : stdout;
}

const staged = git('diff', '--cached', '--name-only', '-z', '--diff-filter=ACMR').split('\0').filter(Boolean);
const problems = [
  ...findSecrets(addedLines(git('diff', '--cached', '--unified=0', '--no-color', '--no-ext-diff', '--diff-filter=ACMR'))),
  ...(await badlyFormatted(staged)).map((path) => `${path}: not formatted, run: npx prettier --write ${path}`),
  lint(staged),
].filter(Boolean);
if (problems.length) {
  console.error(`pre-commit:\n${problems.join('\n')}`);
  process.exit(1);
}
