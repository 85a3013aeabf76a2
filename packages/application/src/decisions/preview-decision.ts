import type { DecisionOutcome, PreviewDecisionRequest } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';
import { checkFacts } from './check-facts.ts';
import { asRuleInput, computeLimit, toOutcome } from './compute-limit.ts';

/** What recording this decision would answer; nothing is stored. */
export const previewDecision = query<PreviewDecisionRequest & { dossierId: string }, DecisionOutcome>({
  name: 'preview-decision',
  permission: 'deadline.read',
  execute: async ({ input: { dossierId, ...input }, repositories, app }) => {
    found(await repositories.dossiers.brief(dossierId));
    const today = app.clock.today();
    const ruleInput = asRuleInput(input);
    checkFacts(ruleInput, { today, now: app.clock.now() });
    return toOutcome(computeLimit(ruleInput), app.clock);
  },
});
