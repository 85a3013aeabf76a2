// The process that binds a PDF. It knows no key, no address and no database: its environment is empty, it may write to no disk, and its
// memory is bounded. Pieces come one at a time; what it makes leaves by its standard output as it is made.
import '../../files/inspect/look/quiet-mupdf.ts';
import * as mupdf from 'mupdf';
import type { FrontMatter } from './front-matter.ts';
import { imageDocument } from './image-page.ts';
import { PdfStream, type Bookmark } from './pdf-stream.ts';
import { renderFront } from './render-front.ts';
import { stampPage } from './stamp.ts';

export interface PieceJob {
  kind: 'piece';
  number: number;
  bytes: Uint8Array;
  mediaType: string;
  bookmark: string;
}
export interface FinishJob {
  kind: 'finish';
  front: FrontMatter;
  madeAt: string;
}
export type BinderAnswer =
  { kind: 'ready' } | { kind: 'piece'; pages: number } | { kind: 'unreadable' } | { kind: 'done'; pages: number; peakKilobytes: number };

const write = (bytes: Uint8Array | string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
const stream = new PdfStream(write);
const pieces: number[] = [];
const bookmarks: Bookmark[] = [];

/** @throws whatever the library finds wrong with it */
function open(job: PieceJob): mupdf.PDFDocument {
  if (job.mediaType !== 'application/pdf') return imageDocument(job.bytes);
  const document = mupdf.PDFDocument.openDocument(job.bytes, 'application/pdf') as mupdf.PDFDocument;
  if (document.needsPassword()) throw new Error('it asks for a password');
  // Filled-in fields and notes become part of the page: what is seen is what is bound in.
  document.bake(true, true);
  return document;
}
async function bind(job: PieceJob): Promise<BinderAnswer> {
  let document: mupdf.PDFDocument | null = null;
  let count: number;
  try {
    document = open(job);
    count = document.countPages();
    if (count === 0) throw new Error('it has no page');
    for (let i = 0; i < count; i++) stampPage(document, i, `Pièce ${job.number} — ${i + 1}/${count} · p. ${pieces.length + i + 1}`);
  } catch {
    document?.destroy();
    return { kind: 'unreadable' };
  }
  const pages = await stream.addPages(document);
  document.destroy();
  mupdf.emptyStore();
  bookmarks.push({ title: job.bookmark, page: pages[0]! });
  pieces.push(...pages);
  return { kind: 'piece', pages: count };
}
async function finish({ front, madeAt }: FinishJob): Promise<BinderAnswer> {
  const { pdf, starts } = renderFront(front);
  const document = mupdf.PDFDocument.openDocument(pdf, 'application/pdf') as mupdf.PDFDocument;
  const pages = await stream.addPages(document);
  const own: Bookmark[] = starts.map(({ title, page }) => ({ title, page: pages[page]! }));
  await stream.end({ front: pages, pieces }, { title: front.title, madeAt, bookmarks: [...own, ...bookmarks] });
  return { kind: 'done', pages: pages.length + pieces.length, peakKilobytes: process.resourceUsage().maxRSS };
}

let turn: Promise<unknown> = stream.begin();
process.on('message', (job: PieceJob | FinishJob) => {
  turn = turn
    .then(() => (job.kind === 'piece' ? bind(job) : finish(job)))
    .then(
      (answer) => {
        process.send?.(answer);
        if (answer.kind === 'done') process.stdout.end(() => process.disconnect?.());
      },
      () => process.exit(3),
    );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' } satisfies BinderAnswer);
