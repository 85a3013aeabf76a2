import { AppError, type Decision, type RecordDecisionRequest } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { keepFilingDeadlines } from '../filings/index.ts';
import { found, mutation } from '../support/use-case.ts';
import { checkFiling } from './check-filing.ts';
import { checkFacts } from './check-facts.ts';
import { asRuleInput, computeLimit } from './compute-limit.ts';
import { decisionData, givenFields, keepLimit } from './keep-limit.ts';
import { withDeadline } from './with-deadline.ts';

/** Records a refusal, an order to leave or another paper, with its limit and its reminders: all of it or nothing. */
export const recordDecision = mutation<RecordDecisionRequest & { dossierId: string }, Decision>({
  name: 'record-decision',
  permission: 'deadline.write',
  execute: async (call) => {
    const { repositories, app } = call;
    const { dossierId, ...input } = call.input;
    const dossier = found(await repositories.dossiers.brief(dossierId));
    if (dossier.closed) throw new AppError('wrong-state', { message: 'dossier is closed' });
    await checkFiling(repositories, input.filingId, dossierId);
    const today = app.clock.today();
    const ruleInput = asRuleInput(input);
    checkFacts(ruleInput, { today, now: app.clock.now() });
    const limit = computeLimit(ruleInput);
    const id = newId();
    await repositories.decisions.create(id, dossierId, decisionData(input, limit));
    await repositories.dossiers.moveTo(dossierId, 'decision');
    const { personId } = dossier;
    const audit = await keepLimit(call, { id, dossierId, personId }, limit);
    audit.push(...(await keepFilingDeadlines(call, { dossierId, personId })));
    const result = await withDeadline(repositories, found(await repositories.decisions.find(id)), app.clock);
    return {
      result,
      audit: [
        { action: 'decision.recorded', targetKind: 'decision', targetId: id, personId, dossierId, fields: givenFields(input) },
        ...audit,
      ],
    };
  },
});
