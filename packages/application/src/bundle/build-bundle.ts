import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, BUNDLE_DAYS, DOCX_TYPE, systemActor, type Actor, type BundleStep, type JobPayload } from '@permanence/contracts';
import type { BundleFile, FileRow, StoredBundle } from '@permanence/persistence';
import { weighingMessages } from '@permanence/rules';
import { ZipFile } from 'yazl';
import { associationKey, type AssociationKey, type FilesContext } from '../files/file-store.ts';
import { newId } from '../support/ids.ts';
import { found, mutation, query } from '../support/use-case.ts';
import { Binder, UnreadablePiece, type BinderLimits } from './binding/binder.ts';
import { composeFront, pieceTitle, type FrontInput, type NumberedPiece } from './compose-front.ts';
import { pieceFileName } from './piece-name.ts';
import { inChecklistOrder } from './plan-bundle.ts';
import { failBundle } from './sweep-bundles.ts';

/** Longer than one piece may take: renewed with each. */
const LEASE_MS = 5 * 60_000;
/** The rest is the letter, the index and putting it away. */
const PIECES_PERCENT = 94;

/** Cancelled, or in other hands: nothing more is to be done, and nothing told. */
class Stopped extends Error {}
class PieceGone extends Error {}

interface Piece extends NumberedPiece {
  file: FileRow;
}
interface Work {
  bundle: StoredBundle;
  personId: string;
  pieces: Piece[];
  front: Omit<FrontInput, 'pieces'>;
}
/** What one making needs at every turn. */
interface Making {
  app: FilesContext;
  actor: Actor;
  work: Work;
  openFile: (file: FileRow) => Promise<Readable>;
  /** @throws Stopped */
  tell: (percent: number, at: BundleStep) => Promise<void>;
  limits: Partial<BinderLimits>;
}
export interface Built {
  state: 'done' | 'failed' | 'stopped';
  /** The most memory the binding process held, in kilobytes; null where there was none. */
  peakKilobytes: number | null;
}

/** Everything said about the pieces, read at one moment. Papers that are gone, or restricted meanwhile, are not seen here. */
const gather = query<{ bundle: StoredBundle }, Work>({
  name: 'gather-bundle',
  permission: 'document.read',
  execute: async ({ input: { bundle }, repositories, app }) => {
    const { person, personId, basis, reference } = found(await repositories.dossiers.find(bundle.dossierId));
    const numbers = new Map(bundle.documentIds.map((id, i) => [id, i + 1]));
    const all = await repositories.documents.ofPerson(personId);
    const chosen = inChecklistOrder(
      all.filter(({ id }) => numbers.has(id)),
      basis,
      bundle.step,
    ).toSorted((a, b) => numbers.get(a.document.id)! - numbers.get(b.document.id)!);
    if (chosen.length < numbers.size) throw new PieceGone();
    const pieces: Piece[] = [];
    for (const placed of chosen) {
      const file = await repositories.files.ofDocument(placed.document.id);
      if (!file) throw new PieceGone();
      pieces.push({ ...placed, number: numbers.get(placed.document.id)!, pages: null, file });
    }
    const { name, contactPhone } = await repositories.reminders.association();
    const { format, recipient, recipientName, step, presence: withPresence } = bundle;
    const { givenName, familyName, birthOn } = person;
    return {
      bundle,
      personId,
      pieces,
      front: {
        association: { name, contactPhone },
        person: { givenName, familyName, birthOn },
        dossier: { reference, basis },
        format,
        recipient,
        recipientName,
        step,
        withPresence,
        today: app.clock.today(),
      },
    };
  },
});

const finish = mutation<{ id: string; leaseId: string; dossierId: string; file: BundleFile; expiresAt: string }, boolean>({
  name: 'finish-bundle',
  permission: 'document.write',
  execute: async ({ input: { id, leaseId, dossierId, file, expiresAt }, repositories }) => {
    const finished = await repositories.bundles.finish(id, leaseId, file, expiresAt);
    const entry = { action: 'bundle.made', targetKind: 'bundle', targetId: id, personId: file.personId, dossierId };
    return { result: finished, audit: finished ? [entry] : [] };
  },
});

/**
 * Makes one bundle: pieces are opened one at a time, what comes out is sealed as it is made, and only then is it said to be done. Run
 * twice, or after a crash, it starts afresh; a blob left by a crash belongs to no row and is swept.
 * @throws AppError unavailable when it is in other hands, or something outside does not answer: to be tried again
 */
