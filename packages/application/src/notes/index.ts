export { addNote } from './add-note.ts';
export { listNotes } from './list-notes.ts';
