export { cancelUpload, checkUpload } from './check-upload.ts';
export { findUpload, receivePieces } from './receive-pieces.ts';
export { startUpload } from './start-upload.ts';
