import { AppError, type Dossier, type ReopenDossierRequest } from '@permanence/contracts';
import type { AuditEntry } from '@permanence/persistence';
import { reminderSource, type Replaced } from '../deadlines/replace-deadlines.ts';
import { tellChanges, weighDossierAnew } from '../recompute/index.ts';
import { planReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';

/**
 * Takes the work up again where it was left: the limits that slept run again, with their reminders. They are weighed again at once: a
 * rule, or a permit that came meanwhile, may have changed them, and nobody is to act upon an old day until the night.
 */
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
    const audit: AuditEntry[] = [{ action: 'dossier.reopened', targetKind: 'dossier', targetId: id, ...about }];
    for (const deadline of await repositories.deadlines.ofDossierBetween(id, 'cancelled', 'open')) {
      await planReminders(call, reminderSource(deadline));
      audit.push({ action: 'deadline.reopened', targetKind: 'deadline', targetId: deadline.id, ...about });
    }
    const changes: Replaced[] = [];
    audit.push(...(await weighDossierAnew(call, about, changes)), ...(await tellChanges(call, about, changes)));
    return { result: found(await repositories.dossiers.find(id)), audit };
  },
});
