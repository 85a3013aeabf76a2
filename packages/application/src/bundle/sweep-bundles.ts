import { systemActor, type Actor } from '@permanence/contracts';
import { everyAssociation } from '@permanence/persistence';
import type { FilesContext } from '../files/file-store.ts';
import { mutation } from '../support/use-case.ts';

/** Asked so long ago and in nobody's hands: the queue has given it up. */
const ABANDONED_HOURS = 6;

const expire = mutation<{ id: string }, string | null>({
  name: 'expire-bundle',
  permission: 'document.write',
  execute: async ({ input: { id }, repositories }) => {
    const storageKey = await repositories.bundles.expire(id);
    return { result: storageKey, audit: storageKey ? [{ action: 'bundle.expired', targetKind: 'bundle', targetId: id }] : [] };
  },
});
export const failBundle = mutation<{ id: string; failure: 'piece-gone' | 'piece-unreadable' | 'interrupted'; leaseId?: string }, boolean>({
  name: 'fail-bundle',
  permission: 'document.write',
  execute: async ({ input: { id, failure, leaseId }, repositories }) => {
    const ended = await repositories.bundles.end(id, 'failed', failure, leaseId);
    return { result: ended, audit: ended ? [{ action: 'bundle.failed', targetKind: 'bundle', targetId: id }] : [] };
  },
});

/** Takes away bundles whose days are over, their key first; and says of those nobody works on that they came to nothing. */
export async function sweepBundles(app: FilesContext): Promise<{ expired: number; abandoned: number }> {
  const report = { expired: 0, abandoned: 0 };
  const now = app.clock.now();
  const abandoned = new Date(Date.parse(now) - ABANDONED_HOURS * 3_600_000).toISOString();
  for (const { id: associationId } of await everyAssociation(app.database)) {
    const sweeper: Actor = { ...systemActor(associationId), restrictedPapers: true };
    const over = await app.database.read(sweeper, (r) => r.bundles.over(now, abandoned));
    for (const id of over.expired) {
      const storageKey = await expire(app, sweeper, { id });
      // When this fails, the sweep of files without a row takes it.
      if (storageKey) await app.files.remove(storageKey).catch(() => undefined);
      report.expired += 1;
    }
    for (const id of over.abandoned) if (await failBundle(app, sweeper, { id, failure: 'interrupted' })) report.abandoned += 1;
  }
  return report;
}
