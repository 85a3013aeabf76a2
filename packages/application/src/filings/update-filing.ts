import { AppError, type Filing, type UpdateFilingRequest } from '@permanence/contracts';
import { checkRiskAcknowledged } from '../risk/check-risk.ts';
import { found, mutation } from '../support/use-case.ts';
import { fieldsOf, filingData } from './filing-data.ts';
import { keepFilingDeadlines } from './filing-deadlines.ts';

/** Corrects a filing; what is to be watched is computed anew. */
export const updateFiling = mutation<UpdateFilingRequest & { id: string }, Filing>({
  name: 'update-filing',
  permission: 'dossier.write',
  execute: async (call) => {
    const { repositories, app } = call;
    const { id, version, ...input } = call.input;
    const before = found(await repositories.filings.find(id));
    const { dossierId } = before;
    const { personId, closed } = found(await repositories.dossiers.brief(dossierId));
    if (closed) throw new AppError('wrong-state', { message: 'dossier is closed' });
    const today = app.clock.today();
    const data = filingData(input, today);
    // Another request than the one that was noted: its risk is another one too.
    if (data.basis !== before.basis || data.kind !== before.kind)
      await checkRiskAcknowledged(repositories, { dossierId, personId, basis: data.basis, kind: data.kind, onDate: input.filedOn });
    await repositories.filings.update(id, version, data);
    const audit = await keepFilingDeadlines(call, { dossierId, personId }, { changedId: id });
    return {
      result: found(await repositories.filings.find(id)),
      audit: [{ action: 'filing.updated', targetKind: 'filing', targetId: id, personId, dossierId, fields: fieldsOf(data) }, ...audit],
    };
  },
});
