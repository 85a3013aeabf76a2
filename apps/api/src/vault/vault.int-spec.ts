import { addDocument, continueKeyRotation, createPerson, FileStore, LocalBlobStore, resealAssociationKeys } from '@permanence/application';
import { aPdf, PASSWORD, signedIn, type Agent, type TestAssociation } from '@permanence/testing';
import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

describe('the keys of the vault', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let administrator: Agent;
  let personId: string;
  const keep = async (text: string): Promise<string> => {
    const file = { bytes: aPdf({ text }), originalName: 'a.pdf', declaredType: '' };
    return (await addDocument(server.context, here.users.volunteer.actor, { personId, document: { docType: 'lease' }, file })).id;
  };
  const opens = async (id: string, text: string): Promise<void> => {
    const { body } = await volunteer.get(`/api/documents/${id}/file`).buffer().expect(200);
    expect(Buffer.from(body).includes(`(${text}) Tj`)).toBe(true);
  };
  const blobs = async (): Promise<string> => {
    const folder = join(server.filesDir, here.id);
    const names = (await readdir(folder)).sort();
    return (await Promise.all(names.map(async (name) => (await readFile(join(folder, name))).toString('base64')))).join();
  };
  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
    [volunteer, administrator] = [
      await signedIn(server.http, here.users.volunteer.email),
      await signedIn(server.http, here.users.administrator.email),
    ];
    const input = { givenName: 'Essai', familyName: 'Personne', languages: [], notADuplicate: true };
    personId = (await createPerson(server.context, here.users.volunteer.actor, input)).id;
  });
  afterAll(() => server.close());

  it('tells the administrator where files lie, that no antivirus is there, and whether a change is under way', async () => {
    await keep('premier');
    const { body } = await administrator.get('/api/vault').expect(200);
    expect(body).toEqual({ storage: 'folder', antivirus: 'absent', keyVersion: 1, rotationUnderWay: false, sealedByFilesKey: true });
  });

  it('changes the association’s key: every file opens before, during and after; no file is touched; the old key is gone', async () => {
    const papers = [await keep('un'), await keep('deux'), await keep('trois')];
    expect((await administrator.post('/api/vault/rotation').send({ password: 'pas le bon' }).expect(401)).body.code).toBe(
      'wrong-credentials',
    );
    await administrator.post('/api/vault/rotation').send({ password: PASSWORD }).expect(202);
    await administrator.post('/api/vault/rotation').send({ password: PASSWORD }).expect(409);
    expect((await administrator.get('/api/vault')).body).toMatchObject({ keyVersion: 2, rotationUnderWay: true });
    await opens(papers[0]!, 'un');
    // As after a stop half-way: rows of each version.
    papers.push(await keep('quatre'));
    const before = await blobs();
    expect((await continueKeyRotation(server.context, { associationId: here.id })).resealed).toBeGreaterThanOrEqual(3);
    expect((await continueKeyRotation(server.context, { associationId: here.id })).resealed).toBe(0);
    for (const [i, text] of ['un', 'deux', 'trois', 'quatre'].entries()) await opens(papers[i]!, text);
    expect(await blobs()).toBe(before);
    const versions = await server.db.asSuperuser('select version from association_key where association_id = $1', [here.id]);
    expect(versions).toEqual([{ version: 2 }]);
    const audit = await server.db.asSuperuser<{ action: string }>("select action from audit_event where action like 'vault.%' order by at");
    expect(audit.map(({ action }) => action)).toEqual(['vault.rotation-started', 'vault.rotated']);
    // The same file is still recognised.
    await expect(keep('un')).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('takes a new FILES_KEY: with the one before beside it all opens; sealed anew, it opens without', async () => {
    const id = await keep('sous une autre');
    // The key is private to the store: only this spec takes it out, to change it.
    const [oldKey, newKey] = [(server.context.files as unknown as { filesKey: Uint8Array }).filesKey, randomBytes(32)];
    const blobStore = new LocalBlobStore(server.filesDir);
    const changed = { ...server.context, files: new FileStore(blobStore, newKey, oldKey) };
    expect((await resealAssociationKeys(changed)).resealed).toBe(1);
    expect((await resealAssociationKeys(changed)).resealed).toBe(0);
    const [row] = await server.db.asSuperuser<{ version: number; sealed_key: Buffer }>(
      'select version, sealed_key from association_key where association_id = $1',
      [here.id],
    );
    const key = { version: row!.version, sealedKey: row!.sealed_key };
    expect(() => new FileStore(blobStore, newKey).openAssociationKey(here.id, key)).not.toThrow();
    expect(() => new FileStore(blobStore, oldKey).openAssociationKey(here.id, key)).toThrow(/FILES_KEY/);
    // Back, for whoever comes after.
    expect((await resealAssociationKeys({ ...server.context, files: new FileStore(blobStore, oldKey, newKey) })).resealed).toBe(1);
    await opens(id, 'sous une autre');
  });

  it('without its own key a file is unreadable, whatever else one holds: erasing the key erases the file', async () => {
    const id = await keep('effacé');
    await server.db.asSuperuser('update stored_file set sealed_key = $2 where id = (select file_id from document where id = $1)', [
      id,
      randomBytes(120),
    ]);
    await volunteer.get(`/api/documents/${id}/file`).expect(503);
  });
});