export async function buildBundle(
  app: FilesContext,
  { associationId, bundleId }: JobPayload<'bundle.build'>,
  limits: Partial<BinderLimits> = {},
): Promise<Built> {
  const system: Actor = { ...systemActor(associationId), restrictedPapers: true };
  const bundle = await app.database.read(system, (r) => r.bundles.find(bundleId));
  if (!bundle || (bundle.state !== 'waiting' && bundle.state !== 'running')) return { state: 'stopped', peakKilobytes: null };
  const leaseId = newId();
  const leaseUntil = (): string => new Date(Date.parse(app.clock.now()) + LEASE_MS).toISOString();
  if (!(await app.database.transaction(system, (r) => r.bundles.start(bundleId, leaseId, app.clock.now(), leaseUntil()))))
    throw new AppError('unavailable', { message: 'the bundle is in other hands' });
  try {
    // What the one who asked may not have, the system does not read for them.
    const actor: Actor = { ...system, restrictedPapers: bundle.restricted };
    const work = await gather(app, actor, { bundle });
    const key = await associationKey(app, actor);
    const making: Making = {
      app,
      actor,
      work,
      limits,
      openFile: fileOpener(app, actor),
      tell: async (percent, at) => {
        if (
          !(await app.database.transaction(system, (r) => r.bundles.progress(bundleId, leaseId, { percent, at, leaseUntil: leaseUntil() })))
        )
          throw new Stopped();
      },
    };
    const { file, peakKilobytes } = await (bundle.format === 'pdf' ? makePdf : makeZip)(making, key);
    const kept = { id: bundleId, leaseId, dossierId: bundle.dossierId, file, expiresAt: inDays(app.clock.now(), BUNDLE_DAYS) };
    const finished = await finish(app, system, kept).catch(async (error: unknown) => {
      await app.files.remove(file.storageKey).catch(() => undefined); // the sweep takes what cannot be removed now
      throw error;
    });
    if (finished) return { state: 'done', peakKilobytes };
    await app.files.remove(file.storageKey).catch(() => undefined);
    return { state: 'stopped', peakKilobytes };
  } catch (error) {
    if (error instanceof Stopped) return { state: 'stopped', peakKilobytes: null };
    const failure = error instanceof PieceGone ? 'piece-gone' : error instanceof UnreadablePiece ? 'piece-unreadable' : null;
    if (failure) {
      await failBundle(app, system, { id: bundleId, failure, leaseId });
      return { state: 'failed', peakKilobytes: null };
    }
    // Back to waiting, for the next try; when the last one fails, the sweep says so.
    await app.database.transaction(system, (r) => r.bundles.release(bundleId, leaseId)).catch(() => undefined);
    throw error;
  }
}
const inDays = (now: string, days: number): string => new Date(Date.parse(now) + days * 86_400_000).toISOString();

/** Opens stored files with the key each was sealed under, read once per version. */
function fileOpener(app: FilesContext, actor: Actor): (file: FileRow) => Promise<Readable> {
  const keys = new Map<number, AssociationKey>();
  return async (file) => {
    let key = keys.get(file.keyVersion);
    if (!key) {
      const row = await app.database.read(actor, (r) => r.associationKeys.find(file.keyVersion));
      key = app.files.openAssociationKey(actor.associationId, found(row));
      keys.set(file.keyVersion, key);
    }
    return app.files.get({ associationId: actor.associationId, personId: file.personId, fileId: file.id }, key, file);
  };
}

/** Seals what `make` gives as it comes. Nothing lies in the storage when it throws. */
async function sealed(
  { app, actor, work }: Making,
  key: AssociationKey,
  mediaType: string,
  content: AsyncIterable<Uint8Array>,
): Promise<BundleFile> {
  let byteSize = 0;
  const counted = async function* (): AsyncIterable<Uint8Array> {
    for await (const chunk of content) {
      byteSize += chunk.length;
      yield chunk;
    }
  };
  const { personId, pieces } = work;
  const place = { associationId: actor.associationId, personId, fileId: newId() };
  const file = await app.files.put(place, key, counted());
  const confidentiality = pieces.map((piece) => piece.file.confidentiality).find((one) => one !== 'ordinary') ?? 'ordinary';
  return { ...file, id: place.fileId, personId, mediaType, byteSize, confidentiality };
}
interface Made {
  file: BundleFile;
  peakKilobytes: number | null;
}

