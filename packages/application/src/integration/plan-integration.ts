import type { AuditEntry } from '@permanence/persistence';
import { computeRenewal } from '@permanence/rules';
import { renewalDeadline } from '../deadlines/plan-renewals.ts';
import { replaceDeadlines, type Replaced } from '../deadlines/replace-deadlines.ts';
import type { PlanCall } from '../reminders/index.ts';
import { integrationInput } from './milestones.ts';
import { integrationStory } from './story.ts';

/** A month to answer, and the contract is lost: as grave as an appeal of one month. */
const OBSERVATIONS_GRAVITY = 5;

/**
 * Keeps the one limit of law of the integration contract, in the caller's transaction: a month to answer the prefect who announces its
 * termination. The other milestones are watched, not kept: they are objectives or belong to the prefecture.
 */
export async function planIntegration(
  call: PlanCall,
  { personId, checking = false }: { personId: string; checking?: boolean },
  changes: Replaced[] = [],
): Promise<AuditEntry[]> {
  const contract = await call.repositories.integration.ofPerson(personId);
  if (!contract) return [];
  const given = integrationInput({ ...(await integrationStory(call.repositories, personId)), permit: null });
  const answer = computeRenewal({ ...given, today: call.app.clock.today() });
  const wanted = answer.dates
    .filter(({ id }) => id === 'CIR-OBS-1M' && !contract.observationsSentOn)
    .map((row) => ({ ...renewalDeadline(row, answer, given, { reminds: true }), gravity: OBSERVATIONS_GRAVITY }));
  const source = { kind: 'integration' as const, id: contract.id, personId, dossierId: null };
  const because = () => (contract.observationsSentOn ? ('observations-sent' as const) : null);
  return replaceDeadlines(call, source, wanted, { materially: checking, because }, changes);
}
