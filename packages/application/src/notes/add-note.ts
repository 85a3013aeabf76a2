import { AppError, type AddNoteRequest, type Note } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';

/** Writes what was said or done. A note is never edited: a second one corrects it. */
export const addNote = mutation<AddNoteRequest & { dossierId: string }, Note>({
  name: 'add-note',
  permission: 'dossier.write',
  execute: async ({ input: { dossierId, kind, body }, repositories, actor, app }) => {
    const { personId } = found(await repositories.dossiers.brief(dossierId));
    if (!actor.userId) throw new AppError('forbidden', { message: 'the system writes no notes' });
    const id = newId();
    await repositories.notes.add({ id, dossierId, kind, body, authorId: actor.userId, at: app.clock.now() });
    const result = found((await repositories.notes.ofDossier(dossierId)).find((note) => note.id === id) ?? null);
    return { result, audit: [{ action: 'note.added', targetKind: 'note', targetId: id, personId, dossierId, fields: ['kind', 'body'] }] };
  },
});
