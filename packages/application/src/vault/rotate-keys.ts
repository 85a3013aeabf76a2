import { AppError, systemActor, type Actor } from '@permanence/contracts';
import { everyAssociation } from '@permanence/persistence';
import type { AssociationKey, FilesContext } from '../files/file-store.ts';
import { newId } from '../support/ids.ts';
import { mutation } from '../support/use-case.ts';
import { resealUploadKey } from '../uploads/pieces.ts';

const BATCH = 500;
/** The system with the right to restricted papers: without it their keys would be left behind. */
const rotator = (associationId: string): Actor => ({ ...systemActor(associationId), restrictedPapers: true });

/**
 * Makes a new key for the association, and asks for every file's key to be sealed by it; the files themselves are not touched. New files
 * take the new key at once. @throws AppError wrong-state when a change is under way already, or there is no key yet
 */
export const startKeyRotation = mutation<object, { version: number }, FilesContext>({
  name: 'start-key-rotation',
  permission: 'vault.manage',
  execute: async ({ repositories, actor, app }) => {
    const { associationId } = actor;
    const versions = await repositories.associationKeys.all();
    const [newest] = versions;
    if (!newest || versions.length > 1) throw new AppError('wrong-state');
    const old = app.files.openAssociationKey(associationId, newest);
    const version = newest.version + 1;
    const sealedKey = app.files.newAssociationKey(associationId, version);
    const made = app.files.openAssociationKey(associationId, { version, sealedKey });
    // The same file must still be recognised after the old key is gone.
    const fingerprintKey = app.files.openFingerprintKey(associationId, old, newest.sealedFingerprintKey);
    const sealedFingerprintKey = app.files.sealFingerprintKey(associationId, made, fingerprintKey);
    await repositories.associationKeys.addIfAbsent({ version, sealedKey, sealedFingerprintKey });
    await repositories.outbox.enqueue(newId(), 'vault.rotate', { associationId });
    return { result: { version }, audit: [{ action: 'vault.rotation-started', targetKind: 'association', targetId: associationId }] };
  },
});

/**
 * Seals the keys of files and of uploads anew, some hundred at a time, each batch on its own: stopped half-way, it goes on where it was;
 * meanwhile every file opens with the key its row names. The old key goes when nothing needs it: the database refuses it before.
 */
export async function continueKeyRotation(app: FilesContext, { associationId }: { associationId: string }): Promise<{ resealed: number }> {
  const actor = rotator(associationId);
  const rows = await app.database.read(actor, (r) => r.associationKeys.all());
  const [newest, ...older] = rows;
  if (!newest || older.length === 0) return { resealed: 0 };
  const to = app.files.openAssociationKey(associationId, newest);
  let resealed = 0;
  for (const old of older) resealed += await resealAll(app, actor, app.files.openAssociationKey(associationId, old), to);
  await app.database.transaction(actor, async ({ associationKeys, audit }) => {
    for (const { version } of older) await associationKeys.remove(version);
    await audit.record(newId(), { action: 'vault.rotated', targetKind: 'association', targetId: associationId }, null);
  });
  return { resealed };
}
async function resealAll(app: FilesContext, actor: Actor, from: AssociationKey, to: AssociationKey): Promise<number> {
  const { associationId } = actor;
  let count = 0;
  for (;;) {
    const files = await app.database.read(actor, (r) => r.files.unsafeSealedBy(from.version, BATCH));
    if (files.length === 0) break;
    const sealed = files.map(({ id, personId, sealedKey }) => ({
      id,
      sealedKey: app.files.resealFileKey({ associationId, personId, fileId: id }, from, to, sealedKey),
    }));
    count += await app.database.transaction(actor, (r) => r.files.unsafeReseal(from.version, to.version, sealed));
  }
  for (;;) {
    const uploads = await app.database.read(actor, (r) => r.uploads.unsafeSealedBy(from.version, BATCH));
    if (uploads.length === 0) break;
    await app.database.transaction(actor, async (r) => {
      for (const { id, personId, userId, sealedKey, keptKey } of uploads) {
        const place = { id, personId, userId, associationId };
        await r.uploads.unsafeReseal(id, from.version, to.version, {
          sealedKey: resealUploadKey(place, from, to, sealedKey),
          keptKey: keptKey && app.files.resealFileKey({ associationId, personId, fileId: id }, from, to, keptKey),
        });
      }
    });
    count += uploads.length;
  }
  return count;
}

/**
 * After FILES_KEY was changed, with the one before in FILES_KEY_PREVIOUS: the associations' keys, sealed by the new one. Files and their
 * keys are not touched. Once none is left, FILES_KEY_PREVIOUS can go. Running it again changes nothing.
 */
export async function resealAssociationKeys(app: FilesContext): Promise<{ resealed: number }> {
  let resealed = 0;
  for (const { id } of await everyAssociation(app.database)) {
    const actor = rotator(id);
    await app.database.transaction(actor, async ({ associationKeys, audit }) => {
      for (const row of await associationKeys.all()) {
        if (app.files.isSealedByFilesKey(id, row)) continue;
        await associationKeys.reseal(row.version, app.files.sealAssociationKey(id, app.files.openAssociationKey(id, row)));
        await audit.record(newId(), { action: 'vault.files-key-changed', targetKind: 'association', targetId: id }, null);
        resealed += 1;
      }
    });
  }
  return { resealed };
}
