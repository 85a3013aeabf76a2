import { systemActor, type PolicyName, type Step } from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';
import { localOf } from './local-time.ts';
import { noticesOf, policyFor } from './notices.ts';
import { planReminders, rowsOf } from './plan-reminders.ts';
import { stepsOf } from './policies.ts';
import type { ReminderSource } from './source.ts';

/**
 * Plans many limits in one transaction, by the same policies as one: for the dossiers an association brings along. Harmless to repeat.
 * @param input ids of open limits, some hundreds; others are passed over
 * @returns how many rows of the ledger are new
 */
export const planDeadlines = (app: AppContext, input: { associationId: string; deadlineIds: readonly string[] }): Promise<number> => {
  const actor = systemActor(input.associationId);
  return app.database.transaction(actor, async (repositories) => {
    const { bulkPlanning, reminders } = repositories;
    const now = app.clock.now();
    const { timeZone } = await reminders.association();
    const today = localOf(now, timeZone).on;
    const sources = (await bulkPlanning.openDeadlines(input.deadlineIds)).map((one): ReminderSource => ({ kind: 'deadline', ...one }));
    const known = await bulkPlanning.known(sources.map(({ id }) => id));
    const holders = await bulkPlanning.holdersOf(sources.flatMap(({ dossierId }) => dossierId ?? []));
    const coordinators = { audience: 'coordinator' as const, userIds: await reminders.coordinators() };
    const steps = new Map<PolicyName, readonly Step[]>();
    const rows = [];
    let planned = 0;
    for (const source of sources) {
      if (known.has(source.id) || !source.dossierId) {
        // What was announced before, and who stands behind a person without a dossier, is looked at one by one.
        planned += await planReminders({ repositories, app, actor }, source);
        continue;
      }
      const policy = policyFor(source, today);
      if (!steps.has(policy)) steps.set(policy, await stepsOf(repositories, policy));
      const userIds = holders.get(source.dossierId);
      const colleagues = userIds ? { audience: 'volunteer' as const, userIds } : coordinators;
      for (const notice of noticesOf(source, policy, now, timeZone, { steps: steps.get(policy)! }))
        rows.push(...rowsOf(source, notice, notice.audience === 'coordinator' ? coordinators : colleagues));
    }
    return planned + (rows.length ? await bulkPlanning.insert(rows) : 0);
  });
};
