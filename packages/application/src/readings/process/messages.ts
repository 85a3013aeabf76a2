import type { ReadingFailure } from '@permanence/contracts';
import type { Box, TextLine } from '../model/text-line.ts';

/** What the reading process is asked, and what it answers. Files and text stay in the memory of the two processes. */
export type ReaderRequest =
  | { kind: 'read'; bytes: Uint8Array; mediaType: string; limits: PageLimits }
  | { kind: 'picture'; bytes: Uint8Array; mediaType: string; page: number; box: Box };
export type ReaderAnswer =
  | { kind: 'progress'; progress: ReadingProgress }
  | { kind: 'lines'; lines: TextLine[] }
  | { kind: 'read'; partial: boolean }
  | { kind: 'picture'; png: Uint8Array }
  | { kind: 'failed'; failure: ReadingFailure };

export interface ReadingProgress {
  /** From 1. */
  page: number;
  pages: number;
  percent: number;
}
export interface PageLimits {
  /** Pages whose own text is looked at. */
  text: number;
  /** Pages that may be read as pictures: the slow part. */
  pictures: number;
}
