import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPerson, sweepOrphanFiles } from '@permanence/application';
import { MAX_FILE_BYTES, MAX_OPEN_UPLOADS, type Person } from '@permanence/contracts';
import { aPdf, signedIn, type Agent, type Profile, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const CANARY = 'CANARI-Morceau-5127';
const TUS = { 'Tus-Resumable': '1.0.0' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('files in pieces, over a line that breaks', () => {
  let server: TestServer;
  let here: TestAssociation;
  let volunteer: Agent;
  let person: Person;
  const as = (profile: Profile) => signedIn(server.http, here.users[profile].email);
  const stored = async (): Promise<string[]> =>
    (await readdir(server.filesDir, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const start = (agent: Agent, bytes: number, name = 'bail.pdf', personId = person.id) =>
    agent
      .post('/api/uploads')
      .set(TUS)
      .set('Upload-Length', String(bytes))
      .set('Upload-Metadata', `personId ${base64(personId)},filename ${base64(name)},filetype ${base64('application/pdf')}`);
  const write = (agent: Agent, path: string, offset: number, bytes: Buffer) =>
    agent.patch(path).set(TUS).set('Upload-Offset', String(offset)).type('application/offset+octet-stream').send(bytes);
  const sent = async (file: Buffer, name?: string, agent = volunteer): Promise<string> => {
    const { headers } = await start(agent, file.length, name).expect(201);
    const path = String(headers['location']);
    await write(agent, path, 0, file).expect(204);
    return path;
  };

  beforeAll(async () => {
    server = await testServer();
    [here] = await twoAssociations(server.context);
    volunteer = await as('volunteer');
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    person = await createPerson(server.context, here.users.volunteer.actor, {
      givenName: 'Essai',
      familyName: 'Personne',
      languages: [],
      notADuplicate: true,
    });
  });

  it('come in several requests, are checked, then described as a paper; nothing is left of the pieces', async () => {
    const file = aPdf({ text: 'en morceaux' });
    const { headers } = await start(volunteer, file.length, 'Bail d’été.pdf').expect(201);
    const path = String(headers['location']);
    expect(path).toMatch(/^\/api\/uploads\/[0-9a-f-]{36}$/);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    const cut = Math.floor(file.length / 3);
    await write(volunteer, path, 0, file.subarray(0, cut)).expect(204).expect('Upload-Offset', String(cut));
    await write(volunteer, path, 0, file).expect(409);
    await volunteer.head(path).set(TUS).expect(200).expect('Upload-Offset', String(cut)).expect('Upload-Length', String(file.length));
    expect((await volunteer.post(`${path}/check`).expect(409)).body.code).toBe('wrong-state');
    await write(volunteer, path, cut, file.subarray(cut)).expect(204);
    const { body: checked } = await volunteer.post(`${path}/check`).expect(200);
    expect(checked).toMatchObject({ mediaType: 'application/pdf', pages: 1, wasHeic: false, sameAsDocumentId: null });
    expect((await volunteer.post(`${path}/check`).expect(200)).body).toEqual(checked);
    const { body: added } = await volunteer
      .post(`/api/persons/${person.id}/documents`)
      .send({ docType: 'lease', uploadId: checked.id })
      .expect(201);
    expect(added.file).toMatchObject({ originalName: 'Bail d’été.pdf', byteSize: checked.byteSize, pages: 1 });
    const opened = await volunteer.get(`/api/documents/${added.id}/file`).buffer().expect(200);
    expect(Buffer.from(opened.body).includes('(en morceaux) Tj')).toBe(true);
    expect((await stored()).filter((path) => path.endsWith('.chunk'))).toEqual([]);
    await volunteer.head(path).set(TUS).expect(404);
    await volunteer.post(`/api/persons/${person.id}/documents`).send({ docType: 'lease', uploadId: checked.id }).expect(404);
  });

  it('lie sealed while they are on their way, and nothing tells what they are', async () => {
    const file = aPdf({ text: CANARY });
    const { headers } = await start(volunteer, file.length).expect(201);
    await write(volunteer, String(headers['location']), 0, file.subarray(0, -40)).expect(204);
    const pieces = (await stored()).filter((path) => path.endsWith('.chunk'));
    expect(pieces.length).toBeGreaterThan(0);
    for (const path of pieces) {
      const bytes = await readFile(path);
      expect(bytes.includes(CANARY)).toBe(false);
      expect(bytes.includes('%PDF')).toBe(false);
    }
  });

  it('do not open in another’s place: a piece moved to another file is refused', async () => {
    const [a, b] = [await sent(aPdf({ text: 'à moi 1' })), await sent(aPdf({ text: 'à toi 2' }))];
    const pieceOf = (path: string): string => join(server.filesDir, here.id, `${path.split('/').at(-1)}.0.chunk`);
    const { copyFile } = await import('node:fs/promises');
    await copyFile(pieceOf(b), pieceOf(a));
    await volunteer.post(`${a}/check`).expect(503);
    await volunteer.post(`${b}/check`).expect(200);
  });

  it('say which paper has the same file, and are taken again when that is meant', async () => {
    const file = aPdf({ text: 'deux fois' });
    const first = (await volunteer.post(`${await sent(file)}/check`).expect(200)).body;
    const post = (data: object) => volunteer.post(`/api/persons/${person.id}/documents`).send({ docType: 'lease', ...data });
    const { body: paper } = await post({ uploadId: first.id }).expect(201);
    const second = (await volunteer.post(`${await sent(file, 'autre.pdf')}/check`).expect(200)).body;
    expect(second.sameAsDocumentId).toBe(paper.id);
    expect((await post({ uploadId: second.id }).expect(409)).body).toMatchObject({ code: 'already-exists', documentId: paper.id });
    await post({ uploadId: second.id, sameFileAgain: true }).expect(201);
  });

  it('are gone at once when they are refused or given up', async () => {
    const before = (await stored()).length;
    const hostile = await sent(aPdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }));
    const { body } = await volunteer.post(`${hostile}/check`).expect(415);
    expect(body.errors[0]).toMatchObject({ field: 'file', message: expect.stringMatching(/éléments actifs/) });
    await volunteer.post(`${hostile}/check`).expect(404);
    const given = await sent(aPdf({ text: 'abandonné' }));
    await volunteer.delete(given).set(TUS).expect(204);
    const checked = await sent(aPdf({ text: 'abandonné après' }));
    await volunteer.post(`${checked}/check`).expect(200);
    await volunteer.delete(checked).set(TUS).expect(204);
    expect((await stored()).length).toBe(before);
  });

  it('are refused beforehand when too large, empty, too many, or for somebody not theirs to see', async () => {
    expect((await start(volunteer, MAX_FILE_BYTES + 1).expect(413)).body.errors[0].field).toBe('file');
    expect((await start(volunteer, 0).expect(422)).body.errors).toEqual([{ field: 'byteSize', message: expect.any(String) }]);
    await start(await as('other-volunteer'), 100).expect(404);
    const other = await as('coordinator');
    for (let i = 0; i < MAX_OPEN_UPLOADS; i += 1) await start(other, 10).expect(201);
    expect((await start(other, 10).expect(409)).text).toMatch(/too-many-uploads/);
  });

  it('are nobody else’s, not even the coordinator’s', async () => {
    const path = await sent(aPdf({ text: 'le mien' }));
    for (const profile of ['coordinator', 'other-volunteer', 'administrator'] as const) {
      const agent = await as(profile);
      await agent.head(path).set(TUS).expect(404);
      await agent.post(`${path}/check`).expect(404);
      await agent.delete(path).set(TUS).expect(404);
      await agent
        .post(`/api/persons/${person.id}/documents`)
        .send({ docType: 'lease', uploadId: path.split('/').at(-1) })
        .expect(404);
    }
  });

  it('that nobody goes on with expire, and the sweep takes their pieces; those on their way stay', async () => {
    await sent(aPdf({ text: 'oublié' }));
    const before = (await stored()).length;
    const at = (hours: number) => {
      const now = new Date(Date.parse(server.context.clock.now()) + hours * 3_600_000).toISOString();
      return { ...server.context, clock: { ...server.context.clock, now: () => now } };
    };
    await sweepOrphanFiles(at(23), { olderThanMinutes: -100_000 });
    expect((await stored()).length).toBe(before);
    await sweepOrphanFiles(at(25), { olderThanMinutes: -100_000 });
    expect((await stored()).filter((path) => path.endsWith('.chunk'))).toEqual([]);
    expect(await server.db.asSuperuser('select id from upload')).toEqual([]);
  });

  it('keep what has come when the line breaks in the middle of a request', async () => {
    const file = Buffer.concat([aPdf({ text: 'x' }), Buffer.alloc(3 * 1024 * 1024, 32)]);
    const { headers } = await start(volunteer, file.length).expect(201);
    const path = String(headers['location']);
    const { request: httpRequest } = await import('node:http');
    await server.nest.listen(0, '127.0.0.1');
    const url = new URL(path, await server.nest.getUrl());
    const cookie = (await signedIn(server.http, here.users.volunteer.email).then((agent) => agent.get('/api/auth/me'))).request.cookies;
    await new Promise<void>((resolve) => {
      const request = httpRequest(url, {
        method: 'PATCH',
        headers: {
          ...TUS,
          Cookie: cookie,
          'Upload-Offset': '0',
          'Content-Type': 'application/offset+octet-stream',
          'Content-Length': file.length,
        },
      });
      request.on('error', () => resolve());
      request.write(file.subarray(0, 2 * 1024 * 1024), () => setTimeout(() => request.destroy(new Error('line broken')), 300));
      request.on('close', () => resolve());
    });
    let offset = 0;
    for (let tries = 0; tries < 100 && offset === 0; tries += 1) {
      offset = Number((await volunteer.head(path).set(TUS)).headers['upload-offset'] ?? 0);
      if (offset === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(offset).toBeGreaterThanOrEqual(1024 * 1024);
    for (let tries = 0; ; tries += 1) {
      const answer = await write(volunteer, path, offset, file.subarray(offset));
      if (answer.status === 204) break;
      // The broken request may still be writing down its last piece: ask again where the file stands, as a client does.
      if (tries > 20) throw new Error(`${answer.status} ${answer.text}`);
      offset = Number((await volunteer.head(path).set(TUS)).headers['upload-offset']);
    }
    await volunteer.post(`${path}/check`).expect(200);
  });
});
