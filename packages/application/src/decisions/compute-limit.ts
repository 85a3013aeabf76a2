import type { DecisionOutcome, PreviewDecisionRequest } from '@permanence/contracts';
import {
  computeDeadline,
  clockRule,
  gravityOf,
  isDepartement,
  territoryOf,
  type DeadlineAnswer,
  type DeadlineInput,
} from '@permanence/rules';
import { daysLeft } from '../deadlines/days-left.ts';
import type { WantedDeadline } from '../deadlines/replace-deadlines.ts';
import type { Clock } from '../support/clock.ts';
import { whyNotCovered, type NotCovered } from './coverage.ts';

/** Exactly what the rules are asked; kept with the limit as the facts it rests on. */
export const asRuleInput = ({ decision, decisionOn, notifiedOn, notifiedAt, facts }: PreviewDecisionRequest): DeadlineInput => ({
  decision,
  decisionOn: decisionOn ?? null,
  notifiedOn: notifiedOn ?? null,
  notifiedAt: notifiedAt ?? null,
  // Zod says "absent" with undefined, the rules with a missing key: a JSON document knows only the second.
  facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null)),
});

export type Limit =
  | { status: 'computed'; input: DeadlineInput; answer: DeadlineAnswer; dates: WantedDeadline }
  | { status: 'not-covered'; reasons: NotCovered[] }
  | { status: 'missing'; missingFacts: string[] };

/** The one place where a decision becomes a limit: the preview, the recording and every correction pass here. */
export function computeLimit(input: DeadlineInput): Limit {
  const answer = computeDeadline(input);
  const reasons = whyNotCovered(input, answer);
  if (reasons.length) return { status: 'not-covered', reasons };
  const { rule, version, expiresAt = null, prudentDay = null } = answer;
  if (rule === null || version === null || (prudentDay === null && expiresAt === null))
    return { status: 'missing', missingFacts: answer.missingFacts };
  const dates: WantedDeadline = {
    ruleId: rule,
    ruleVersion: version,
    termOn: answer.term ?? null,
    lastDayOn: answer.lastDay ?? null,
    prudentOn: prudentDay,
    expiresAt,
    opensOn: null,
    gravity: gravityOf(answer, input.facts ?? {}).level,
    confidence: answer.confidence,
    running: answer.running,
    outcome: answer,
    facts: input,
    // The birth of a silent refusal is watched by the association; nobody is told to act by that day.
    reminds: clockRule(rule).family !== 'silence',
  };
  return { status: 'computed', input, answer, dates };
}

/** The same, as the form shows it. */
export function toOutcome(limit: Limit, clock: Clock): DecisionOutcome {
  if (limit.status !== 'computed') return limit;
  const { dates, answer, input } = limit;
  const departement = input.facts?.departement;
  return {
    status: 'computed',
    ruleId: dates.ruleId,
    ruleVersion: dates.ruleVersion,
    termOn: dates.termOn,
    lastDayOn: dates.lastDayOn,
    prudentOn: dates.prudentOn,
    expiresAt: dates.expiresAt,
    running: dates.running,
    confidence: dates.confidence,
    gravity: dates.gravity,
    ...daysLeft(clock, dates, isDepartement(departement) ? territoryOf(departement) : null),
    working: {
      steps: answer.steps,
      court: answer.court,
      legalBasis: answer.legalBasis,
      missingFacts: answer.missingFacts,
      warnings: answer.warnings,
    },
  };
}
