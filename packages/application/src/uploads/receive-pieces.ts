import { AppError, type Actor } from '@permanence/contracts';
import type { UploadRow } from '@permanence/persistence';
import type { FilesContext } from '../files/file-store.ts';
import { found } from '../support/use-case.ts';
import { keyOfVersion, openUploadKey, putPiece } from './pieces.ts';

/** What a broken line costs at most, and what is held in memory of a file on its way. */
const PIECE = 1024 * 1024;

/** One's own file on its way. @throws AppError not-found: nobody else's, given up, described or expired alike */
export const findUpload = async (app: FilesContext, actor: Actor, id: string): Promise<UploadRow> =>
  found(await app.database.read(actor, (r) => r.uploads.find(id, app.clock.now())));

/**
 * Takes what comes from `offset` on, sealing it piece by piece before it is stored. When the line breaks, what has come is kept.
 * @returns how far the file has come
 * @throws AppError version-conflict when `offset` is not where it stands, or another request is writing it
 */
export async function receivePieces(
  app: FilesContext,
  actor: Actor,
  input: { id: string; offset: number; content: AsyncIterable<Uint8Array> },
): Promise<number> {
  const upload = await findUpload(app, actor, input.id);
  if (upload.received !== input.offset || upload.kept) throw new AppError('version-conflict');
  const place = { id: upload.id, personId: upload.personId, userId: upload.userId, associationId: actor.associationId };
  const key = openUploadKey(place, await keyOfVersion(app, actor, upload.keyVersion), upload.sealedKey);
  let at = input.offset;
  let waiting: Buffer[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (length === 0) return;
    await putPiece(app, place, key, at, Buffer.concat(waiting));
    // Stored first, counted after: a crash in between leaves a piece that the next one replaces.
    const [from, to] = [at, at + length];
    if (!(await app.database.read(actor, (r) => r.uploads.advance(upload.id, from, to)))) throw new AppError('version-conflict');
    at = to;
    waiting = [];
    length = 0;
  };
  try {
    for await (const chunk of input.content) {
      if (at + length + chunk.length > upload.byteSize) throw new AppError('file-too-large');
      waiting.push(Buffer.from(chunk));
      length += chunk.length;
      if (length >= PIECE) await flush();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // The line broke: the client asks where to go on.
  }
  await flush();
  return at;
}
