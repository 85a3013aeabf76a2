import type { Decision } from '@permanence/contracts';
import type { Repositories, StoredDecision } from '@permanence/persistence';
import type { IsoDate } from '@permanence/rules';
import { withDaysLeft } from '../deadlines/days-left.ts';

/** A decision with the limit now in force. */
export async function withDeadline({ deadlines }: Repositories, decision: StoredDecision, today: IsoDate): Promise<Decision> {
  const [deadline] = await deadlines.currentOf(decision.id);
  return { ...decision, deadline: deadline ? withDaysLeft(today, deadline) : null };
}
