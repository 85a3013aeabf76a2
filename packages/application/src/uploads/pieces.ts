import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { AppError, type Actor } from '@permanence/contracts';
import type { UploadRow } from '@permanence/persistence';
import type { AssociationKey, FilesContext } from '../files/file-store.ts';
import { KEY_BYTES, seal, unseal } from '../files/seal.ts';

type Place = Pick<UploadRow, 'id' | 'personId'> & { associationId: string; userId: string };
const keyContext = ({ associationId, personId, userId, id }: Place, version: number): string =>
  `permanence upload key ${associationId} ${personId} ${userId} ${id} ${version}`;
/** Where a piece begins is part of what seals it: pieces cannot change places, nor be given to another file. */
const pieceContext = ({ associationId, personId, userId, id }: Place, offset: number): string =>
  `permanence upload piece ${associationId} ${personId} ${userId} ${id} ${offset}`;
export const pieceKey = (associationId: string, id: string, offset: number): string => `${associationId}/${id}.${offset}.chunk`;

export const newUploadKey = (place: Place, { version, key }: AssociationKey): Uint8Array =>
  seal(key, randomBytes(KEY_BYTES), keyContext(place, version));
export const openUploadKey = (place: Place, { version, key }: AssociationKey, sealedKey: Uint8Array): Uint8Array => {
  try {
    return unseal(key, sealedKey, keyContext(place, version));
  } catch (cause) {
    throw new AppError('unavailable', { message: `upload ${place.id} does not open`, cause });
  }
};
/** Its key under another key of the association; its pieces are not touched. */
export const resealUploadKey = (place: Place, from: AssociationKey, to: AssociationKey, sealedKey: Uint8Array): Uint8Array =>
  seal(to.key, openUploadKey(place, from, sealedKey), keyContext(place, to.version));

/** The association's key of a version, opened. */
export async function keyOfVersion(app: FilesContext, actor: Actor, version: number): Promise<AssociationKey> {
  const row = await app.database.read(actor, (r) => r.associationKeys.find(version));
  if (!row) throw new AppError('unavailable', { message: `no association key ${version}` });
  return app.files.openAssociationKey(actor.associationId, row);
}

export async function putPiece(app: FilesContext, place: Place, key: Uint8Array, offset: number, bytes: Buffer): Promise<void> {
  const sealed = seal(key, bytes, pieceContext(place, offset));
  await app.files.putSealed(
    pieceKey(place.associationId, place.id, offset),
    (async function* () {
      yield sealed;
    })(),
  );
}
/** All of it, in order, each piece authenticated. @throws AppError unavailable when one is missing, changed or of another place */
export async function readPieces(
  app: FilesContext,
  place: Place,
  key: Uint8Array,
  length: number,
): Promise<{ bytes: Buffer; offsets: number[] }> {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < length;) {
    const sealed = await buffer(await app.files.getSealed(pieceKey(place.associationId, place.id, at)));
    try {
      const piece = Buffer.from(unseal(key, sealed, pieceContext(place, at)));
      parts.push(piece);
      offsets.push(at);
      at += piece.length;
    } catch (cause) {
      throw new AppError('unavailable', { message: `a piece of upload ${place.id} does not open`, cause });
    }
  }
  return { bytes: Buffer.concat(parts), offsets };
}
