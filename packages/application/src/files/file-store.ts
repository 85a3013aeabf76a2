import { Readable } from 'node:stream';
import { ReadableStream as WebStream } from 'node:stream/web';
import { randomBytes } from 'node:crypto';
import { AppError, type Actor } from '@permanence/contracts';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { SealedAssociationKey } from '@permanence/persistence';
import type { AppContext } from '../support/app-context.ts';
import { LocalBlobStore, type BlobStore } from './blob-store.ts';
import { fingerprintKeyOf, KEY_BYTES, readFilesKey, seal, unseal } from './seal.ts';

/** The association's key in the clear, held in memory while one operation runs. */
export interface AssociationKey {
  version: number;
  key: Uint8Array;
}
/** Whose file it is. Sealed into the file's key: a blob or a key put in another's place does not open. */
export interface FilePlace {
  associationId: string;
  personId: string;
  fileId: string;
}
export interface SealedFile {
  storageKey: string;
  sealedKey: Uint8Array;
  keyVersion: number;
}

const NO_PLACE = 'no place for files: FILES_KEY with FILES_DIR or S3_BUCKET';
const associationContext = (associationId: string, version: number): string => `permanence association key ${associationId} ${version}`;
const fingerprintContext = (associationId: string, version: number): string => `permanence fingerprint key ${associationId} ${version}`;
const fileContext = ({ associationId, personId, fileId }: FilePlace, version: number): string =>
  `permanence file key ${associationId} ${personId} ${fileId} ${version}`;

/** Not `Readable.toWeb`: there, a source that breaks off ends the process with an unhandled error. Here it rejects what reads it. */
const webStream = (content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  WebStream.from(content) as unknown as ReadableStream<Uint8Array>;

/**
 * The storage port of the use cases. Three layers of keys: `FILES_KEY`, kept outside the database and the storage, seals each
 * association's key; that key seals each file's own; the file itself is an age file (streamed, authenticated chunk by chunk), encrypted
 * before its first byte is stored. Database and storage together, without FILES_KEY, open nothing.
 */
export class FileStore {
  constructor(
    private readonly blobs: BlobStore,
    private readonly filesKey: Uint8Array | null,
    /** Opens what was sealed before FILES_KEY changed; seals nothing. */
    private readonly previousKey: Uint8Array | null = null,
    readonly kind: 'folder' | 's3' | 'none' = 'folder',
  ) {}
  private get masterKey(): Uint8Array {
    if (!this.filesKey) throw new AppError('unavailable', { message: NO_PLACE });
    return this.filesKey;
  }

  newAssociationKey(associationId: string, version: number): Uint8Array {
    return seal(this.masterKey, randomBytes(KEY_BYTES), associationContext(associationId, version));
  }
  /** @throws AppError unavailable when FILES_KEY is not the one the association's key was sealed with */
  openAssociationKey(associationId: string, { version, sealedKey }: { version: number; sealedKey: Uint8Array }): AssociationKey {
    const context = associationContext(associationId, version);
    try {
      return { version, key: unseal(this.masterKey, sealedKey, context) };
    } catch (cause) {
      if (this.previousKey)
        try {
          return { version, key: unseal(this.previousKey, sealedKey, context) };
        } catch {
          // Neither: the error of the key in use is the one to tell.
        }
      throw new AppError('unavailable', { message: 'the association key does not open with this FILES_KEY', cause });
    }
  }
  /** Whether the key that seals new ones sealed this one too; false after FILES_KEY was changed. */
  isSealedByFilesKey(associationId: string, { version, sealedKey }: { version: number; sealedKey: Uint8Array }): boolean {
    try {
      unseal(this.masterKey, sealedKey, associationContext(associationId, version));
      return true;
    } catch {
      return false;
    }
  }
  /** The association's key, sealed anew by the FILES_KEY in use. */
  sealAssociationKey(associationId: string, { version, key }: AssociationKey): Uint8Array {
    return seal(this.masterKey, key, associationContext(associationId, version));
  }
  /** A file's key under another key of its association; the file itself is not touched. */
  resealFileKey(place: FilePlace, from: AssociationKey, to: AssociationKey, sealedKey: Uint8Array): Uint8Array {
    return seal(to.key, unseal(from.key, sealedKey, fileContext(place, from.version)), fileContext(place, to.version));
  }

  /** Stores the file; write the row afterwards, and `remove` it when that fails. */
  async put(place: FilePlace, { version, key }: AssociationKey, content: AsyncIterable<Uint8Array>): Promise<SealedFile> {
    const identity = await generateX25519Identity();
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(identity));
    const storageKey = `${place.associationId}/${place.fileId}`;
    const sealed = await encrypter.encrypt(webStream(content));
    await this.blobs.put(storageKey, sealed as WebStream<Uint8Array>);
    return { storageKey, keyVersion: version, sealedKey: seal(key, Buffer.from(identity, 'utf8'), fileContext(place, version)) };
  }

  /**
   * The clear bytes. A changed byte further on destroys the stream; a wrong key or a foreign blob is refused before the first byte.
   * @throws AppError unavailable
   */
  async get(place: FilePlace, { version, key }: AssociationKey, file: SealedFile): Promise<Readable> {
    const blob = await this.blobs.get(file.storageKey);
    try {
      const decrypter = new Decrypter();
      decrypter.addIdentity(Buffer.from(unseal(key, file.sealedKey, fileContext(place, version))).toString('utf8'));
      const clear = await decrypter.decrypt(webStream(blob));
      return Readable.from(clear as WebStream<Uint8Array>, { objectMode: false });
    } catch (cause) {
      blob.destroy();
      throw new AppError('unavailable', { message: `file ${place.fileId} does not open`, cause });
    }
  }

  /** Bytes that are sealed already: a piece of a file on its way. */
  putSealed(storageKey: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    return this.blobs.put(storageKey, content);
  }
  getSealed(storageKey: string): Promise<Readable> {
    return this.blobs.get(storageKey);
  }
  /** What recognises the same file twice, sealed by a key of the association. */
  sealFingerprintKey(associationId: string, { version, key }: AssociationKey, fingerprintKey: Uint8Array): Uint8Array {
    return seal(key, fingerprintKey, fingerprintContext(associationId, version));
  }
  openFingerprintKey(associationId: string, { version, key }: AssociationKey, sealed: Uint8Array | null): Uint8Array {
    return sealed ? unseal(key, sealed, fingerprintContext(associationId, version)) : fingerprintKeyOf(key);
  }

  remove(storageKey: string): Promise<void> {
    return this.blobs.remove(storageKey);
  }
  list(associationId: string) {
    return this.blobs.list(associationId);
  }
}

