import type { PersonMessageKind } from '@permanence/contracts';
import { clockRule, isDecisionId } from '@permanence/rules';

/** Whether the rule is a limit to contest a decision that the person holds in hand; a silence is none. */
export const contestsDecision = (ruleId: string | null): boolean =>
  ruleId !== null && isDecisionId(ruleId) && clockRule(ruleId).family !== 'silence';

/**
 * Which message a row of the ledger is.
 * @param step policy and step, such as `appeal.7-days`
 * @param about `window`, `deadline` or `appointment`
 */
export function personKindOf(step: string, about: 'window' | 'deadline' | 'appointment', ruleId: string | null): PersonMessageKind {
  const [policy = '', id = ''] = step.split('.');
  const days = /^(\d+)-days?$/.exec(id)?.[1];
  const left = days === undefined ? null : Number(days);
  if (policy === 'commitment') return 'commitment';
  if (about === 'appointment') {
    if (id === 'booking') return 'appointment-booked';
    if (policy === 'missed') return 'appointment-missed';
    return left !== null && left <= 1 ? 'appointment-near' : 'appointment';
  }
  if (about === 'window') {
    if (id === 'opening') return 'window-opening';
    if (left === null || left > 60) return 'window';
    return left <= 10 ? 'window-last' : 'window-near';
  }
  if (!contestsDecision(ruleId)) return 'follow-up';
  if (policy === 'hours' || (policy === 'week' && left === null)) return 'call-first';
  if (id === 'day-0') return 'deadline-new';
  if (left === null) return 'deadline';
  return left <= 1 ? 'deadline-last' : 'deadline-near';
}
