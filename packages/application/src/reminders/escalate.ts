import { systemActor } from '@permanence/contracts';
import { isoDate } from '@permanence/rules';
import type { LedgerRow, Repositories, SourceNow } from '@permanence/persistence';
import { escalation } from '../mail/digests.ts';
import type { Message } from '../mail/message.ts';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { localOf } from './local-time.ts';

/** How long a call about such a date may wait before the coordinators are told: a day, and four hours where hours count. */
const WAIT_MS = { hours: 4 * 3_600_000, week: 24 * 3_600_000, appeal: 24 * 3_600_000 } as const;

export const isEscalation = (row: { step: string }): boolean => row.step.startsWith('escalation.');

/** Dates of danger for which someone was asked to call and nobody did: one notice to each coordinator. @returns how many are new */
export const planEscalations = (app: AppContext, associationId: string): Promise<number> =>
  app.database.transaction(systemActor(associationId), async (repositories) => {
    const now = app.clock.now();
    let planned = 0;
    for (const [policy, waitMs] of Object.entries(WAIT_MS)) {
      const before = new Date(Date.parse(now) - waitMs).toISOString();
      const calls = await repositories.digests.callsNotMade([policy], before);
      if (!calls.length) continue;
      const coordinators = await repositories.reminders.coordinators();
      planned += await repositories.reminders.plan(
        calls.flatMap(({ sourceId, targetKey, personId, dossierId, staleAt }) =>
          coordinators.map((userId) => ({
            id: newId(),
            personId,
            dossierId,
            sourceKind: 'deadline' as const,
            sourceId,
            step: `escalation.${policy}`,
            audience: 'coordinator' as const,
            recipientKey: userId,
            targetKey,
            channel: 'email' as const,
            contactId: null,
            userId,
            template: 'coordinator.escalation',
            dueAt: now,
            staleAt: staleAt?.toISOString() ?? now,
          })),
        ),
      );
    }
    return planned;
  });

/** What a coordinator reads: the date, since when, and how many hold the dossier. */
export async function escalationMessage(
  repositories: Repositories,
  row: Pick<LedgerRow, 'sourceId' | 'dossierId' | 'personId'>,
  source: SourceNow,
  around: { language: string; publicUrl: string },
): Promise<Message> {
  const { timeZone } = await repositories.reminders.association();
  const asked = await repositories.digests.askedAt(row.sourceId);
  const dossier = row.dossierId ? await repositories.sending.dossierNow(row.dossierId) : null;
  return escalation({
    language: around.language,
    kind: 'deadline',
    dossierReference: dossier?.reference ?? null,
    ruleId: source.ruleId,
    prudentOn: source.prudentOn && isoDate(source.prudentOn),
    lastDayOn: source.lastDayOn,
    at: source.expiresAt ? localOf(source.expiresAt, timeZone) : null,
    askedOn: asked ? localOf(asked, timeZone).on : null,
    holders: (await repositories.reminders.holders(row)).length,
    link: new URL(row.dossierId ? `/dossiers/${row.dossierId}` : '/', around.publicUrl).href,
  });
}