async function makePdf(making: Making, key: AssociationKey): Promise<Made> {
  const { app, work, openFile, tell } = making;
  const { pieces, front } = work;
  const binder = new Binder(making.limits);
  const storing = sealed(making, key, 'application/pdf', binder.output());
  storing.catch(() => undefined); // told below
  try {
    await binder.ready();
    const total = weight(pieces);
    let read = 0;
    let pages = 0;
    for (const piece of pieces) {
      await tell(Math.floor((PIECES_PERCENT * read) / total), 'pieces');
      if (piece.file.mediaType !== DOCX_TYPE) {
        const bytes = await whole(await openFile(piece.file), piece.file.byteSize);
        const bookmark = `${piece.number}. ${pieceTitle(piece)}`;
        const count = await binder.bind({ number: piece.number, bytes, mediaType: piece.file.mediaType, bookmark });
        piece.pages = { from: pages + 1, to: pages + count };
        pages += count;
      }
      read += piece.file.byteSize;
    }
    await tell(PIECES_PERCENT, 'index');
    const { peakKilobytes } = await binder.finish(composeFront({ ...front, pieces }), app.clock.now());
    await tell(98, 'sealing');
    return { file: await storing, peakKilobytes };
  } finally {
    await binder.close();
    // Whatever stopped it, the storage has let go of its half before anyone goes on.
    await storing.catch(() => undefined);
  }
}

/** The letter, the index and the table by themselves. */
async function indexPdf({ work, app, limits }: Making): Promise<{ bytes: Buffer; peakKilobytes: number }> {
  const binder = new Binder(limits);
  try {
    await binder.ready();
    const parts: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of binder.output()) parts.push(chunk);
    })();
    reading.catch(() => undefined);
    const { peakKilobytes } = await binder.finish(composeFront({ ...work.front, pieces: work.pieces }), app.clock.now());
    await reading;
    return { bytes: Buffer.concat(parts), peakKilobytes };
  } finally {
    await binder.close();
  }
}

async function makeZip(making: Making, key: AssociationKey): Promise<Made> {
  const { app, work, openFile, tell } = making;
  const { pieces } = work;
  await tell(0, 'index');
  const index = await indexPdf(making);
  const zip = new ZipFile();
  const out = new PassThrough();
  // One entry after the other, each opened when its turn comes. An error in any of them breaks the whole off.
  zip.on('error', (error: Error) => out.destroy(error));
  const storing = sealed(making, key, 'application/zip', out);
  storing.catch(() => undefined);
  const writing = pipeline(zip.outputStream, out);
  writing.catch(() => undefined);
  const mtime = new Date(app.clock.now());
  zip.addBuffer(index.bytes, '000-Bordereau-de-pieces.pdf', { mtime, compress: false });
  const total = weight(pieces);
  let read = 0;
  try {
    for (const piece of pieces) {
      await tell(Math.floor((PIECES_PERCENT * read) / total), 'pieces');
      const content = await openFile(piece.file);
      const written = new Promise<void>((resolve, reject) => {
        content.once('end', resolve);
        content.once('error', reject);
        out.once('error', reject);
        out.once('close', () => reject(new AppError('unavailable', { message: 'the archive broke off' })));
      });
      const { document, number, file } = piece;
      const kind = weighingMessages('fr').documents[document.docType] ?? document.docType;
      const name = pieceFileName({ number, kind, drawnUpOn: document.drawnUpOn, label: document.label, mediaType: file.mediaType });
      // Images and PDF are compressed already.
      zip.addReadStream(content, name, { mtime, compress: false, size: file.byteSize });
      await written;
      out.removeAllListeners('close');
      read += file.byteSize;
    }
    await tell(98, 'sealing');
    zip.end();
    await writing;
    return { file: await storing, peakKilobytes: index.peakKilobytes };
  } catch (error) {
    out.destroy(error instanceof Error ? error : new Error('stopped'));
    await storing.catch(() => undefined);
    throw error;
  }
}

const weight = (pieces: readonly Piece[]): number =>
  Math.max(
    1,
    pieces.reduce((sum, { file }) => sum + file.byteSize, 0),
  );
/** @throws Error when there is more than its row says: the row is what was checked */
async function whole(content: Readable, byteSize: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(byteSize);
  let at = 0;
  for await (const chunk of content as AsyncIterable<Uint8Array>) {
    if (at + chunk.length > byteSize) throw new UnreadablePiece('longer than it should be');
    bytes.set(chunk, at);
    at += chunk.length;
  }
  if (at < byteSize) throw new UnreadablePiece('shorter than it should be');
  return bytes;
}
