export { LocalBlobStore, type BlobStore } from './blob-store.ts';
export { FileStore, localFileStore, noFileStore, type FilesContext } from './file-store.ts';
export { tooLarge, type ReceivedFile } from './inspect/inspect-file.ts';
export { sweepOrphanFiles, type SweepReport } from './sweep-orphan-files.ts';
