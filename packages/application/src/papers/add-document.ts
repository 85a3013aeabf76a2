import { AppError, type Actor, type AddDocumentRequest, type PaperDocument } from '@permanence/contracts';
import { may } from '@permanence/contracts';
import type { DocumentData, FileRow } from '@permanence/persistence';
import { associationKey, fingerprintKey } from '../files/file-store.ts';
import type { ReceivedFile, UploadContext } from '../files/inspect/file-checks.ts';
import { cleanFileName } from '../files/inspect/file-name.ts';
import { fingerprint } from '../files/seal.ts';
import { readWhenUndated } from '../readings/ask-reading.ts';
import { slices } from '../files/slices.ts';
import { newId } from '../support/ids.ts';
import { found, mutation, type RequestInfo } from '../support/use-case.ts';
import { withGrades } from './grade-paper.ts';

export interface AddDocumentInput {
  personId: string;
  document: AddDocumentRequest;
  file: ReceivedFile | null;
}

export const toData = (document: AddDocumentRequest): DocumentData => ({
  docType: document.docType,
  issuerKind: document.issuerKind ?? null,
  drawnUpOn: document.drawnUpOn ?? null,
  periodFrom: document.periodFrom ?? null,
  periodTo: document.periodTo ?? null,
  names: document.names ?? [],
  addressMatches: document.addressMatches ?? null,
  handwritten: document.handwritten ?? null,
  zeroIncome: document.zeroIncome ?? null,
  bankMovements: document.bankMovements ?? null,
  language: document.language ?? null,
  translated: document.translated ?? null,
  confidentiality: document.confidentiality ?? 'ordinary',
  label: document.label ?? null,
});
/** @throws AppError restricted-paper when the kind needs a right the caller lacks */
export const checkRestricted = (actor: Actor, confidentiality: string | undefined): void => {
  if (confidentiality !== undefined && confidentiality !== 'ordinary' && !actor.restrictedPapers) throw new AppError('restricted-paper');
};
/** @throws AppError invalid-input when a day is ahead of today: a paper cannot be drawn up tomorrow */
export const checkDrawnUp = (drawnUpOn: string | null | undefined, today: string): void => {
  if (drawnUpOn && drawnUpOn > today)
    throw new AppError('invalid-input', { problems: [{ field: 'drawnUpOn', message: 'Cette date est dans le futur.' }] });
};
const alreadyThere = (documentId: string): AppError =>
  new AppError('already-exists', {
    problems: [{ field: 'file', message: 'Ce fichier est déjà enregistré pour cette personne.' }],
    details: { documentId },
  });

const keep = mutation<{ personId: string; id: string; document: AddDocumentRequest; file: FileRow | null }, PaperDocument>({
  name: 'add-document',
  permission: 'document.write',
  execute: async ({ input: { personId, id, document, file }, repositories, actor, app }) => {
    found(await repositories.persons.find(personId));
    if (file) {
      await repositories.files.lock(file.fingerprint);
      const same = document.sameFileAgain ? null : await repositories.files.sameFile(personId, file.fingerprint);
      if (same) throw alreadyThere(same.documentId);
      await repositories.files.add(file);
      // Somebody described or gave up the same file meanwhile: it is not there to be described again.
      if (document.uploadId && (await repositories.uploads.remove(document.uploadId)) === 0) throw new AppError('not-found');
    }
    const data = toData(document);
    await repositories.documents.add({ ...data, id, personId, fileId: file?.id ?? null, createdAt: app.clock.now() });
    if (document.dossierId) await repositories.documents.link(document.dossierId, id);
    if (file) await readWhenUndated(repositories, actor, { documentId: id, drawnUpOn: data.drawnUpOn, file, askedAt: app.clock.now() });
    const result = withGrades(found(await repositories.documents.find(id)));
    const fields = [...Object.keys(document), ...(file ? ['file'] : [])];
    return {
      result,
      audit: [{ action: 'document.added', targetKind: 'document', targetId: id, personId, dossierId: document.dossierId ?? null, fields }],
    };
  },
});

