import { AppError, type Actor, type CheckedUpload } from '@permanence/contracts';
import type { UploadRow } from '@permanence/persistence';
import { fingerprintKey, type FilesContext } from '../files/file-store.ts';
import type { UploadContext } from '../files/inspect/file-checks.ts';
import { slices } from '../files/slices.ts';
import { fingerprint } from '../files/seal.ts';
import { keyOfVersion, openUploadKey, pieceKey, readPieces } from './pieces.ts';
import { findUpload } from './receive-pieces.ts';

const forget = async (app: FilesContext, keys: readonly string[]): Promise<void> => {
  // What cannot be removed now, the sweep takes: no row speaks of it.
  for (const key of keys) await app.files.remove(key).catch(() => undefined);
};

/** Gives up a file on its way: its row, its pieces, and what was kept of it. @throws AppError not-found */
export async function cancelUpload(app: FilesContext, actor: Actor, { id }: { id: string }): Promise<void> {
  const upload = await findUpload(app, actor, id);
  await app.database.read(actor, (r) => r.uploads.remove(id));
  await forget(app, await storedOf(app, actor, upload));
}
const storedOf = async (app: FilesContext, { associationId }: Actor, { id }: UploadRow): Promise<string[]> => {
  const keys: string[] = [];
  for await (const { key } of app.files.list(associationId)) if (key.startsWith(`${associationId}/${id}`)) keys.push(key);
  return keys;
};

/**
 * Looks at a file that has come whole, and keeps what the checks leave of it, sealed as every paper's file. Asked again, it answers the
 * same. A refused file is given up at once.
 * @throws AppError file-refused, scan-failed, wrong-state when some of it is still to come
 */
export async function checkUpload(app: UploadContext, actor: Actor, { id }: { id: string }): Promise<CheckedUpload> {
  const upload = await findUpload(app, actor, id);
  if (upload.kept) return answer(app, actor, upload.personId, id, upload.kept, /\.(heic|heif|hif)$/i.test(upload.originalName));
  if (upload.received !== upload.byteSize) throw new AppError('wrong-state');
  const { associationId } = actor;
  const place = { id, personId: upload.personId, userId: upload.userId, associationId };
  const key = await keyOfVersion(app, actor, upload.keyVersion);
  const { bytes, offsets } = await readPieces(app, place, openUploadKey(place, key, upload.sealedKey), upload.byteSize);
  const pieces = offsets.map((offset) => pieceKey(associationId, id, offset));
  let checked;
  try {
    checked = await app.checks.check({ bytes, originalName: upload.originalName, declaredType: upload.declaredType });
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-refused') {
      await app.database.read(actor, (r) => r.uploads.remove(id));
      await forget(app, pieces);
    }
    throw error;
  }
  const sealed = await app.files.put({ associationId, personId: upload.personId, fileId: id }, key, slices(checked.bytes));
  const kept = {
    mediaType: checked.mediaType,
    keptSize: checked.bytes.length,
    pages: checked.pages,
    fingerprint: fingerprint(await fingerprintKey(app, actor), upload.personId, bytes),
    keptKey: sealed.sealedKey,
  };
  // Another request, or a change of the association's key, was first: the caller asks again.
  if (!(await app.database.read(actor, (r) => r.uploads.keep(id, key.version, kept)))) throw new AppError('version-conflict');
  await forget(app, pieces);
  return answer(app, actor, upload.personId, id, kept, checked.wasHeic);
}

async function answer(
  app: FilesContext,
  actor: Actor,
  personId: string,
  id: string,
  { mediaType, keptSize, pages, fingerprint: mark }: NonNullable<UploadRow['kept']>,
  wasHeic: boolean,
): Promise<CheckedUpload> {
  const same = await app.database.read(actor, (r) => r.files.sameFile(personId, mark));
  return { id, mediaType, byteSize: keptSize, pages, wasHeic, sameAsDocumentId: same?.documentId ?? null };
}
