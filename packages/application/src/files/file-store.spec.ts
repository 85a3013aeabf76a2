import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { newId } from '../support/ids.ts';
import { localFileStore, noFileStore } from './file-store.ts';
import { fingerprint, fingerprintKeyOf, readFilesKey, seal, unseal } from './seal.ts';

async function* chunks(...parts: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* parts;
}

const UNAUTHENTIC = 'unable to authenticate data';

describe('sealing a key', () => {
  const [key, secret] = [randomBytes(32), randomBytes(32)];
  it('opens with the same key and context only', () => {
    const sealed = seal(key, secret, 'of a');
    expect(Buffer.from(unseal(key, sealed, 'of a')).equals(secret)).toBe(true);
    expect(() => unseal(key, sealed, 'of b')).toThrow(UNAUTHENTIC);
    expect(() => unseal(randomBytes(32), sealed, 'of a')).toThrow(UNAUTHENTIC);
    for (const at of [0, 12, 28, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => unseal(key, changed, 'of a')).toThrow(UNAUTHENTIC);
    }
    expect(() => unseal(key, sealed.subarray(0, 20), 'of a')).toThrow(RangeError);
  });
  it('never gives the same bytes twice', () => {
    expect(Buffer.from(seal(key, secret, 'x')).equals(Buffer.from(seal(key, secret, 'x')))).toBe(false);
  });
  it('a fingerprint depends on the association, the person and the bytes, and on nothing else', () => {
    const bytes = Buffer.from('bail');
    expect(fingerprint(key, 'p', bytes)).toBe(fingerprint(key, 'p', Buffer.from('bail')));
    expect(fingerprint(key, 'q', bytes)).not.toBe(fingerprint(key, 'p', bytes));
    expect(fingerprint(fingerprintKeyOf(secret), 'p', bytes)).not.toBe(fingerprint(fingerprintKeyOf(key), 'p', bytes));
  });
  it('refuses a FILES_KEY of the wrong length without printing it', () => {
    expect(() => readFilesKey('dHJvcCBjb3VydA==')).toThrow('FILES_KEY: 32 bytes in base64 expected');
  });
});

describe('the local file store', () => {
  let folder: string;
  const filesKey = randomBytes(32).toString('base64');
  const place = { associationId: newId(), personId: newId(), fileId: newId() };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'permanence-store-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const open = () => {
    const store = localFileStore(folder, filesKey);
    const sealedKey = store.newAssociationKey(place.associationId, 1);
    return { store, sealedKey, key: store.openAssociationKey(place.associationId, { version: 1, sealedKey }) };
  };

  it('gives back what was put, also over several chunks, and stores only an age file', async () => {
    const { store, key } = open();
    const clear = randomBytes(200_000);
    const sealed = await store.put(place, key, chunks(clear.subarray(0, 70_000), clear.subarray(70_000)));
    expect((await buffer(await store.get(place, key, sealed))).equals(clear)).toBe(true);
    const bytes = await readFile(join(folder, sealed.storageKey));
    expect(bytes.toString('latin1', 0, 21)).toBe('age-encryption.org/v1');
    expect(bytes.includes(clear.subarray(0, 32))).toBe(false);
    expect(await readdir(join(folder, place.associationId))).toEqual([place.fileId]);
  });
  it('refuses another person’s place, another association’s key and another FILES_KEY', async () => {
    const { store, key, sealedKey } = open();
    const sealed = await store.put(place, key, chunks(Buffer.from('bail')));
    await expect(store.get({ ...place, personId: newId() }, key, sealed)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.get(place, { ...key, key: randomBytes(32) }, sealed)).rejects.toMatchObject({ code: 'unavailable' });
    const stolen = localFileStore(folder, randomBytes(32).toString('base64'));
    expect(() => stolen.openAssociationKey(place.associationId, { version: 1, sealedKey })).toThrow('FILES_KEY');
    expect(() => store.openAssociationKey(newId(), { version: 1, sealedKey })).toThrow('FILES_KEY');
  });
  it('notices a changed byte and a cut end', async () => {
    const { store, key } = open();
    const sealed = await store.put(place, key, chunks(randomBytes(150_000)));
    const path = join(folder, sealed.storageKey);
    const bytes = await readFile(path);
    const changed = Buffer.from(bytes);
    changed[changed.length - 40_000]! ^= 1;
    for (const wrong of [changed, bytes.subarray(0, -20_000)]) {
      await writeFile(path, wrong);
      await expect(store.get(place, key, sealed).then(buffer)).rejects.toThrow('invalid tag');
    }
  });
  it('leaves nothing behind when the content breaks off', async () => {
    const { store, key } = open();
    const breaking = async function* (): AsyncIterable<Uint8Array> {
      yield randomBytes(100_000);
      throw new Error('connection lost');
    };
    await expect(store.put(place, key, breaking())).rejects.toMatchObject({ code: 'unavailable' });
    expect(await readdir(join(folder, place.associationId))).toEqual([]);
  });
  it('says that bytes are not there, and forgives removing them twice', async () => {
    const { store, key } = open();
    const sealed = await store.put(place, key, chunks(Buffer.from('bail')));
    await store.remove(sealed.storageKey);
    await store.remove(sealed.storageKey);
    await expect(store.get(place, key, sealed)).rejects.toMatchObject({ code: 'unavailable' });
  });
  it('without a place for files, seals no key that nobody could open later', () => {
    expect(() => noFileStore().newAssociationKey(newId(), 1)).toThrow('FILES_KEY');
  });
});