/** What can be refused before a single byte of the file is read: right, person, dossier, restricted kind, dates. */
export async function checkNewDocument(app: UploadContext, actor: Actor, personId: string, document: AddDocumentRequest): Promise<void> {
  await mayAddDocument(app, actor, personId);
  checkRestricted(actor, document.confidentiality);
  checkDrawnUp(document.drawnUpOn, app.clock.today());
  const { dossierId } = document;
  if (dossierId && (await app.database.read(actor, (r) => r.documents.dossierPerson(dossierId))) !== personId)
    throw new AppError('invalid-input', { problems: [{ field: 'dossierId', message: 'Ce dossier n’est pas celui de cette personne.' }] });
}
export async function mayAddDocument(app: UploadContext, actor: Actor, personId: string): Promise<void> {
  if (!may(actor, 'document.write')) throw new AppError('forbidden', { message: `add-document: role ${actor.role}` });
  found(await app.database.read(actor, (r) => r.persons.find(personId)));
}

/**
 * Keeps a paper, with its file or only as seen. Order: the file is stored first, then one transaction writes its row and the paper's. A
 * crash in between leaves a file without a row, which `sweepOrphanFiles` takes away, and never a row without its file.
 * @throws AppError file-refused, file-too-large, restricted-paper, already-exists with `details.documentId`
 */
export async function addDocument(
  app: UploadContext,
  actor: Actor,
  input: AddDocumentInput,
  request?: RequestInfo,
): Promise<PaperDocument> {
  const { personId, document, file } = input;
  await checkNewDocument(app, actor, personId, document);
  const id = newId();
  if (!file) return keep(app, actor, { personId, id, document, file: await uploadedFile(app, actor, personId, document) }, request);

  const checked = await app.checks.check(file);
  const key = await associationKey(app, actor);
  const mark = fingerprint(await fingerprintKey(app, actor), personId, file.bytes);
  // Seen before anything is stored; looked at again under a lock, in the transaction that writes the row.
  const same = document.sameFileAgain ? null : await app.database.read(actor, (r) => r.files.sameFile(personId, mark));
  if (same) throw alreadyThere(same.documentId);
  const place = { associationId: actor.associationId, personId, fileId: newId() };
  const sealed = await app.files.put(place, key, slices(checked.bytes));
  try {
    return await keep(
      app,
      actor,
      {
        personId,
        id,
        document,
        file: {
          id: place.fileId,
          personId,
          mediaType: checked.mediaType,
          byteSize: checked.bytes.length,
          pages: checked.pages,
          fingerprint: mark,
          originalName: checked.name,
          confidentiality: document.confidentiality ?? 'ordinary',
          ...sealed,
        },
      },
      request,
    );
  } catch (error) {
    await app.files.remove(sealed.storageKey).catch(() => undefined); // the sweep takes what cannot be removed now
    throw error;
  }
}

/** The file of a paper that came before, in pieces: checked and kept already, so that nothing is left but to say whose paper it is. */
async function uploadedFile(
  app: UploadContext,
  actor: Actor,
  personId: string,
  { uploadId, confidentiality }: AddDocumentRequest,
): Promise<FileRow | null> {
  if (!uploadId) return null;
  const upload = found(await app.database.read(actor, (r) => r.uploads.find(uploadId, app.clock.now())));
  if (upload.personId !== personId) throw new AppError('not-found');
  if (!upload.kept) throw new AppError('wrong-state');
  const { mediaType, keptSize, pages, fingerprint: mark, keptKey } = upload.kept;
  return {
    id: upload.id,
    personId,
    mediaType,
    byteSize: keptSize,
    pages,
    fingerprint: mark,
    originalName: cleanFileName(upload.originalName, mediaType),
    confidentiality: confidentiality ?? 'ordinary',
    storageKey: `${actor.associationId}/${upload.id}`,
    sealedKey: keptKey,
    keyVersion: upload.keyVersion,
  };
}
