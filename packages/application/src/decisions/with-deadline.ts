import type { Decision } from '@permanence/contracts';
import type { Repositories, StoredDecision } from '@permanence/persistence';
import { withDaysLeft } from '../deadlines/days-left.ts';
import type { Clock } from '../support/clock.ts';

/** A decision with the limit now in force. */
export async function withDeadline({ deadlines }: Repositories, decision: StoredDecision, clock: Clock): Promise<Decision> {
  const [deadline] = await deadlines.currentOf(decision.id);
  return { ...decision, deadline: deadline ? withDaysLeft(clock, deadline) : null };
}
