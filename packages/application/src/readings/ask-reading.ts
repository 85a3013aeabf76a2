import { AppError, type Actor, type MediaType } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';

const READ_TYPES: readonly MediaType[] = ['application/pdf', 'image/jpeg', 'image/png'];

/** The row and the message for the worker, in the transaction of whoever asks. */
async function ask(
  repositories: Repositories,
  actor: Actor,
  reading: { documentId: string; fileId: string; askedById: string | null; askedAt: string },
): Promise<void> {
  const id = newId();
  await repositories.readings.ask({ ...reading, id });
  await repositories.outbox.enqueue(newId(), 'papers.read', { associationId: actor.associationId, readingId: id });
}

/** A paper that has just come in without its day is read by itself, unless the association does not want that. */
export async function readWhenUndated(
  repositories: Repositories,
  actor: Actor,
  paper: { documentId: string; drawnUpOn: string | null; file: { id: string; mediaType: MediaType }; askedAt: string },
): Promise<void> {
  const { documentId, drawnUpOn, file, askedAt } = paper;
  if (drawnUpOn !== null || !READ_TYPES.includes(file.mediaType)) return;
  if (await repositories.readings.automatic()) await ask(repositories, actor, { documentId, fileId: file.id, askedById: null, askedAt });
}

/** Reads the file of a paper again, or for the first time. @throws AppError not-found without a file, wrong-state for a kind not read */
export const askReading = mutation<{ documentId: string }, void>({
  name: 'ask-reading',
  permission: 'document.write',
  execute: async ({ input: { documentId }, repositories, actor, app }) => {
    const file = found(await repositories.files.ofDocument(documentId));
    if (!READ_TYPES.includes(file.mediaType)) throw new AppError('wrong-state', { message: `${file.mediaType} is not read` });
    await ask(repositories, actor, { documentId, fileId: file.id, askedById: actor.userId, askedAt: app.clock.now() });
    return {
      result: undefined,
      audit: [{ action: 'document.reading-asked', targetKind: 'document', targetId: documentId, personId: file.personId }],
    };
  },
});

/** Stops a reading that waits or runs. @throws AppError wrong-state when there is none */
export const cancelReading = mutation<{ documentId: string }, void>({
  name: 'cancel-reading',
  permission: 'document.write',
  execute: async ({ input: { documentId }, repositories, app }) => {
    const { personId } = found(await repositories.documents.find(documentId));
    if (!(await repositories.readings.cancel(documentId, app.clock.now()))) throw new AppError('wrong-state');
    return {
      result: undefined,
      audit: [{ action: 'document.reading-cancelled', targetKind: 'document', targetId: documentId, personId }],
    };
  },
});
