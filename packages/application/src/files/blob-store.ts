import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '@permanence/contracts';
import { newId } from '../support/ids.ts';

export interface StoredBlob {
  key: string;
  /** ISO instant. */
  storedAt: string;
  /** False: a crash left it half-written; it is no file, only something to remove. */
  complete: boolean;
}
/**
 * Where sealed bytes lie. Whoever implements it (a folder here, an object store elsewhere) only ever sees ciphertext: `FileStore`
 * encrypts before and decrypts after. A key is `<association id>/<file id>`, with `.<offset>.chunk` behind it for a piece of a file that is
 * still on its way.
 */
export interface BlobStore {
  /** Durable and whole when it returns; nothing under `key` when it throws. */
  put(key: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** @throws AppError unavailable when nothing lies there */
  get(key: string): Promise<Readable>;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  /** Everything stored for an association, half-written leftovers of a crash included. */
  list(associationId: string): AsyncIterable<StoredBlob>;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const KEY = new RegExp(`^${UUID}/${UUID}(\\.\\d{1,10}\\.chunk)?$`);
const KEY_OR_PART = new RegExp(`^${UUID}/${UUID}(\\.\\d{1,10}\\.chunk)?(\\.[0-9a-f-]{36}\\.part)?$`);
const OWNER_ONLY = { file: 0o600, folder: 0o700 };

export const storageUnavailable = (what: string, cause: unknown): AppError =>
  new AppError('unavailable', { message: `file storage: ${what}`, cause });
const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** @throws RangeError when it is none: nothing outside an association's own place is ever named */
export const assertStorageKey = (key: string): void => {
  if (!KEY.test(key)) throw new RangeError('not a storage key');
};

/** Blobs as files under one folder. Written beside their place, flushed to the disk, then renamed: a crash leaves a `.part`, never half a file. */
export class LocalBlobStore implements BlobStore {
  constructor(private readonly folder: string) {}

  private path(key: string): string {
    if (!KEY_OR_PART.test(key)) throw new RangeError('not a storage key');
    return join(this.folder, key);
  }

  async put(key: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.path(key);
    const part = `${path}.${newId()}.part`;
    try {
      await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
      const handle = await open(part, 'wx', OWNER_ONLY.file);
      try {
        for await (const chunk of content) await handle.writeFile(chunk);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(part, path);
      await this.syncFolder(dirname(path));
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined); // the sweep takes what cannot be removed now
      throw error instanceof AppError ? error : storageUnavailable('write', error);
    }
  }

  /** The new name itself must reach the disk. */
  private async syncFolder(folder: string): Promise<void> {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async get(key: string): Promise<Readable> {
    const path = this.path(key);
    try {
      await stat(path);
    } catch (error) {
      throw storageUnavailable('read', error);
    }
    return createReadStream(path);
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async *list(associationId: string): AsyncIterable<StoredBlob> {
    let folder;
    try {
      folder = await opendir(join(this.folder, associationId));
    } catch (error) {
      if (isMissing(error)) return;
      throw storageUnavailable('list', error);
    }
    for await (const entry of folder) {
      const key = `${associationId}/${entry.name}`;
      if (!entry.isFile() || !KEY_OR_PART.test(key)) continue;
      try {
        const { mtime } = await stat(join(this.folder, key));
        yield { key, storedAt: mtime.toISOString(), complete: !entry.name.endsWith('.part') };
      } catch (error) {
        if (!isMissing(error)) throw storageUnavailable('list', error); // removed meanwhile: nothing to tell
      }
    }
  }
}
