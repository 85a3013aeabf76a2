import { systemActor, type JobPayload } from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';
import { asSource } from './draft.ts';
import { replanSource } from './plan-reminders.ts';
import { stepsOf } from './policies.ts';

/** Applies a policy to every open date it announced. One transaction a date; harmless to repeat. @returns how many dates */
export async function replanPolicy(app: AppContext, { associationId, policyKind }: JobPayload<'reminders.replan'>): Promise<number> {
  const actor = systemActor(associationId);
  const sources = await app.database.read(actor, ({ policies }) => policies.sourcesOf(policyKind, app.clock.now()));
  let done = 0;
  for (const { sourceKind, sourceId } of sources) {
    done += await app.database.transaction(actor, async (repositories) => {
      const now = await repositories.sending.sourceNow(sourceKind, sourceId);
      const missed = policyKind === 'missed';
      if (!now || now.missed !== missed || (now.ended && !missed)) return 0;
      // Read again in each transaction: a later change may have come meanwhile.
      const steps = await stepsOf(repositories, policyKind);
      await replanSource({ repositories, app, actor }, asSource({ sourceKind, sourceId }, now), policyKind, steps);
      return 1;
    });
  }
  return done;
}
