import { AppError, type CloseDossierRequest, type Dossier } from '@permanence/contracts';
import { cancelReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';

/** Ends the work on a dossier. Its open limits and their reminders sleep with it, and wake if it is opened again. */
export const closeDossier = mutation<CloseDossierRequest & { id: string }, Dossier>({
  name: 'close-dossier',
  permission: 'dossier.write',
  execute: async (call) => {
    const { repositories, app } = call;
    const { id, version, reason, closedOn } = call.input;
    const before = found(await repositories.dossiers.brief(id));
    if (before.closed) throw new AppError('wrong-state', { message: 'dossier is closed already' });
    const today = app.clock.today();
    if (closedOn && closedOn > today)
      throw new AppError('invalid-input', { problems: [{ field: 'closedOn', message: 'Cette date est à venir.' }] });
    await repositories.dossiers.update(id, version, { closedOn: closedOn ?? today, closeReason: reason });
    const about = { personId: before.personId, dossierId: id };
    const audit = [{ action: 'dossier.closed', targetKind: 'dossier', targetId: id, ...about, fields: ['closedOn', 'closeReason'] }];
    for (const deadline of await repositories.deadlines.ofDossierBetween(id, 'open', 'cancelled')) {
      await cancelReminders(call, deadline.id, 'dossier-closed');
      audit.push({ action: 'deadline.cancelled', targetKind: 'deadline', targetId: deadline.id, ...about, fields: [] });
    }
    return { result: found(await repositories.dossiers.find(id)), audit };
  },
});
