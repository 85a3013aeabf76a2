import { systemActor, type Actor } from '@permanence/contracts';
import { everyAssociation } from '@permanence/persistence';
import type { FilesContext } from './file-store.ts';

export interface SweepReport {
  /** Stored bytes that belonged to no row. */
  removed: number;
  /** Rows whose bytes are gone: nothing is done about them but to say so. */
  missing: string[];
}

/** `<association>/<file>.1048576.chunk` belongs to `<file>`. */
const fileOf = (key: string): string => key.split('/')[1]?.split(/[.#]/)[0] ?? '';

/**
 * Takes away what a crash between storing a file and writing its row left behind, half-written files included. Anything younger than
 * `olderThanMinutes` may still be on its way and stays.
 */
export async function sweepOrphanFiles(app: FilesContext, { olderThanMinutes = 60 } = {}): Promise<SweepReport> {
  const limit = new Date(Date.parse(app.clock.now()) - olderThanMinutes * 60_000).toISOString();
  const report: SweepReport = { removed: 0, missing: [] };
  for (const { id } of await everyAssociation(app.database)) {
    // With the right to restricted papers: without it their files would look forgotten, and be lost.
    const sweeper: Actor = { ...systemActor(id), restrictedPapers: true };
    const storageKeys = () => app.database.read(sweeper, (r) => r.files.unsafeStorageKeys());
    const uploads = () => app.database.read(sweeper, (r) => r.uploads.unsafeIds());
    // What nobody went on with in time; its pieces are then without a row, and go below.
    await app.database.read(sweeper, (r) => r.uploads.unsafeRemoveExpired(app.clock.now()));
    // Rows are read before and after the blobs: a file that gets its row meanwhile is neither taken nor reported.
    const before = await storageKeys();
    const found = new Map<string, { storedAt: string; complete: boolean }>();
    for await (const blob of app.files.list(id)) found.set(blob.key, blob);
    // Uploads first: one that becomes a file in between is then found among the files.
    const onTheirWay = await uploads();
    const after = await storageKeys();
    for (const [key, { storedAt }] of found) {
      if (after.has(key) || onTheirWay.has(fileOf(key)) || storedAt >= limit) continue;
      await app.files.remove(key);
      report.removed += 1;
    }
    for (const key of before) if (!found.has(key)) report.missing.push(key);
  }
  return report;
}
