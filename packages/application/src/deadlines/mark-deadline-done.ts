import { AppError, type Deadline, type DeadlineDoneRequest } from '@permanence/contracts';
import { cancelReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';
import { withDaysLeft } from './days-left.ts';

/**
 * The act was done in time, or too late, with what proves it. Its reminders stop; with a renewal window, the late limits of the same permit too.
 * @throws AppError wrong-state when the limit is not open
 */
export const markDeadlineDone = mutation<DeadlineDoneRequest & { id: string }, Deadline>({
  name: 'mark-deadline-done',
  permission: 'deadline.write',
  execute: async (call) => {
    const { id, version, doneOn, proof = null, proofDocumentId: documentId = null } = call.input;
    const { deadlines } = call.repositories;
    const before = found(await deadlines.find(id));
    if (before.state !== 'open') throw new AppError('wrong-state', { message: `deadline is ${before.state}` });
    const today = call.app.clock.today();
    if (doneOn > today) throw new AppError('invalid-input', { problems: [{ field: 'doneOn', message: 'Cette date est à venir.' }] });
    if (documentId && (await call.repositories.documents.find(documentId))?.personId !== before.personId)
      throw new AppError('invalid-input', {
        problems: [{ field: 'proofDocumentId', message: 'Cette pièce n’est pas dans le coffre de la personne.' }],
      });
    await deadlines.markDone(id, version, { doneOn, proof, documentId });
    await cancelReminders(call, id, 'source-done');
    const about = { personId: before.personId, dossierId: before.dossierId };
    const audit = [
      {
        action: 'deadline.done',
        targetKind: 'deadline',
        targetId: id,
        ...about,
        fields: ['doneOn', ...(proof ? ['doneProof'] : []), ...(documentId ? ['doneDocumentId'] : [])],
      },
    ];
    if (before.sourceKind === 'permit')
      for (const other of await deadlines.currentOf(before.sourceId)) {
        if (other.id === id || other.state !== 'open') continue;
        await deadlines.retire(other.id, 'cancelled', 'renewal-filed');
        await cancelReminders(call, other.id, 'source-done');
        audit.push({ action: 'deadline.cancelled', targetKind: 'deadline', targetId: other.id, ...about, fields: [] });
      }
    return { result: withDaysLeft(call.app.clock, found(await deadlines.find(id))), audit };
  },
});
