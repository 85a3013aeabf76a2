import { readdir, readFile, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createDossier, createPerson, newId, sweepOrphanFiles } from '@permanence/application';
import type { Person } from '@permanence/contracts';
import { aJpeg, aPdf, aPng, signedIn, type Agent, type Profile, type TestAssociation } from '@permanence/testing';
import { testServer, twoAssociations, type TestServer } from '../../test/server.ts';

const CANARY = 'CANARI-Yasmine-Attestation-9471';

describe('papers and their files', () => {
  let server: TestServer;
  let here: TestAssociation;
  let there: TestAssociation;
  let volunteer: Agent;
  let person: Person;
  const as = (profile: Profile, association = here) => signedIn(server.http, association.users[profile].email);
  const register = (profile: Profile = 'volunteer', association = here) =>
    createPerson(server.context, association.users[profile].actor, {
      givenName: 'Essai',
      familyName: 'Personne',
      languages: [],
      notADuplicate: true,
    });
  const upload = (agent: Agent, personId: string, data: object, file: Buffer, name = 'papier.pdf', contentType = 'application/pdf') =>
    agent
      .post(`/api/persons/${personId}/documents`)
      .field('data', JSON.stringify(data))
      .attach('file', file, { filename: name, contentType });
  const stored = async (): Promise<string[]> =>
    (await readdir(server.filesDir, { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  beforeAll(async () => {
    server = await testServer();
    [here, there] = await twoAssociations(server.context);
    volunteer = await as('volunteer');
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    person = await register();
  });

  describe('a file that is kept', () => {
    it('comes back as it was taken in, under its own name, and the opening is written down', async () => {
      const file = aPdf({ text: 'un bail' });
      const { body: added } = await upload(
        volunteer,
        person.id,
        { docType: 'lease', drawnUpOn: '2026-03-04' },
        file,
        'Bail d’été – عقد.pdf',
      ).expect(201);
      expect(added).toMatchObject({
        docType: 'lease',
        file: { mediaType: 'application/pdf', pages: 1, originalName: 'Bail d’été – عقد.pdf' },
        grades: { presence: 'B', cohabitation: null },
      });
      const opened = await volunteer.get(`/api/documents/${added.id}/file`).buffer().expect(200);
      expect(opened.body.length).toBe(added.file.byteSize);
      expect(Buffer.from(opened.body).includes('(un bail) Tj')).toBe(true);
      expect(opened.headers).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-disposition': `inline; filename="Bail d_ete _ ___.pdf"; filename*=UTF-8''Bail%20d%E2%80%99%C3%A9t%C3%A9%20%E2%80%93%20%D8%B9%D9%82%D8%AF.pdf`,
      });
      expect(opened.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
      const lines = await server.db.asSuperuser('select actor_id, action from audit_event where target_id = $1 order by at', [added.id]);
      expect(lines).toEqual([
        { actor_id: here.users.volunteer.id, action: 'document.added' },
        { actor_id: here.users.volunteer.id, action: 'document.opened' },
      ]);
    });

    it('lies nowhere in the clear: not in the folder, not in the database', async () => {
      const file = aPdf({ text: CANARY });
      const { body } = await upload(volunteer, person.id, { docType: 'lease' }, file).expect(201);
      const files = await stored();
      const mine = files.find((path) => path.includes(here.id));
      expect(mine).toBeDefined();
      for (const path of files) {
        const bytes = await readFile(path);
        expect(bytes.includes(CANARY)).toBe(false);
        expect(bytes.includes('%PDF')).toBe(false);
        expect(bytes.toString('latin1', 0, 21)).toBe('age-encryption.org/v1');
      }
      const tables = await server.db.asSuperuser<{ name: string }>(
        "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
      );
      for (const form of [CANARY, Buffer.from(CANARY).toString('base64').slice(0, 24), Buffer.from(CANARY).toString('hex')])
        for (const { name } of tables)
          expect(await server.db.asSuperuser(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${form}%`])).toEqual([]);
      await volunteer.get(`/api/documents/${body.id}/file`).expect(200);
    });

    it('is recognised when it comes again for the same person, and only then', async () => {
      const file = aPdf({ text: 'deux fois' });
      const { body: first } = await upload(volunteer, person.id, { docType: 'lease' }, file).expect(201);
      const before = (await stored()).length;
      const { body: again } = await upload(volunteer, person.id, { docType: 'payslip' }, file, 'autre-nom.pdf').expect(409);
      expect(again).toMatchObject({ code: 'already-exists', documentId: first.id, errors: [{ field: 'file' }] });
      expect((await stored()).length).toBe(before);
      await upload(volunteer, (await register()).id, { docType: 'lease' }, file).expect(201);
      await volunteer.delete(`/api/documents/${first.id}`).expect(204);
      await upload(volunteer, person.id, { docType: 'lease' }, file).expect(201);
    });

    it('is kept once when it is sent twice at the same moment', async () => {
      const file = aPdf({ text: 'en même temps' });
      const answers = await Promise.all([1, 2, 3].map(() => upload(volunteer, person.id, { docType: 'lease' }, file)));
      expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
      const rows = await server.db.asSuperuser('select storage_key from stored_file where person_id = $1', [person.id]);
      expect(rows).toHaveLength(1);
      const keys = await server.db.asSuperuser<{ storage_key: string }>('select storage_key from stored_file');
      expect((await stored()).length).toBe(keys.length);
    });

    it('does not open in another’s place: a blob or a key put elsewhere is refused', async () => {
      const other = await register();
      const { body: mine } = await upload(volunteer, person.id, { docType: 'lease' }, aPdf({ text: 'à moi' })).expect(201);
      const { body: theirs } = await upload(volunteer, other.id, { docType: 'lease' }, aPdf({ text: 'à l’autre' })).expect(201);
      const rowOf = 'select f.* from stored_file f join document d on d.file_id = f.id where d.id = $1';
      const [from] = await server.db.asSuperuser(rowOf, [theirs.id]);
      const [to] = await server.db.asSuperuser(rowOf, [mine.id]);
      const set = (columns: string, values: unknown[]) =>
        server.db.asSuperuser(`update stored_file set ${columns} where id = $1`, [to!['id'], ...values]);
      await server.db.asSuperuser("update stored_file set storage_key = 'aside' where id = $1", [from!['id']]);
      await set('storage_key = $2', [from!['storage_key']]);
      await volunteer.get(`/api/documents/${mine.id}/file`).expect(503);
      await set('sealed_key = $2', [from!['sealed_key']]);
      await volunteer.get(`/api/documents/${mine.id}/file`).expect(503);
      await set('storage_key = $2, sealed_key = $3', [to!['storage_key'], to!['sealed_key']]);
      await server.db.asSuperuser('update stored_file set storage_key = $2 where id = $1', [from!['id'], from!['storage_key']]);
      await volunteer.get(`/api/documents/${mine.id}/file`).expect(200);
    });
  });

  describe('a file that is refused', () => {
    const html = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');
    it.each([
      ['HTML named .pdf', html, 'bail.pdf', 'application/pdf'],
      ['a program named .jpg', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 3)]), 'photo.jpg', 'image/jpeg'],
      ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'dessin.svg', 'image/svg+xml'],
      ['a JPEG that is also an archive', aJpeg({ after: Buffer.from('PK\u0003\u0004') }), 'photo.jpg', 'image/jpeg'],
      ['a PDF with a script', aPdf({ catalog: '/OpenAction << /S /JavaScript /JS (x) >>' }), 'bail.pdf', 'application/pdf'],
      ['a truncated PNG', aPng().subarray(0, -8), 'photo.png', 'image/png'],
      ['a PNG of sixty thousand pixels a side', aPng({ width: 60_000, height: 60_000, honest: false }), 'photo.png', 'image/png'],
      ['a PNG named .pdf', aPng(), 'bail.pdf', 'application/pdf'],
      ['an empty file', Buffer.alloc(0), 'bail.pdf', 'application/pdf'],
    ])('%s: the field is named in French and nothing is left behind', async (_, file, name, type) => {
      const before = await stored();
      const { body } = await upload(volunteer, person.id, { docType: 'lease' }, file, name, type).expect(415);
      expect(body).toMatchObject({ code: 'file-refused', errors: [{ field: 'file', message: expect.stringMatching(/\.$/) }] });
      expect(await stored()).toEqual(before);
      expect((await volunteer.get(`/api/persons/${person.id}/documents`).expect(200)).body).toEqual([]);
    });

    it('says which fields of the description are wrong, before it takes the file in', async () => {
      const { body } = await upload(volunteer, person.id, { docType: 'roman', drawnUpOn: '2026-02-30', auteur: 'x' }, aPdf()).expect(422);
      expect(body.errors).toEqual(
        expect.arrayContaining([
          { field: 'docType', message: 'Cette valeur ne fait pas partie des choix possibles.' },
          { field: 'drawnUpOn', message: 'Cette date n’existe pas (attendu : AAAA-MM-JJ).' },
          { field: 'auteur', message: 'Champ inconnu.' },
        ]),
      );
      const late = await upload(volunteer, person.id, { docType: 'lease', drawnUpOn: '2026-11-22' }, aPdf()).expect(422);
      expect(late.body.errors).toEqual([{ field: 'drawnUpOn', message: 'Cette date est dans le futur.' }]);
      const post = () => volunteer.post(`/api/persons/${person.id}/documents`);
      expect((await post().field('data', '{').attach('file', aPdf(), 'a.pdf').expect(422)).body.errors[0].field).toBe('data');
      expect((await post().attach('file', aPdf(), 'a.pdf').expect(422)).body.errors).toEqual([{ field: 'data', message: 'À renseigner.' }]);
      const two = await post()
        .field('data', '{"docType":"lease"}')
        .attach('file', aPdf(), 'a.pdf')
        .attach('file', aPdf(), 'b.pdf')
        .expect(422);
      expect(two.body.errors).toEqual([{ field: 'file', message: 'Un seul fichier à la fois.' }]);
    });

    it.each([
      ['announced', true],
      ['not announced', false],
    ])('500 MB, their length %s: refused early, without filling memory or disk', async (_, announced) => {
      const cookie = await cookieOf(here.users.volunteer.email);
      await new Promise<void>((resolve) => void (server.http.listening ? resolve() : server.http.listen(0, '127.0.0.1', resolve)));
      const { port } = server.http.address() as AddressInfo;
      const head = Buffer.from(
        '--b\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"docType":"lease"}\r\n--b\r\n' +
          'Content-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n',
      );
      const total = 500 * 1024 * 1024;
      const memory = process.memoryUsage.rss();
      const { status, text, sent } = await new Promise<{ status: number; text: string; sent: number }>((resolve, reject) => {
        let sent = 0;
        let answered = false;
        const call = httpRequest(
          {
            port,
            method: 'POST',
            path: `/api/persons/${person.id}/documents`,
            headers: {
              cookie,
              'content-type': 'multipart/form-data; boundary=b',
              ...(announced ? { 'content-length': total } : { 'transfer-encoding': 'chunked' }),
            },
          },
          (answer) => {
            answered = true;
            let text = '';
            answer.setEncoding('utf8').on('data', (part: string) => (text += part));
            answer.on('end', () => {
              call.destroy();
              resolve({ status: answer.statusCode ?? 0, text, sent });
            });
          },
        );
        call.on('error', (error) => answered || reject(error));
        const block = Buffer.alloc(256 * 1024, 7);
        call.write(head);
        const more = (): void => {
          if (answered || sent >= total) return;
          sent += block.length;
          if (call.write(block)) setImmediate(more);
          else call.once('drain', more);
        };
        more();
      });
      expect(status).toBe(413);
      expect(JSON.parse(text)).toMatchObject({
        code: 'file-too-large',
        errors: [{ field: 'file', message: expect.stringContaining('20 Mo') }],
      });
      expect(sent).toBeLessThan(64 * 1024 * 1024);
      expect(process.memoryUsage.rss() - memory).toBeLessThan(200 * 1024 * 1024);
      expect((await volunteer.get(`/api/persons/${person.id}/documents`).expect(200)).body).toEqual([]);
    });
    const cookieOf = async (email: string): Promise<string> => {
      const agent = await signedIn(server.http, email);
      const { headers } = await agent
        .post('/api/auth/sign-in')
        .send({ email, password: 'une phrase de passe pour les essais' })
        .expect(200);
      return (headers['set-cookie'] as unknown as string[]).map((line) => line.split(';')[0]).join('; ');
    };
  });

  describe('a paper without its file', () => {
    it('is noted, changed under its version, graded anew, and taken away', async () => {
      const { body: added } = await volunteer
        .post(`/api/persons/${person.id}/documents`)
        .send({ docType: 'letter', drawnUpOn: '2026-05-02' })
        .expect(201);
      expect(added).toMatchObject({ file: null, issuerKind: null, grades: { presence: 'C' }, names: [] });
      const change = (body: object) => volunteer.patch(`/api/documents/${added.id}`).send(body);
      const { body: changed } = await change({ version: 1, issuerKind: 'public-administration' }).expect(200);
      expect(changed).toMatchObject({ version: 2, grades: { presence: 'A' }, drawnUpOn: '2026-05-02' });
      await change({ version: 1, handwritten: true }).expect(409);
      await volunteer.get(`/api/documents/${added.id}/file`).expect(404);
      await volunteer.delete(`/api/documents/${added.id}`).expect(204);
      await volunteer.get(`/api/documents/${added.id}`).expect(404);
      expect(await server.db.asSuperuser('select 1 from document where id = $1', [added.id])).toHaveLength(1);
    });
    it('has a period in the right order, also when only one end is changed', async () => {
      const post = (body: object) => volunteer.post(`/api/persons/${person.id}/documents`).send({ docType: 'lease', ...body });
      await post({ periodFrom: '2026-02-01', periodTo: '2026-01-01' }).expect(422);
      const { body } = await post({ periodFrom: '2026-02-01', periodTo: '2026-03-01' }).expect(201);
      const bad = await volunteer.patch(`/api/documents/${body.id}`).send({ version: 1, periodTo: '2026-01-01' }).expect(422);
      expect(bad.body.errors).toEqual([{ field: 'periodTo', message: 'La fin de la période précède son début.' }]);
    });
  });

  describe('restricted papers', () => {
    it('are refused to those without the right, before the file is read', async () => {
      const { body } = await upload(volunteer, person.id, { docType: 'medical-certificate', confidentiality: 'health' }, aPdf()).expect(
        403,
      );
      expect(body.code).toBe('restricted-paper');
      const { body: plain } = await volunteer.post(`/api/persons/${person.id}/documents`).send({ docType: 'letter' }).expect(201);
      await volunteer.patch(`/api/documents/${plain.id}`).send({ version: 1, confidentiality: 'violence' }).expect(403);
    });
    it('do not exist for them: not in the list, the grid, the weighing, the file, nor as the same file', async () => {
      const coordinator = await as('coordinator');
      const file = aPdf({ text: 'certificat' });
      const { body: restricted } = await upload(
        coordinator,
        person.id,
        { docType: 'medical-certificate', drawnUpOn: '2026-11-03', confidentiality: 'health' },
        file,
      ).expect(201);
      expect((await volunteer.get(`/api/persons/${person.id}/documents`).expect(200)).body).toEqual([]);
      for (const path of ['', '/file']) await volunteer.get(`/api/documents/${restricted.id}${path}`).expect(404);
      await volunteer.patch(`/api/documents/${restricted.id}`).send({ version: 1, label: 'x' }).expect(404);
      await volunteer.delete(`/api/documents/${restricted.id}`).expect(404);
      const grid = async (agent: Agent) => (await agent.get(`/api/persons/${person.id}/presence`).expect(200)).body;
      expect((await grid(volunteer)).strongMonths).toBe(0);
      expect((await grid(coordinator)).strongMonths).toBe(1);
      await coordinator.post(`/api/persons/${person.id}/assessments`).send({}).expect(201);
      await volunteer.get(`/api/persons/${person.id}/assessments/latest`).expect(404);
      await volunteer.post(`/api/persons/${person.id}/assessments`).send({}).expect(201);
      expect((await volunteer.get(`/api/persons/${person.id}/assessments`).expect(200)).body).toHaveLength(1);
      expect((await coordinator.get(`/api/persons/${person.id}/assessments`).expect(200)).body).toHaveLength(2);
      await upload(volunteer, person.id, { docType: 'letter' }, file).expect(201);
      await coordinator.get(`/api/documents/${restricted.id}/file`).expect(200);
    });
    it('take their file along when a paper becomes restricted, in the database too', async () => {
      const coordinator = await as('coordinator');
      const { body } = await upload(volunteer, person.id, { docType: 'letter' }, aPdf({ text: 'récit' })).expect(201);
      await coordinator.patch(`/api/documents/${body.id}`).send({ version: 1, confidentiality: 'asylum' }).expect(200);
      await volunteer.get(`/api/documents/${body.id}/file`).expect(404);
      const rows = await server.db.asSuperuser('select confidentiality from stored_file where person_id = $1', [person.id]);
      expect(rows).toEqual([{ confidentiality: 'asylum' }]);
    });
  });

  describe('who may', () => {
    it.each([
      ['another volunteer', 'other-volunteer', true],
      ['the administrator', 'administrator', true],
      ['the coordinator of another association', 'coordinator', false],
    ] as const)('%s finds nothing of it', async (_, profile, inside) => {
      const { body } = await upload(volunteer, person.id, { docType: 'lease' }, aPdf({ text: 'secret' })).expect(201);
      const agent = await as(profile, inside ? here : there);
      await agent.get(`/api/persons/${person.id}/documents`).expect(404);
      await agent.get(`/api/persons/${person.id}/presence`).expect(404);
      await agent.get(`/api/documents/${body.id}/file`).expect(404);
      await upload(agent, person.id, { docType: 'lease' }, aPdf()).expect(404);
    });
  });

  describe('a dossier', () => {
    it('holds papers of its own person only', async () => {
      const actor = here.users.volunteer.actor;
      const dossier = await createDossier(server.context, actor, { personId: person.id, stage: 'intake' });
      const other = await register();
      const mine = (await volunteer.post(`/api/persons/${person.id}/documents`).send({ docType: 'lease' }).expect(201)).body;
      const theirs = (await volunteer.post(`/api/persons/${other.id}/documents`).send({ docType: 'lease' }).expect(201)).body;
      const link = (id: string) => `/api/dossiers/${dossier.id}/documents/${id}`;
      await volunteer.put(link(theirs.id)).expect(404);
      await volunteer.put(link(mine.id)).expect(204);
      await volunteer.put(link(mine.id)).expect(204);
      expect((await volunteer.get(`/api/documents/${mine.id}`).expect(200)).body.dossierIds).toEqual([dossier.id]);
      await volunteer.delete(link(mine.id)).expect(204);
      await volunteer.delete(link(mine.id)).expect(404);
      const wrong = await volunteer
        .post(`/api/persons/${other.id}/documents`)
        .send({ docType: 'lease', dossierId: dossier.id })
        .expect(422);
      expect(wrong.body.errors[0].field).toBe('dossierId');
    });
  });

  describe('the presence grid', () => {
    it('shows strong, weak and empty months over the widest span asked for, and the gaps as ranges', async () => {
      const add = (body: object) => volunteer.post(`/api/persons/${person.id}/documents`).send(body).expect(201);
      await add({ docType: 'payslip', drawnUpOn: '2026-09-30', label: 'Septembre' });
      await add({ docType: 'photo', drawnUpOn: '2026-11-02' });
      await add({ docType: 'lease' });
      const { body } = await volunteer.get(`/api/persons/${person.id}/presence`).expect(200);
      const months = body.years.flatMap((year: { months: { month: string; state: string }[] }) => year.months);
      expect(months.length).toBe(body.strongMonths + body.weakMonths + body.emptyMonths);
      expect(months.length).toBeGreaterThanOrEqual(60);
      expect(months.slice(-3)).toMatchObject([
        { month: '2026-09', state: 'strong', papers: [{ docType: 'payslip', label: 'Septembre', grade: 'B', drawnUpOn: '2026-09-30' }] },
        { month: '2026-10', state: 'empty', papers: [] },
        { month: '2026-11', state: 'weak', papers: [{ docType: 'photo', grade: 'C' }] },
      ]);
      expect(body.gaps.at(-1)).toEqual({ from: '2026-10', to: '2026-10' });
      expect(body.undated).toMatchObject([{ docType: 'lease' }]);
      await volunteer.get(`/api/persons/${person.id}/presence?subject=humeur`).expect(422);
    });
  });

  describe('what a crash leaves behind', () => {
    it('is swept once it is old: bytes without a row, half-written files; nothing that has a row, restricted or not', async () => {
      const coordinator = await as('coordinator');
      await upload(volunteer, person.id, { docType: 'lease' }, aPdf({ text: 'gardé' })).expect(201);
      await upload(coordinator, person.id, { docType: 'letter', confidentiality: 'asylum' }, aPdf({ text: 'gardé aussi' })).expect(201);
      const { body: lost } = await upload(volunteer, person.id, { docType: 'lease' }, aPdf({ text: 'orphelin' })).expect(201);
      const [row] = await server.db.asSuperuser<{ file_id: string }>('delete from document where id = $1 returning file_id', [lost.id]);
      await server.db.asSuperuser('delete from stored_file where id = $1', [row?.file_id]);
      // As a process killed while it wrote would leave it.
      const part = join(server.filesDir, here.id, `${newId()}.${newId()}.part`);
      await writeFile(part, 'half');
      const before = await stored();
      const at = (now: string) => ({ ...server.context, clock: { ...server.context.clock, now: () => now } });
      const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
      expect((await sweepOrphanFiles(at(inMinutes(1)))).removed).toBe(0);
      const report = await sweepOrphanFiles(at(inMinutes(61)));
      expect(report).toEqual({ removed: 2, missing: [] });
      expect((await stored()).length).toBe(before.length - 2);
      expect(await stored()).not.toContain(part);
    });
  });
});
