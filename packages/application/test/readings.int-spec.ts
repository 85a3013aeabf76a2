import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  addDocument,
  askReading,
  cancelReading,
  childReader,
  createPerson,
  getDocument,
  getReading,
  newId,
  openSuggestionPicture,
  removeDocument,
  runReading,
  setReadingSetting,
  updateDocument,
  type ReadingContext,
} from '../src/index.ts';
import { AppError, type AddDocumentRequest, type PaperReading } from '@permanence/contracts';
import { anAssociation, aPaper, aPdf, appContext, testDatabase, type TestAssociation, type TestDatabase } from '@permanence/testing';

const CANARY = 'CanariLisible';
const other = (name: string): string => fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));

describe('the reading of a paper', () => {
  let db: TestDatabase;
  let app: ReadingContext & ReturnType<typeof appContext>;
  let here: TestAssociation;
  let there: TestAssociation;
  const filesDir = join('/tmp', `permanence-files-${newId()}`);
  const volunteer = () => here.users.volunteer.actor;
  let made = 0;
  const aPersonHere = async (): Promise<string> =>
    (await createPerson(app, volunteer(), { givenName: 'Essai', familyName: 'Lue', languages: [], notADuplicate: true })).id;
  const add = async (bytes: Buffer, document: Partial<AddDocumentRequest> = {}, actor = volunteer()) =>
    addDocument(app, actor, {
      personId: await aPersonHere(),
      document: { docType: 'other', ...document },
      file: { bytes, originalName: 'papier.pdf', declaredType: 'application/pdf' },
    });
  const aBill = () => aPaper('edfBill', (made += 1));
  const readingId = async (documentId: string): Promise<string> => {
    const [row] = await db.asSuperuser<{ id: string }>('select id from paper_reading where document_id = $1', [documentId]);
    return row!.id;
  };
  const run = async (documentId: string, context: ReadingContext = app) =>
    runReading(context, { associationId: here.id, readingId: await readingId(documentId) });
  const read = (documentId: string): Promise<PaperReading> => getReading(app, volunteer(), { documentId });
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'accepted',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );

  beforeAll(async () => {
    db = await testDatabase();
    app = { ...appContext(db.database, undefined, filesDir), reader: childReader() };
    here = await anAssociation(app, 'Ici');
    there = await anAssociation(app, 'Ailleurs');
  });
  afterAll(async () => {
    await db.drop();
    await rm(filesDir, { recursive: true, force: true });
  });

  it('suggests the day, the kind and the issuer, and leaves the paper as it was until a person saves it', async () => {
    const bill = aBill();
    const document = await add(bill.pdf);
    const before = await db.asSuperuser('select * from document where id = $1', [document.id]);
    expect(await run(document.id)).toBe('done');
    expect(await db.asSuperuser('select * from document where id = $1', [document.id])).toEqual(before);
    const reading = await read(document.id);
    expect(reading).toMatchObject({ state: 'done', percent: 100, partial: false });
    expect(reading.dates[0]).toMatchObject({ day: bill.answer.drawnUpOn, page: 1, reason: 'document-of' });
    expect(reading.types[0]).toMatchObject({ docType: 'utility-bill' });
    expect(reading.issuers[0]).toMatchObject({ issuer: 'edf', issuerKind: 'private-institution' });

    await updateDocument(app, volunteer(), {
      id: document.id,
      version: document.version,
      drawnUpOn: reading.dates[0]!.day as never,
      docType: 'rent-receipt',
      suggestions: [reading.dates[0]!.id, reading.types[0]!.id],
    });
    // The day was taken over; the kind was pressed and then changed by hand.
    const lines = await db.asSuperuser('select actor_id, action, fields from audit_event where target_id = $1 and action like $2', [
      document.id,
      'document.suggestion%',
    ]);
    expect(lines).toEqual([{ actor_id: volunteer().userId, action: 'document.suggestion-taken', fields: ['drawnUpOn'] }]);
    expect(await db.asSuperuser('select 1 from paper_reading where document_id = $1', [document.id])).toEqual([]);
    expect(await db.asSuperuser('select 1 from paper_suggestion')).toEqual([]);
    expect((await read(document.id)).state).toBe('none');
  });

  it('starts by itself for a paper without a day only, and not where the association does not want it', async () => {
    expect((await read((await add(aBill().pdf)).id)).state).toBe('waiting');
    expect((await read((await add(aBill().pdf, { drawnUpOn: '2024-03-12' as never })).id)).state).toBe('none');
    await setReadingSetting(app, here.users.administrator.actor, { automatic: false });
    const silent = await add(aBill().pdf);
    expect((await read(silent.id)).state).toBe('none');
    await askReading(app, volunteer(), { documentId: silent.id });
    expect((await read(silent.id)).state).toBe('waiting');
    await setReadingSetting(app, here.users.administrator.actor, { automatic: true });
    expect(await refused(setReadingSetting(app, here.users.coordinator.actor, { automatic: false }))).toBe('forbidden');
  });

  it('is stopped by a person: at once when it waits, within a second or two when it runs', async () => {
    const waiting = await add(aBill().pdf);
    await cancelReading(app, volunteer(), { documentId: waiting.id });
    expect(await run(waiting.id)).toBe('cancelled');
    expect(await refused(cancelReading(app, volunteer(), { documentId: waiting.id }))).toBe('wrong-state');

    const running = await add(aBill().pdf);
    const end = run(running.id, { ...app, reader: childReader({}, other('endless-reader')) });
    while ((await read(running.id)).percent !== 10) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await read(running.id)).toMatchObject({ state: 'running', page: 1, pages: 2 });
    await cancelReading(app, volunteer(), { documentId: running.id });
    expect(await end).toBe('cancelled');
    expect(await read(running.id)).toMatchObject({ state: 'cancelled', dates: [] });
  });

  it('says so when the file brings its reader down, takes too long or too much memory; the worker goes on', async () => {
    const document = await add(aBill().pdf);
    const tryWith = async (context: ReadingContext): Promise<PaperReading> => {
      await askReading(app, volunteer(), { documentId: document.id });
      await run(document.id, context);
      return read(document.id);
    };
    const failed = (failure: string) => ({ state: 'failed', failure, dates: [] });
    expect(await tryWith({ ...app, reader: childReader({}, other('crashing-reader')) })).toMatchObject(failed('crashed'));
    expect(await tryWith({ ...app, reader: childReader({ readMs: 300 }, other('endless-reader')) })).toMatchObject(failed('too-long'));
    expect(await tryWith({ ...app, reader: childReader({ bytes: 1_000_000 }, other('endless-reader')) })).toMatchObject(
      failed('too-much-memory'),
    );
    expect((await tryWith(app)).state).toBe('done');
  });

  it('gives up on a file that took the whole worker with it three times', async () => {
    const document = await add(aBill().pdf);
    await db.asSuperuser("update paper_reading set state = 'running', attempts = 3 where document_id = $1", [document.id]);
    expect(await run(document.id)).toBe('crashed');
    expect(await read(document.id)).toMatchObject({ state: 'failed', failure: 'crashed' });
  });

  it('reads nothing of a file it cannot open: a damaged blob, another association’s key', async () => {
    const document = await add(aBill().pdf);
    const [row] = await db.asSuperuser<{ storage_key: string }>(
      'select storage_key from stored_file f join document d on d.file_id = f.id where d.id = $1',
      [document.id],
    );
    const path = join(filesDir, row!.storage_key);
    const bytes = await readFile(path);
    await writeFile(path, Buffer.concat([bytes.subarray(0, -40), Buffer.alloc(40)]));
    await run(document.id);
    expect(await read(document.id)).toMatchObject({ state: 'failed', failure: 'unavailable', dates: [] });

    // A job that names a reading of another association finds none.
    const mine = await add(aBill().pdf);
    expect(await runReading(app, { associationId: there.id, readingId: await readingId(mine.id) })).toBe('gone');
    expect((await read(mine.id)).state).toBe('waiting');
  });

  it('is for those who may see the paper: nobody else asks, looks, stops, or sees a picture', async () => {
    const document = await add(aBill().pdf);
    await run(document.id);
    const suggestionId = (await read(document.id)).dates[0]!.id;
    for (const actor of [here.users['other-volunteer'].actor, there.users.coordinator.actor]) {
      const input = { documentId: document.id };
      expect(await refused(getReading(app, actor, input))).toBe('not-found');
      expect(await refused(askReading(app, actor, input))).toBe('not-found');
      expect(await refused(cancelReading(app, actor, input))).toBe('not-found');
      expect(await refused(openSuggestionPicture(app, actor, { ...input, suggestionId }))).toBe('not-found');
    }
    const png = Buffer.from(await openSuggestionPicture(app, volunteer(), { documentId: document.id, suggestionId }));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect(await refused(openSuggestionPicture(app, volunteer(), { documentId: document.id, suggestionId: newId() }))).toBe('not-found');
  });

  it('hides what was read on a restricted paper from whoever may not see the paper, in the database too', async () => {
    const actor = here.users.coordinator.actor;
    const document = await add(aBill().pdf, { confidentiality: 'health' }, actor);
    expect(await run(document.id)).toBe('done');
    expect((await getReading(app, actor, { documentId: document.id })).dates).toHaveLength(1);
    const without = { ...actor, restrictedPapers: false };
    expect(await refused(getReading(app, without, { documentId: document.id }))).toBe('not-found');
    expect(await app.database.read(without, (r) => r.readings.suggestions(document.id))).toEqual([]);
  });

  it('goes with the paper, and with the row of its file whoever erases it', async () => {
    const removed = await add(aBill().pdf);
    await removeDocument(app, volunteer(), { id: removed.id });
    expect(await db.asSuperuser('select 1 from paper_reading where document_id = $1', [removed.id])).toEqual([]);
    const erased = await add(aBill().pdf);
    await run(erased.id);
    await db.asSuperuser('with d as (update document set file_id = null where id = $1 returning 1) select * from d', [erased.id]);
    await db.asSuperuser('delete from stored_file f using paper_reading r where r.file_id = f.id and r.document_id = $1', [erased.id]);
    expect(await db.asSuperuser('select 1 from paper_reading where document_id = $1', [erased.id])).toEqual([]);
    expect((await getDocument(app, volunteer(), { id: erased.id })).file).toBeNull();
  });

  it('keeps no word of the paper in the database', async () => {
    const words = `Attestation ${CANARY}, pour servir et valoir ce que de droit, le 12/03/2024`;
    const document = await add(aPdf({ text: words }));
    expect(await run(document.id)).toBe('done');
    expect((await read(document.id)).dates.map(({ day }) => day)).toEqual(['2024-03-12']);
    const tables = await db.asSuperuser<{ name: string }>(
      "select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema in ('public', 'bullmq') and table_type = 'BASE TABLE'",
    );
    for (const { name } of tables)
      expect(await db.asSuperuser(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${CANARY}%`])).toEqual([]);
  });
});
