import type { Readable } from 'node:stream';
import type { Actor, MediaType } from '@permanence/contracts';
import type { FileRow } from '@permanence/persistence';
import type { FilesContext } from '../files/file-store.ts';
import { found, mutation, type RequestInfo } from '../support/use-case.ts';

export interface OpenedFile {
  mediaType: MediaType;
  byteSize: number;
  originalName: string;
  content: Readable;
}

/** The audit line is committed before the first byte leaves: an opening that fails later still shows. */
const recordOpening = mutation<{ documentId: string }, { file: FileRow; sealedKey: Uint8Array }>({
  name: 'open-document-file',
  permission: 'document.read',
  execute: async ({ input: { documentId }, repositories }) => {
    const file = found(await repositories.files.ofDocument(documentId));
    const { sealedKey } = found(await repositories.associationKeys.find(file.keyVersion));
    return {
      result: { file, sealedKey },
      audit: [{ action: 'document.opened', targetKind: 'document', targetId: documentId, personId: file.personId }],
    };
  },
});

/** The clear file of a paper the caller may see. @throws AppError not-found, unavailable */
export async function openDocumentFile(
  app: FilesContext,
  actor: Actor,
  input: { documentId: string },
  request?: RequestInfo,
): Promise<OpenedFile> {
  const { file, sealedKey } = await recordOpening(app, actor, input, request);
  const { associationId } = actor;
  const key = app.files.openAssociationKey(associationId, { version: file.keyVersion, sealedKey });
  const content = await app.files.get({ associationId, personId: file.personId, fileId: file.id }, key, file);
  return { mediaType: file.mediaType, byteSize: file.byteSize, originalName: file.originalName, content };
}
