import { systemActor, type JobPayload } from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';
import { asSource } from './draft.ts';
import { cancelReminders, planReminders } from './plan-reminders.ts';

/**
 * Plans the reminders of a source as it stands now, outside the change that made it: for a source whose people in charge changed, or
 * one that was written before a policy existed. Harmless to repeat.
 * @returns rows planned, or cancelled when the source has ended
 */
export const planSource = (app: AppContext, input: JobPayload<'reminders.plan'>): Promise<number> => {
  const actor = systemActor(input.associationId);
  return app.database.transaction(actor, async (repositories) => {
    const call = { repositories, app, actor };
    const now = await repositories.sending.sourceNow(input.sourceKind, input.sourceId);
    if (!now || (now.ended && !now.missed)) return cancelReminders(call, input.sourceId, now?.ended ?? 'source-cancelled');
    return planReminders(call, asSource(input, now));
  });
};
