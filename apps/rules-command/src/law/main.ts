import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runLaw } from './run.ts';

const { exitCode, output } = runLaw(process.argv.slice(2), (folder, name, text) => {
  const place = resolve(folder);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, name), text);
});
(exitCode === 0 ? process.stdout : process.stderr).write(output);
process.exitCode = exitCode;
