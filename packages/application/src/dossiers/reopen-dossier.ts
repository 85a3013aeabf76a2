import { AppError, type Dossier, type ReopenDossierRequest } from '@permanence/contracts';
import { reminderSource } from '../deadlines/replace-deadlines.ts';
import { planReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';

/** Takes the work up again where it was left: the limits that slept run again, with their reminders. */
export const reopenDossier = mutation<ReopenDossierRequest & { id: string }, Dossier>({
  name: 'reopen-dossier',
  permission: 'dossier.write',
  execute: async (call) => {
    const { repositories } = call;
    const { id, version } = call.input;
    const before = found(await repositories.dossiers.brief(id));
    if (!before.closed) throw new AppError('wrong-state', { message: 'dossier is open' });
    await repositories.dossiers.update(id, version, { closedOn: null, closeReason: null });
    const about = { personId: before.personId, dossierId: id };
    const audit = [{ action: 'dossier.reopened', targetKind: 'dossier', targetId: id, ...about }];
    for (const deadline of await repositories.deadlines.ofDossierBetween(id, 'cancelled', 'open')) {
      await planReminders(call, reminderSource(deadline));
      audit.push({ action: 'deadline.reopened', targetKind: 'deadline', targetId: deadline.id, ...about });
    }
    return { result: found(await repositories.dossiers.find(id)), audit };
  },
});
