import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const workspace = join(import.meta.dirname, '../../..');

const made: string[] = [];
/** An empty folder of its own for one test, which other accounts may pass through. */
export function scratchFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'permanence-spec-'));
  chmodSync(folder, mode);
  made.push(folder);
  return folder;
}

/** To call in `afterAll`: removes what the file's tests made. */
export function removeScratch(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
