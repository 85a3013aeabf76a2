import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addDocument,
  askBundle,
  buildBundle,
  cancelBundle,
  createDossier,
  createPerson,
  getBundle,
  openBundle,
  planBundle,
  sweepBundles,
  sweepOrphanFiles,
  updateDocument,
  type UploadContext,
} from '../src/index.ts';
import type { AddDocumentRequest, AskBundleRequest } from '@permanence/contracts';
import {
  aJpeg,
  aPdf,
  aPng,
  anAssociation,
  appContext,
  newId,
  testDatabase,
  type TestAssociation,
  type TestDatabase,
} from '@permanence/testing';
import * as mupdf from 'mupdf';

const ARABIC = 'شهادة ميلاد رقم 1427 لسنة 1988';

describe('a bundle', () => {
  let db: TestDatabase;
  let app: UploadContext;
  let here: TestAssociation;
  let there: TestAssociation;
  let personId: string;
  let dossierId: string;
  const filesDir = join(tmpdir(), `permanence-files-${newId()}`);
  const volunteer = () => here.users.volunteer.actor;
  const coordinator = () => here.users.coordinator.actor;
  const stored = async (): Promise<number> =>
    (await readdir(filesDir, { recursive: true, withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).length;

  let count = 0;
  const paper = async (document: Omit<AddDocumentRequest, 'language'>, bytes?: Buffer, actor = volunteer()): Promise<string> => {
    count += 1;
    const file = { bytes: bytes ?? aPdf({ text: `papier ${count}` }), originalName: `papier-${count}`, declaredType: '' };
    return (await addDocument(app, actor, { personId, document, file })).id;
  };
  const ask = (documentIds: string[], more: Partial<AskBundleRequest> = {}, actor = volunteer()) =>
    askBundle(app, actor, {
      dossierId,
      format: 'pdf',
      recipient: 'prefecture',
      step: 'first',
      restricted: false,
      presence: true,
      ...more,
      documentIds,
    });
  const build = (bundleId: string) => buildBundle(app, { associationId: here.id, bundleId });
  const bytesOf = async (id: string, actor = volunteer()): Promise<Buffer> => {
    const { content, byteSize } = await openBundle(app, actor, { id });
    const parts: Uint8Array[] = [];
    for await (const part of content) parts.push(part as Uint8Array);
    const bytes = Buffer.concat(parts);
    expect(bytes.length).toBe(byteSize);
    return bytes;
  };

  beforeAll(async () => {
    db = await testDatabase();
    app = appContext(db.database, undefined, filesDir);
    here = await anAssociation(app, 'Entraide Rive Gauche');
    there = await anAssociation(app, 'Ailleurs');
  });
  beforeEach(async () => {
    personId = (await createPerson(app, volunteer(), { givenName: 'Fatïma', familyName: 'Benâïssa', languages: [], notADuplicate: true }))
      .id;
    dossierId = (await createDossier(app, volunteer(), { personId, stage: 'gathering', basis: 'spouse-french-l423-1' })).id;
  });
  afterAll(async () => {
    app.checks.close();
    await db.drop();
    await rm(filesDir, { recursive: true, force: true });
  });

  it('holds the pieces in the order of the checklist, each stamped, behind letter, index and table', async () => {
    const letter = await paper({ docType: 'letter', label: 'Lettre d’été' });
    const lease = await paper({ docType: 'lease', drawnUpOn: '2026-10-02' as never }, aPng({ width: 60, height: 30 }));
    const birth = await paper({ docType: 'birth-certificate', label: ARABIC, drawnUpOn: '1988-03-03' as never });
    const bundle = await ask([letter, lease, birth], { recipientName: 'Préfecture du Rhône' });
    expect(bundle).toMatchObject({ state: 'waiting', pieces: 3 });
    expect(await build(bundle.id)).toMatchObject({ state: 'done' });
    expect(await getBundle(app, volunteer(), { id: bundle.id })).toMatchObject({
      state: 'done',
      percent: 100,
      expiresAt: '2026-11-28T09:00:00.000Z',
    });

    const pdf = mupdf.PDFDocument.openDocument(await bytesOf(bundle.id), 'application/pdf') as mupdf.PDFDocument;
    const outline = pdf.loadOutline()!;
    expect(outline.map(({ title, page }) => [title, page])).toEqual([
      ['Lettre', 0],
      ['Bordereau de pièces', 1],
      ['Tableau de présence', 2],
      [expect.stringContaining(ARABIC), expect.any(Number)],
      [expect.stringMatching(/^2\. /), expect.any(Number)],
      [expect.stringContaining('Lettre d’été'), expect.any(Number)],
    ]);
    const first = outline[3]!.page!;
    expect(pdf.countPages()).toBe(first + 3);
    const text = (page: number): string => pdf.loadPage(page).toStructuredText('').asText();
    expect(text(0)).toContain('Préfecture du Rhône');
    expect(text(0)).toContain('Fatïma Benâïssa');
    expect(text(0)).toContain('21 novembre 2026');
    expect(text(0)).not.toContain('volunteer');
    expect(text(1)).toContain('02/10/2026');
    expect(text(first)).toContain('Pièce 1 — 1/1 · p. 1');
    expect(text(first)).toContain('papier 3');
    expect(text(first + 2)).toContain('Pièce 3 — 1/1 · p. 3');
    expect(text(first + 2)).toContain('papier 1');
    // Figures inside Arabic read from the right: the number of the register stands to the right of the year.
    const [register, year] = ['1427', '1988'].map((figures) => pdf.loadPage(1).search(figures, {})[0]![0]!);
    expect(register![0]).toBeGreaterThan(year![0]);
    expect(pdf.getTrailer().get('Root').get('Lang').asString()).toBe('fr-FR');
    expect(pdf.getMetaData('info:Title')).toBe('Bordereau de pièces — Fatïma Benâïssa');
    pdf.destroy();
  });

  it('is sealed where it lies, goes when its days are over, and leaves nothing', async () => {
    const bundle = await ask([await paper({ docType: 'lease' })]);
    const before = await stored();
    await build(bundle.id);
    expect(await stored()).toBe(before + 1);
    const later = (now: string) => ({ ...app, clock: { ...app.clock, now: () => now } });
    expect(await sweepBundles(later('2026-11-28T08:59:59.000Z'))).toMatchObject({ expired: 0 });
    // Those of the other cases go on the same day.
    const { expired } = await sweepBundles(later('2026-11-28T09:00:00.000Z'));
    expect(await getBundle(app, volunteer(), { id: bundle.id })).toMatchObject({ state: 'expired', byteSize: null });
    await expect(openBundle(app, volunteer(), { id: bundle.id })).rejects.toMatchObject({ code: 'not-found' });
    expect(await stored()).toBe(before + 1 - expired);
    // The papers themselves stay.
    expect((await sweepOrphanFiles(later('2026-11-28T09:00:00.000Z'))).missing).toEqual([]);
  });

  it('as a ZIP holds the same pieces under their numbers, and the index', async () => {
    const lease = await paper({ docType: 'lease', drawnUpOn: '2026-10-02' as never, label: 'عقد الإيجار / été' });
    const photo = await paper({ docType: 'photo' }, aJpeg());
    const bundle = await ask([photo, lease], { format: 'zip', recipient: 'lawyer' });
    await build(bundle.id);
    const zip = await bytesOf(bundle.id);
    const names = [...zip.toString('utf8').matchAll(/\d{3}-[^\0]+?\.(?:pdf|jpg)/g)].map(([name]) => name);
    expect([...new Set(names)].toSorted()).toEqual([
      '000-Bordereau-de-pieces.pdf',
      expect.stringMatching(/^001-Bail.*-2026-10-02-عقد الإيجار été\.pdf$/),
      expect.stringMatching(/^002-.*\.jpg$/),
    ]);
  });

  it('leaves restricted papers out, unless someone who may read them means it', async () => {
    const health = await paper({ docType: 'medical-certificate', confidentiality: 'health' }, undefined, coordinator());
    const lease = await paper({ docType: 'lease' });
    expect((await planBundle(app, volunteer(), { dossierId, step: 'first' })).pieces.map((piece) => piece.documentId)).toEqual([lease]);
    await expect(ask([lease, health])).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(ask([lease], { restricted: true })).rejects.toMatchObject({ code: 'restricted-paper' });
    await expect(ask([lease, health], {}, coordinator())).rejects.toMatchObject({ code: 'invalid-input' });
    const bundle = await ask([lease, health], { restricted: true }, coordinator());
    await build(bundle.id);
    // It exists only for those who may read what is in it.
    await expect(getBundle(app, volunteer(), { id: bundle.id })).rejects.toMatchObject({ code: 'not-found' });
    await expect(openBundle(app, volunteer(), { id: bundle.id })).rejects.toMatchObject({ code: 'not-found' });
    expect((await bytesOf(bundle.id, coordinator())).subarray(0, 5).toString()).toBe('%PDF-');
    await expect(openBundle(app, there.users.coordinator.actor, { id: bundle.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not made of a paper that became restricted since it was chosen', async () => {
    const id = await paper({ docType: 'letter' });
    const bundle = await ask([id]);
    await updateDocument(app, coordinator(), { id, version: 1, confidentiality: 'asylum' });
    expect(await build(bundle.id)).toMatchObject({ state: 'failed' });
    expect(await getBundle(app, volunteer(), { id: bundle.id })).toMatchObject({ state: 'failed', failure: 'piece-gone' });
  });

  it('stops when it is cancelled half-way, and nothing of it lies in the storage', async () => {
    const ids = [await paper({ docType: 'lease' }), await paper({ docType: 'letter' }), await paper({ docType: 'photo' }, aJpeg())];
    const bundle = await ask(ids);
    const before = await stored();
    let opened = 0;
    const files = new Proxy(app.files, {
      get: (target, key) => {
        if (key !== 'get') return Reflect.get(target, key).bind?.(target) ?? Reflect.get(target, key);
        return async (...args: Parameters<typeof target.get>) => {
          if ((opened += 1) === 2) await cancelBundle(app, volunteer(), { id: bundle.id });
          return target.get(...args);
        };
      },
    });
    expect(await buildBundle({ ...app, files }, { associationId: here.id, bundleId: bundle.id })).toMatchObject({ state: 'stopped' });
    expect(opened).toBe(2);
    expect(await getBundle(app, volunteer(), { id: bundle.id })).toMatchObject({ state: 'cancelled' });
    await expect(cancelBundle(app, volunteer(), { id: bundle.id })).rejects.toMatchObject({ code: 'wrong-state' });
    expect(await stored()).toBe(before);
  });

  it('whose process dies leaves nothing behind, and is made at the next try', async () => {
    const bundle = await ask([await paper({ docType: 'lease' })]);
    const before = await stored();
    // Too little memory to start in: the kernel refuses it, as it would a file that asks for too much.
    await expect(buildBundle(app, { associationId: here.id, bundleId: bundle.id }, { memory: 1024 * 1024 })).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await stored()).toBe(before);
    expect(await getBundle(app, volunteer(), { id: bundle.id })).toMatchObject({ state: 'waiting' });
    expect(await build(bundle.id)).toMatchObject({ state: 'done' });
    expect(await build(bundle.id)).toMatchObject({ state: 'stopped' });
  });
});
