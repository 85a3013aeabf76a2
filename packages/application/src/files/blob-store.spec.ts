import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { CreateBucketCommand, CreateMultipartUploadCommand, S3Client, UploadPartCommand } from '@aws-sdk/client-s3';
import { newId } from '../support/ids.ts';
import { LocalBlobStore, type BlobStore } from './blob-store.ts';
import { S3BlobStore, type S3Settings } from './s3-blob-store.ts';

/** The address of a real S3 server, as the page on it in docs says (key, secret, host, bucket); without it only the folder is tried, and `npm test` says so. */
const s3Url = process.env['TEST_S3_URL'];
const settingsOf = (text: string): S3Settings => {
  const url = new URL(text);
  return {
    endpoint: url.origin,
    region: 'eu-test-1',
    bucket: url.pathname.slice(1),
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
};
const clientOf = ({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client =>
  new S3Client({
    region,
    endpoint: endpoint!,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
/** What a process killed half-way through a large object leaves. */
async function leaveHalf(settings: S3Settings, key: string): Promise<void> {
  const client = clientOf(settings);
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: settings.bucket, Key: key }));
  await client.send(
    new UploadPartCommand({ Bucket: settings.bucket, Key: key, UploadId, PartNumber: 1, Body: randomBytes(5 * 1024 * 1024) }),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'permanence-blobs-'));
interface Kind {
  store: BlobStore;
  prepare: () => Promise<void>;
}
const kinds: [string, Kind][] = [['a folder', { store: new LocalBlobStore(folder), prepare: async () => undefined }]];
if (s3Url) {
  const settings = settingsOf(s3Url);
  const prepare = async (): Promise<void> => {
    await clientOf(settings).send(new CreateBucketCommand({ Bucket: settings.bucket }));
  };
  kinds.push(['an S3 server', { store: new S3BlobStore(settings), prepare }]);
}

async function* chunks(...parts: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* parts;
}
const all = async (store: BlobStore, associationId: string): Promise<{ key: string; complete: boolean }[]> => {
  const found: { key: string; complete: boolean }[] = [];
  for await (const { key, complete, storedAt } of store.list(associationId)) {
    expect(Math.abs(Date.parse(storedAt) - Date.now())).toBeLessThan(10 * 60_000);
    found.push({ key, complete });
  }
  return found.sort((a, b) => a.key.localeCompare(b.key));
};

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(kinds)('%s keeps blobs', (_, { store, prepare }) => {
  let association: string;
  beforeAll(prepare, 30_000);
  beforeEach(() => {
    association = newId();
  });
  const key = () => `${association}/${newId()}`;

  it.each([0, 1, 100_000, 20 * 1024 * 1024])('of %i bytes, and gives them back as they were', async (size) => {
    const [at, bytes] = [key(), randomBytes(size)];
    await store.put(at, chunks(bytes.subarray(0, size / 3), bytes.subarray(size / 3)));
    expect((await buffer(await store.get(at))).equals(bytes)).toBe(true);
  });
  it('replaced as a whole', async () => {
    const at = key();
    await store.put(at, chunks(Buffer.from('first, and longer')));
    await store.put(at, chunks(Buffer.from('second')));
    expect((await buffer(await store.get(at))).toString()).toBe('second');
    expect(await all(store, association)).toEqual([{ key: at, complete: true }]);
  });
  it('per association, pieces of files on their way included', async () => {
    const [whole, piece] = [key(), `${key()}.1048576.chunk`];
    await store.put(whole, chunks(Buffer.from('a')));
    await store.put(piece, chunks(Buffer.from('b')));
    await store.put(`${newId()}/${newId()}`, chunks(Buffer.from('of another')));
    expect((await all(store, association)).map((blob) => blob.key).sort()).toEqual([whole, piece].sort());
  });
  it('more than one page of a listing holds', async () => {
    const many = Array.from({ length: 30 }, key);
    await Promise.all(many.map((at) => store.put(at, chunks(Buffer.from('a')))));
    expect(await all(store, association)).toHaveLength(30);
  });
  it('nothing when the content breaks off, early or late', async () => {
    for (const before of [10, 12 * 1024 * 1024]) {
      const breaking = async function* (): AsyncIterable<Uint8Array> {
        yield randomBytes(before);
        throw new Error('connection lost');
      };
      const at = key();
      await expect(store.put(at, breaking())).rejects.toMatchObject({ code: 'unavailable' });
      await expect(store.get(at)).rejects.toMatchObject({ code: 'unavailable' });
    }
    expect(await all(store, association)).toEqual([]);
  });
  it('until they are removed; removing what is not there is no error', async () => {
    const at = key();
    await store.put(at, chunks(Buffer.from('a')));
    await store.remove(at);
    await store.remove(at);
    await expect(store.get(at)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await all(store, association)).toEqual([]);
  });
  it('under keys of its own kind only', async () => {
    for (const wrong of ['../x', `${newId()}/../../x`, '/etc/passwd', `${newId()}/${newId()}/..`, `${newId()}/${newId()}.x.chunk`]) {
      await expect(store.put(wrong, chunks(Buffer.from('x')))).rejects.toThrow('not a storage key');
      await expect(store.get(wrong)).rejects.toThrow('not a storage key');
      await expect(store.remove(wrong)).rejects.toThrow('not a storage key');
    }
  });
  it('of an association without any: an empty list', async () => {
    expect(await all(store, newId())).toEqual([]);
  });
});

if (s3Url)
  describe('what a crash leaves on an S3 server', () => {
    it('is listed as incomplete, and can be given up', async () => {
      const settings = settingsOf(s3Url);
      const [store, association] = [new S3BlobStore(settings), newId()];
      await leaveHalf(settings, `${association}/${newId()}`);
      const [half] = await all(store, association);
      expect(half).toMatchObject({ complete: false });
      await store.remove(half!.key);
      expect(await all(store, association)).toEqual([]);
    });
    it('a wrong secret, an absent bucket and a server that is down are told as unavailable', async () => {
      const settings = settingsOf(s3Url);
      for (const wrong of [{ secretAccessKey: 'x' }, { bucket: 'absent-bucket' }, { endpoint: 'http://127.0.0.1:9' }]) {
        const store = new S3BlobStore({ ...settings, ...wrong });
        await expect(store.put(`${newId()}/${newId()}`, chunks(Buffer.from('a')))).rejects.toMatchObject({ code: 'unavailable' });
      }
    });
  });
