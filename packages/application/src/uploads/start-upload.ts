import { AppError, MAX_OPEN_UPLOAD_BYTES, MAX_OPEN_UPLOADS, UPLOAD_HOURS, type Actor, type NewUploadRequest } from '@permanence/contracts';
import { associationKey } from '../files/file-store.ts';
import type { UploadContext } from '../files/inspect/file-checks.ts';
import { mayAddDocument } from '../papers/add-document.ts';
import { newUploadKey } from './pieces.ts';

/**
 * Opens the way for a file that will come in pieces. Nothing of anybody's record changes yet, so nothing is audited: that is done when
 * the paper is added. @throws AppError not-found, too-many-uploads
 */
export async function startUpload(app: UploadContext, actor: Actor, input: NewUploadRequest & { id: string }): Promise<void> {
  const { id, personId, byteSize, filename, filetype } = input;
  await mayAddDocument(app, actor, personId);
  const key = await associationKey(app, actor);
  const now = app.clock.now();
  const place = { id, personId, associationId: actor.associationId, userId: actor.userId ?? '' };
  const upload = {
    id,
    personId,
    byteSize,
    originalName: filename,
    declaredType: filetype,
    sealedKey: newUploadKey(place, key),
    keyVersion: key.version,
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + UPLOAD_HOURS * 3_600_000).toISOString(),
  };
  await app.database.transaction(actor, async ({ uploads }) => {
    const { count, bytes } = await uploads.open(now);
    if (count >= MAX_OPEN_UPLOADS || bytes + byteSize > MAX_OPEN_UPLOAD_BYTES) throw new AppError('too-many-uploads');
    await uploads.add(upload);
  });
}
