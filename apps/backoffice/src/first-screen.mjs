// What a browser fetches before the first screen, compressed: the entry, its static imports and its styles. Fails above the budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 520;
const dist = join(import.meta.dirname, '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const files = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const style of chunk.css ?? []) files.add(style);
  for (const next of chunk.imports ?? []) visit(next);
};
visit('index.html');
const kilobytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1024;
console.log(`first screen: ${kilobytes.toFixed(0)} kB gzip in ${files.size} files (budget ${BUDGET_KB})`);
if (kilobytes > BUDGET_KB) {
  console.error('The first screen is heavier than its budget: make a route lazy, or drop a dependency.');
  process.exit(1);
}
