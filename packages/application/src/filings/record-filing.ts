import { AppError, type Filing, type RecordFilingRequest } from '@permanence/contracts';
import { checkRiskAcknowledged } from '../risk/check-risk.ts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';
import { fieldsOf, filingData } from './filing-data.ts';
import { keepFilingDeadlines } from './filing-deadlines.ts';

/**
 * Records that a request was filed: the stage follows, and what is to be watched while it waits is kept as limits.
 * @throws AppError invalid-input also naming `riskAcknowledgement` while the person has not acknowledged a risk the rules see
 */
export const recordFiling = mutation<RecordFilingRequest & { dossierId: string }, Filing>({
  name: 'record-filing',
  permission: 'dossier.write',
  execute: async (call) => {
    const { repositories, app } = call;
    const { dossierId, ...input } = call.input;
    const { personId, closed } = found(await repositories.dossiers.brief(dossierId));
    if (closed) throw new AppError('wrong-state', { message: 'dossier is closed' });
    const today = app.clock.today();
    const data = filingData(input, today);
    const { basis: pursued } = found(await repositories.dossiers.find(dossierId));
    await checkRiskAcknowledged(repositories, {
      dossierId,
      personId,
      basis: data.basis ?? pursued,
      kind: data.kind,
      onDate: input.filedOn,
    });
    const id = newId();
    await repositories.filings.create(id, dossierId, data);
    // With a receipt running, the prefecture has the file in hand.
    await repositories.dossiers.moveTo(dossierId, data.receiptUntil ? 'waiting' : 'filed');
    const audit = await keepFilingDeadlines(call, { dossierId, personId }, { changedId: id });
    return {
      result: found(await repositories.filings.find(id)),
      audit: [{ action: 'filing.recorded', targetKind: 'filing', targetId: id, personId, dossierId, fields: fieldsOf(data) }, ...audit],
    };
  },
});
