import { AppError, type PaperDocument, type UpdateDocumentRequest } from '@permanence/contracts';
import type { DocumentData } from '@permanence/persistence';
import { takeSuggestions } from '../readings/take-suggestions.ts';
import { found, mutation } from '../support/use-case.ts';
import { checkDrawnUp, checkRestricted } from './add-document.ts';
import { withGrades } from './grade-paper.ts';

/** @throws AppError version-conflict, restricted-paper */
export const updateDocument = mutation<UpdateDocumentRequest & { id: string }, PaperDocument>({
  name: 'update-document',
  permission: 'document.write',
  execute: async ({ input: { id, version, suggestions = [], ...change }, repositories, actor, app }) => {
    const before = found(await repositories.documents.find(id));
    checkRestricted(actor, change.confidentiality);
    checkDrawnUp(change.drawnUpOn, app.clock.today());
    const periodFrom = change.periodFrom === undefined ? before.periodFrom : change.periodFrom;
    const periodTo = change.periodTo === undefined ? before.periodTo : change.periodTo;
    if (periodFrom && periodTo && periodFrom > periodTo)
      throw new AppError('invalid-input', { problems: [{ field: 'periodTo', message: 'La fin de la période précède son début.' }] });
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<DocumentData>;
    await repositories.documents.update(id, version, given);
    if (given.confidentiality && given.confidentiality !== before.confidentiality)
      await repositories.files.setConfidentiality(id, given.confidentiality);
    const taken = await takeSuggestions(repositories, id, before.personId, given, suggestions);
    return {
      result: withGrades(found(await repositories.documents.find(id))),
      audit: [
        { action: 'document.updated', targetKind: 'document', targetId: id, personId: before.personId, fields: Object.keys(given) },
        ...taken,
      ],
    };
  },
});
/** Takes the paper out of sight and out of every count. Its row and file stay until the person's data are erased. */
export const removeDocument = mutation<{ id: string }, void>({
  name: 'remove-document',
  permission: 'document.write',
  execute: async ({ input: { id }, repositories, app }) => {
    const { personId } = found(await repositories.documents.find(id));
    await repositories.readings.forget(id);
    await repositories.documents.remove(id, app.clock.now());
    return { result: undefined, audit: [{ action: 'document.removed', targetKind: 'document', targetId: id, personId }] };
  },
});
