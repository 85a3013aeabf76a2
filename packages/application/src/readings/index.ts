export { askReading, cancelReading, readWhenUndated } from './ask-reading.ts';
export { getReading } from './get-reading.ts';
export { openSuggestionPicture } from './open-picture.ts';
export { getReadingSetting, setReadingSetting } from './reading-setting.ts';
export { runReading, type ReadingContext } from './run-reading.ts';
export { takeSuggestions } from './take-suggestions.ts';
export { childReader, ReadingFailed, type ClearFile, type PaperReader } from './process/child-reader.ts';
export { readPaper, type PaperCandidates } from './model/read-paper.ts';
export type { Box, TextLine } from './model/text-line.ts';
