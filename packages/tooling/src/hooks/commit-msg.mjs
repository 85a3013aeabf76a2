import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { messageProblem } from './message.mjs';

const workspace = join(import.meta.dirname, '../../../..');
const rooms = ['apps', 'packages'].flatMap((group) => readdirSync(join(workspace, group)));
const problem = messageProblem(readFileSync(process.argv[2], 'utf8'), rooms);
if (problem) {
  console.error(`commit-msg: ${problem}`);
  process.exit(1);
}
