// The process that opens a paper: whatever a damaged or hostile file does to it, the worker and the API go on. It gets one request,
// answers, and ends. It knows no address, no key and no database.
import type { ReadingFailure } from '@permanence/contracts';
import type { ReaderAnswer, ReaderRequest } from './messages.ts';
import { openPaper, Protected } from './open-paper.ts';
import { readPages } from './read-pages.ts';

const answer = (message: ReaderAnswer): void => void process.send?.(message);

async function serve(request: ReaderRequest): Promise<void> {
  const paper = openPaper(request.bytes, request.mediaType);
  if (request.kind === 'picture') {
    if (request.page < 1 || request.page > paper.pages) throw new RangeError('no such page');
    answer({ kind: 'picture', png: await paper.page(request.page - 1).cut(request.box) });
    return;
  }
  const partial = await readPages(
    paper,
    request.limits,
    (progress) => answer({ kind: 'progress', progress }),
    (lines) => answer({ kind: 'lines', lines }),
  );
  answer({ kind: 'read', partial });
}

process.once('message', (request: ReaderRequest) => {
  serve(request)
    .catch((error: unknown) => {
      const failure: ReadingFailure = error instanceof Protected ? 'protected' : 'unreadable';
      answer({ kind: 'failed', failure });
    })
    .finally(() => process.disconnect());
});
// The parent is gone: nobody waits for an answer.
process.once('disconnect', () => process.exit(0));
