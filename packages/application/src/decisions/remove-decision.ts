import { replaceDeadlines } from '../deadlines/replace-deadlines.ts';
import { keepFilingDeadlines } from '../filings/index.ts';
import { found, mutation } from '../support/use-case.ts';
import { letterIsRead } from './keep-limit.ts';

/** Recorded by mistake: its limit is cancelled, its reminders stop. */
export const removeDecision = mutation<{ id: string; version: number }, void>({
  name: 'remove-decision',
  permission: 'deadline.write',
  execute: async (call) => {
    const { repositories, app } = call;
    const { id, version } = call.input;
    const { dossierId } = found(await repositories.decisions.find(id));
    const { personId, closed } = found(await repositories.dossiers.brief(dossierId));
    await repositories.decisions.remove(id, version, app.clock.now());
    const audit = await replaceDeadlines(call, { kind: 'decision', id, personId, dossierId }, [], { retired: 'cancelled' });
    audit.push(...(await letterIsRead(call, { dossierId, personId })));
    // What the decision had settled is watched again; in a closed dossier nothing is.
    if (!closed) audit.push(...(await keepFilingDeadlines(call, { dossierId, personId })));
    return {
      result: undefined,
      audit: [{ action: 'decision.removed', targetKind: 'decision', targetId: id, personId, dossierId }, ...audit],
    };
  },
});
