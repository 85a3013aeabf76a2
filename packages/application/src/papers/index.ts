export { addDocument, checkNewDocument, mayAddDocument, type AddDocumentInput } from './add-document.ts';
export { removeDocument, updateDocument } from './change-document.ts';
export { toEvidence } from './grade-paper.ts';
export { linkDocument, unlinkDocument } from './link-document.ts';
export { openDocumentFile, type OpenedFile } from './open-file.ts';
export { getPresence } from './presence.ts';
export { getDocument, listDocuments } from './read-documents.ts';
