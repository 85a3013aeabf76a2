import type { Note } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const listNotes = query<{ dossierId: string }, Note[]>({
  name: 'list-notes',
  permission: 'dossier.read',
  execute: async ({ input, repositories }) => {
    found(await repositories.dossiers.brief(input.dossierId));
    return repositories.notes.ofDossier(input.dossierId);
  },
});
