// `npm run mutation -- rules|clocks`: changes the law in thousands of small ways and counts how many the specs notice.
//   --concurrency N   processes (1)
//   --files GLOB      only these sources, relative to the room; may be repeated
//   --force           everything anew: without it, what an earlier run settled and nothing touched since is not run again
// The last line is the count; reports/mutation holds the pages, and `<name>.survivors.txt` the mutants nobody noticed.
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutationRun } from './mutation/run.mjs';
import { scopes } from './mutation/scopes.mjs';

const workspace = join(import.meta.dirname, '../../..');
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    concurrency: { type: 'string', default: '1' },
    files: { type: 'string', multiple: true },
    force: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
const scope = Object.hasOwn(scopes, name ?? '') ? scopes[name] : undefined;
const concurrency = Number(values.concurrency);

if (!scope || positionals.length !== 1 || !(Number.isInteger(concurrency) && concurrency > 0)) {
  console.error('Usage : npm run mutation -- rules|clocks [--concurrency N] [--files GLOB] [--force]');
  process.exitCode = 1;
} else {
  const begun = Date.now();
  const reports = join(workspace, 'reports/mutation');
  const settled = (of) => join(reports, `${of}.incremental.json`);
  const age = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (scope.partOf && age(settled(scope.partOf)) > age(settled(name))) copyFileSync(settled(scope.partOf), settled(name));
  const { counted } = await mutationRun({
    name: values.files ? `${name}-part` : name,
    room: join(workspace, scope.room),
    mutate: values.files ? [...values.files, ...scope.mutate.filter((pattern) => pattern.startsWith('!'))] : scope.mutate,
    leftOut: Object.keys(scope.leftOut),
    reports,
    temporary: join(workspace, 'node_modules/.cache/permanence-mutation'),
    reporters: ['progress-append-only', 'html'],
    incremental: !values.files,
    force: values.force,
    concurrency,
  });
  console.log(`${Math.round((Date.now() - begun) / 1000)} s`);
  console.log(JSON.stringify(counted));
}
