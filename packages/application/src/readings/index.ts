export { childReader, ReadingFailed, type ClearFile, type PaperReader } from './process/child-reader.ts';
export { readPaper, type PaperCandidates } from './model/read-paper.ts';
export type { Box, TextLine } from './model/text-line.ts';
