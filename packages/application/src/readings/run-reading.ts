import { buffer } from 'node:stream/consumers';
import { systemActor, type Actor, type JobPayload, type ReadingFailure } from '@permanence/contracts';
import type { SuggestionRow } from '@permanence/persistence';
import type { FilesContext } from '../files/file-store.ts';
import { openDocumentFile } from '../papers/open-file.ts';
import { PARIS } from '../support/clock.ts';
import { newId } from '../support/ids.ts';
import { readPaper, type PaperCandidates } from './model/read-paper.ts';
import type { Box } from './model/text-line.ts';
import { ReadingFailed, type PaperReader } from './process/child-reader.ts';
import type { ReadingProgress } from './process/messages.ts';

export interface ReadingContext extends FilesContext {
  reader: PaperReader;
}

/** Begun this often without an end, it is the file that brings the worker down. */
const MOST_ATTEMPTS = 3;
/** How often progress is written, and so how soon a cancelled reading stops. */
const LOOK_MS = 700;

const box = ({ x, y, width, height }: Box): SuggestionRow['box'] => [x, y, width, height];
const rows = ({ dates, types, issuers }: PaperCandidates): SuggestionRow[] => [
  ...dates.map(({ day, score, reason, warnings, page, box: at }) => ({
    id: newId(),
    kind: 'date' as const,
    value: day,
    score,
    reason,
    warnings: [...warnings],
    page,
    box: box(at),
  })),
  ...types.map(({ docType, score, page, box: at }) => ({
    id: newId(),
    kind: 'type' as const,
    value: docType,
    score,
    reason: null,
    warnings: [],
    page,
    box: box(at),
  })),
  ...issuers.map(({ issuer, score, page, box: at }) => ({
    id: newId(),
    kind: 'issuer' as const,
    value: issuer,
    score,
    reason: null,
    warnings: [],
    page,
    box: box(at),
  })),
];

/** Writes progress now and then; stops the reading when nobody waits for it any more. */
function follow(app: ReadingContext, actor: Actor, id: string) {
  const stop = new AbortController();
  let latest: ReadingProgress = { page: 0, pages: 0, percent: 0 };
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    const wanted = await app.database.read(actor, (r) => r.readings.progress(id, latest));
    if (!wanted) stop.abort();
  };
  const timer = setInterval(() => {
    writing = writing.then(write).catch(() => undefined); // a database away for a moment: the next look says more
  }, LOOK_MS);
  return {
    signal: stop.signal,
    tell: (progress: ReadingProgress): void => void (latest = progress),
    end: async (): Promise<void> => {
      clearInterval(timer);
      await writing;
    },
  };
}

/**
 * Reads one paper and keeps what it suggests. The clear file and its text live in memory only; the paper's own row is not touched.
 * May run twice: what has ended is left alone.
 */
export async function runReading(app: ReadingContext, { associationId, readingId }: JobPayload<'papers.read'>): Promise<string> {
  // With the right to restricted papers: it tells nobody anything, and what it suggests is seen by those who may see the paper.
  const actor: Actor = { ...systemActor(associationId), restrictedPapers: true };
  const reading = await app.database.read(actor, (r) => r.readings.find(readingId));
  if (!reading) return 'gone';
  const fail = (failure: ReadingFailure) => app.database.read(actor, (r) => r.readings.fail(readingId, app.clock.now(), failure));
  if (reading.attempts >= MOST_ATTEMPTS) {
    await fail('crashed');
    return 'crashed';
  }
  if (!(await app.database.read(actor, (r) => r.readings.begin(readingId)))) return reading.state;
  const { signal, tell, end } = follow(app, actor, readingId);
  try {
    const file = await openDocumentFile(app, actor, { documentId: reading.documentId });
    const bytes = new Uint8Array(await buffer(file.content));
    const { lines, partial } = await app.reader.read({ bytes, mediaType: file.mediaType }, tell, signal);
    await end();
    const suggestions = rows(readPaper(lines, app.clock.today(PARIS)));
    const kept = await app.database.transaction(actor, (r) => r.readings.finish(readingId, app.clock.now(), partial, suggestions));
    return kept ? 'done' : 'cancelled';
  } catch (error) {
    await end();
    if (signal.aborted) return 'cancelled';
    // A damaged blob, a wrong key, or a file that brings its reader down: said on the screen, and not tried again by itself.
    await fail(error instanceof ReadingFailed ? error.failure : 'unavailable');
    return 'failed';
  }
}