/** What the use cases that touch files may reach. */
export interface FilesContext extends AppContext {
  files: FileStore;
}

/**
 * @param folder of the sealed files; made when the first is stored
 * @param filesKey 32 bytes in base64
 */
export const localFileStore = (folder: string, filesKey: string): FileStore =>
  new FileStore(new LocalBlobStore(folder), readFilesKey(filesKey));

/** For a process started without a place for files: everything else works, and a paper can still be noted without its file. */
export const noFileStore = (): FileStore => {
  const missing = (): never => {
    throw new AppError('unavailable', { message: NO_PLACE });
  };
  return new FileStore(
    { put: async () => missing(), get: async () => missing(), remove: async () => undefined, list: missing },
    null,
    null,
    'none',
  );
};

/** The association's newest key, made at its first file. Outside any transaction: two first files at once end with the same key. */
export async function associationKey(app: FilesContext, actor: Actor): Promise<AssociationKey> {
  return app.files.openAssociationKey(actor.associationId, await newestKey(app, actor));
}
/** What recognises the same file twice, the same before and after a change of the association's key. */
export async function fingerprintKey(app: FilesContext, actor: Actor): Promise<Uint8Array> {
  const row = await newestKey(app, actor);
  const key = app.files.openAssociationKey(actor.associationId, row);
  return app.files.openFingerprintKey(actor.associationId, key, row.sealedFingerprintKey);
}
async function newestKey(app: FilesContext, actor: Actor): Promise<SealedAssociationKey> {
  const { associationId } = actor;
  let row = await app.database.read(actor, (r) => r.associationKeys.newest());
  if (!row) {
    const made = { version: 1, sealedKey: app.files.newAssociationKey(associationId, 1), sealedFingerprintKey: null };
    await app.database.read(actor, (r) => r.associationKeys.addIfAbsent(made));
    row = await app.database.read(actor, (r) => r.associationKeys.newest());
  }
  if (!row) throw new AppError('internal', { message: 'the association key was not stored' });
  return row;
}
