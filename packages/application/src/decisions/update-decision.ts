import { AppError, type Decision, type UpdateDecisionRequest } from '@permanence/contracts';
import type { Replaced } from '../deadlines/replace-deadlines.ts';
import { keepFilingDeadlines } from '../filings/index.ts';
import { tellChanges } from '../recompute/tell-changes.ts';
import { found, mutation } from '../support/use-case.ts';
import { checkFiling } from './check-filing.ts';
import { checkFacts } from './check-facts.ts';
import { asRuleInput, computeLimit } from './compute-limit.ts';
import { decisionData, givenFields, keepLimit } from './keep-limit.ts';
import { withDeadline } from './with-deadline.ts';

/** Corrects a decision: its limit is computed anew, the old one superseded and kept; the others in charge get a task that says the two days. */
export const updateDecision = mutation<UpdateDecisionRequest & { id: string }, Decision>({
  name: 'update-decision',
  permission: 'deadline.write',
  execute: async (call) => {
    const { repositories, app, actor } = call;
    const { id, version, ...input } = call.input;
    const before = found(await repositories.decisions.find(id));
    const { dossierId } = before;
    const { personId, closed } = found(await repositories.dossiers.brief(dossierId));
    if (closed) throw new AppError('wrong-state', { message: 'dossier is closed' });
    await checkFiling(repositories, input.filingId, dossierId);
    const today = app.clock.today();
    const ruleInput = asRuleInput(input);
    checkFacts(ruleInput, { today, now: app.clock.now() });
    const limit = computeLimit(ruleInput);
    await repositories.decisions.update(id, version, decisionData(input, limit));
    const changes: Replaced[] = [];
    const audit = await keepLimit(call, { id, dossierId, personId }, limit, changes);
    audit.push(...(await keepFilingDeadlines(call, { dossierId, personId })));
    audit.push(...(await tellChanges(call, { personId, dossierId }, changes, actor.userId)));
    return {
      result: await withDeadline(repositories, found(await repositories.decisions.find(id)), app.clock),
      audit: [
        { action: 'decision.updated', targetKind: 'decision', targetId: id, personId, dossierId, fields: givenFields(input) },
        ...audit,
      ],
    };
  },
});
