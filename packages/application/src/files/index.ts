export { LocalBlobStore, type BlobStore } from './blob-store.ts';
export { filePlace, filesEnvironment, openFileStore, type FilePlaceSettings } from './files-environment.ts';
export { S3BlobStore, type S3Settings } from './s3-blob-store.ts';
export { FileStore, localFileStore, noFileStore, type FilesContext } from './file-store.ts';
export { fileChecks, tooLarge, type FileChecks, type ReceivedFile, type UploadContext } from './inspect/file-checks.ts';
export { sweepOrphanFiles, type SweepReport } from './sweep-orphan-files.ts';
