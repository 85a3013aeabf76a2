import { AppError, type Actor } from '@permanence/contracts';
import { buffer } from 'node:stream/consumers';
import { openDocumentFile } from '../papers/open-file.ts';
import { found, query, type RequestInfo } from '../support/use-case.ts';
import { ReadingFailed } from './process/child-reader.ts';
import type { ReadingContext } from './run-reading.ts';

const findPlace = query<{ documentId: string; suggestionId: string }, { page: number; box: [number, number, number, number] }>({
  name: 'find-suggestion',
  permission: 'document.read',
  execute: async ({ input: { documentId, suggestionId }, repositories }) => {
    const { page, box } = found((await repositories.readings.suggestions(documentId)).find(({ id }) => id === suggestionId) ?? null);
    return { page, box };
  },
});

/**
 * The place where a suggestion was read, cut out of the page: PNG. An opening of the file like any other, written down as one.
 * @throws AppError not-found, unavailable
 */
export async function openSuggestionPicture(
  app: ReadingContext,
  actor: Actor,
  input: { documentId: string; suggestionId: string },
  request?: RequestInfo,
): Promise<Uint8Array> {
  const { page, box } = await findPlace(app, actor, input);
  const file = await openDocumentFile(app, actor, { documentId: input.documentId }, request);
  const bytes = new Uint8Array(await buffer(file.content));
  const [x, y, width, height] = box;
  try {
    return await app.reader.picture({ bytes, mediaType: file.mediaType }, page, { x, y, width, height });
  } catch (cause) {
    throw new AppError('unavailable', { message: `picture: ${cause instanceof ReadingFailed ? cause.failure : 'failed'}`, cause });
  }
}
