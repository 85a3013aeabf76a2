import type { Readable } from 'node:stream';
import type { Actor } from '@permanence/contracts';
import type { BundleFile } from '@permanence/persistence';
import type { FilesContext } from '../files/file-store.ts';
import { found, mutation, type RequestInfo } from '../support/use-case.ts';

export interface OpenedBundle {
  mediaType: string;
  byteSize: number;
  /** Without the person's name: it ends in a folder of downloads. */
  name: string;
  content: Readable;
}

const recordOpening = mutation<{ id: string }, { file: BundleFile; sealedKey: Uint8Array; reference: string }>({
  name: 'open-bundle',
  permission: 'document.read',
  execute: async ({ input: { id }, repositories }) => {
    const { dossierId } = found(await repositories.bundles.find(id));
    const { reference } = found(await repositories.dossiers.find(dossierId));
    const file = found(await repositories.bundles.fileOf(id));
    const { sealedKey } = found(await repositories.associationKeys.find(file.keyVersion));
    return {
      result: { file, sealedKey, reference },
      audit: [{ action: 'bundle.opened', targetKind: 'bundle', targetId: id, personId: file.personId, dossierId }],
    };
  },
});

/** The clear PDF or ZIP. @throws AppError not-found while it is not done, or once its days are over */
export async function openBundle(app: FilesContext, actor: Actor, input: { id: string }, request?: RequestInfo): Promise<OpenedBundle> {
  const { file, sealedKey, reference } = await recordOpening(app, actor, input, request);
  const { associationId } = actor;
  const key = app.files.openAssociationKey(associationId, { version: file.keyVersion, sealedKey });
  const content = await app.files.get({ associationId, personId: file.personId, fileId: file.id }, key, file);
  const extension = file.mediaType === 'application/pdf' ? 'pdf' : 'zip';
  return { mediaType: file.mediaType, byteSize: file.byteSize, name: `pieces-${reference}.${extension}`, content };
}
