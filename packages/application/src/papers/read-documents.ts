import type { PaperDocument } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';
import { withGrades } from './grade-paper.ts';

/** Papers the caller may see; of restricted ones nothing is told to the others, not even their number. */
export const listDocuments = query<{ personId: string }, PaperDocument[]>({
  name: 'list-documents',
  permission: 'document.read',
  execute: async ({ input: { personId }, repositories }) => {
    found(await repositories.persons.find(personId));
    return (await repositories.documents.ofPerson(personId)).map(withGrades);
  },
});
export const getDocument = query<{ id: string }, PaperDocument>({
  name: 'get-document',
  permission: 'document.read',
  execute: async ({ input: { id }, repositories }) => withGrades(found(await repositories.documents.find(id))),
});
