import { systemActor } from '@permanence/contracts';
import { beat, everyAssociation, lastBeat, type AuditEntry } from '@permanence/persistence';
import { isIsoDate, RULES_VERSION, type IsoDate } from '@permanence/rules';
import { asRuleInput, computeLimit } from '../decisions/compute-limit.ts';
import { outcomeOf, followTheLetter, letterIsRead } from '../decisions/keep-limit.ts';
import { planRenewals } from '../deadlines/index.ts';
import { replaceDeadlines, type Replaced } from '../deadlines/replace-deadlines.ts';
import { keepFilingDeadlines } from '../filings/index.ts';
import { planIntegration } from '../integration/index.ts';
import type { PlanCall } from '../reminders/index.ts';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { atHome } from '../support/use-case.ts';
import { tellChanges } from './tell-changes.ts';

export interface Recomputed {
  checked: number;
  changed: number;
  failed: number;
}
/** Name under which the check says which rules it has gone through all limits with. */
export const recomputeHeartbeat = (rulesVersion: string = RULES_VERSION): string => `deadlines.recompute ${rulesVersion}`;

const day = (text: string | null): IsoDate | null => (isIsoDate(text) ? text : null);

/** The decisions of a dossier, weighed again: also those that had no limit because the rules did not cover them yet. */
async function decisionsAnew(call: PlanCall, about: { dossierId: string; personId: string }, changes: Replaced[]): Promise<AuditEntry[]> {
  const { decisions } = call.repositories;
  const audit: AuditEntry[] = [];
  for (const decision of await decisions.ofDossier(about.dossierId)) {
    const limit = computeLimit(asRuleInput({ ...decision, decisionOn: day(decision.decisionOn), notifiedOn: day(decision.notifiedOn) }));
    const outcome = outcomeOf(limit);
    const moved = outcome.status !== decision.status || JSON.stringify(outcome.reasons) !== JSON.stringify(decision.reasons);
    if (moved) {
      await decisions.update(decision.id, decision.version, { ...decision, ...outcome });
      audit.push({ action: 'decision.recomputed', targetKind: 'decision', targetId: decision.id, ...about, fields: ['outcome'] });
    }
    const source = { kind: 'decision' as const, id: decision.id, ...about };
    audit.push(...(await replaceDeadlines(call, source, limit.status === 'computed' ? [limit.dates] : [], { materially: true }, changes)));
    // A task somebody has closed is not opened again every night.
    if (outcome.status !== decision.status)
      audit.push(...(await (limit.status === 'computed' ? letterIsRead(call, about) : followTheLetter(call, about))));
  }
  return audit;
}

/** Every limit of an open dossier weighed again, in the caller's transaction. @returns what to audit; what changed goes into `changes` */
export const weighDossierAnew = async (
  call: PlanCall,
  about: { dossierId: string; personId: string },
  changes: Replaced[],
): Promise<AuditEntry[]> => [...(await decisionsAnew(call, about, changes)), ...(await keepFilingDeadlines(call, about, {}, changes))];

/**
 * Weighs every open limit of an association again, as the system: from the facts now stored, with the rules and the holidays of today.
 * What changed is superseded and kept in the history, its reminders are planned anew, and the people in charge get a task that says the
 * old day, the new one and why. One transaction per dossier and per person: a failure keeps none of the others back. Harmless to repeat.
 */
export async function recomputeDeadlines(anywhere: AppContext, associationId: string): Promise<Recomputed> {
  const actor = systemActor(associationId);
  const app = await anywhere.database.read(actor, (repositories) => atHome(anywhere, repositories));
  const done: Recomputed = { checked: 0, changed: 0, failed: 0 };
  const one = async (
    about: { personId: string; dossierId: string | null },
    anew: (call: PlanCall, changes: Replaced[]) => Promise<AuditEntry[]>,
  ): Promise<void> => {
    try {
      await app.database.transaction(actor, async (repositories) => {
        const call = { repositories, app, actor };
        const changes: Replaced[] = [];
        const audit = await anew(call, changes);
        audit.push(...(await tellChanges(call, about, changes)));
        for (const entry of audit) await repositories.audit.record(newId(), entry, null);
        done.changed += changes.length;
      });
      done.checked += 1;
    } catch {
      // Counted, and said by the caller: somebody may have been changing this very dossier, and the next run finds it settled.
      done.failed += 1;
    }
  };
  const { dossiers, personIds } = await app.database.read(actor, ({ deadlines }) => deadlines.toRecheck());
  for (const about of dossiers) await one(about, (call, changes) => weighDossierAnew(call, about, changes));
  for (const personId of personIds)
    await one({ personId, dossierId: null }, ({ repositories }, changes) =>
      planRenewals(repositories, app, actor, { personId, checking: true }, changes),
    );
  for (const personId of await app.database.read(actor, ({ integration }) => integration.personIds()))
    await one({ personId, dossierId: null }, (call, changes) => planIntegration(call, { personId, checking: true }, changes));
  return done;
}

/**
 * The same for every association; notes the version of the rules once all of it passed.
 * @throws Error with the count of what failed, so that the queue tries again and the failure is seen
 */
export async function recomputeEverywhere(app: AppContext): Promise<Recomputed> {
  const all: Recomputed = { checked: 0, changed: 0, failed: 0 };
  for (const { id } of await everyAssociation(app.database)) {
    const { checked, changed, failed } = await recomputeDeadlines(app, id);
    all.checked += checked;
    all.changed += changed;
    all.failed += failed;
  }
  if (all.failed) throw new Error(`${all.failed} dossiers could not be recomputed`);
  await beat(app.database, recomputeHeartbeat(), app.clock.now());
  return all;
}

/** Whether the rules of today were never gone through: after an update, all limits are checked without waiting for the night. */
export const rulesAreNew = async (app: AppContext): Promise<boolean> => (await lastBeat(app.database, recomputeHeartbeat())) === null;
