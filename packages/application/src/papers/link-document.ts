import { AppError } from '@permanence/contracts';
import { found, mutation } from '../support/use-case.ts';

/** Puts a paper of the person into one of their dossiers. Linking again changes nothing. */
export const linkDocument = mutation<{ dossierId: string; documentId: string }, void>({
  name: 'link-document',
  permission: 'document.write',
  execute: async ({ input: { dossierId, documentId }, repositories }) => {
    const personId = found(await repositories.documents.dossierPerson(dossierId));
    const document = found(await repositories.documents.find(documentId));
    // Another person's paper answers as if it did not exist here.
    if (document.personId !== personId) throw new AppError('not-found');
    if (document.dossierIds.includes(dossierId)) return { result: undefined, audit: [] };
    await repositories.documents.link(dossierId, documentId);
    return {
      result: undefined,
      audit: [{ action: 'document.linked', targetKind: 'document', targetId: documentId, personId, dossierId }],
    };
  },
});
export const unlinkDocument = mutation<{ dossierId: string; documentId: string }, void>({
  name: 'unlink-document',
  permission: 'document.write',
  execute: async ({ input: { dossierId, documentId }, repositories }) => {
    const personId = found(await repositories.documents.dossierPerson(dossierId));
    found(await repositories.documents.find(documentId));
    if ((await repositories.documents.unlink(dossierId, documentId)) === 0) throw new AppError('not-found');
    return {
      result: undefined,
      audit: [{ action: 'document.unlinked', targetKind: 'document', targetId: documentId, personId, dossierId }],
    };
  },
});
