import { AppError, nextStages, type Dossier, type FieldProblem, type UpdateDossierRequest } from '@permanence/contracts';
import { checkRiskAcknowledged } from '../risk/check-risk.ts';
import { found, mutation } from '../support/use-case.ts';
import { checkBasis } from './basis.ts';

/** @throws AppError invalid-input for a stage that does not follow, version-conflict when someone changed the dossier meanwhile */
export const updateDossier = mutation<UpdateDossierRequest & { id: string }, Dossier>({
  name: 'update-dossier',
  permission: 'dossier.write',
  execute: async ({ input: { id, version, ...change }, repositories, app }) => {
    const before = found(await repositories.dossiers.brief(id));
    if (before.closed) throw new AppError('wrong-state', { message: 'dossier is closed' });
    // First of all: the stage judged below is the one the caller saw.
    if (before.version !== version) throw new AppError('version-conflict');
    const problems: FieldProblem[] = [];
    checkBasis(change.basis, problems);
    if (change.stage && change.stage !== before.stage && !nextStages(before.stage).includes(change.stage))
      problems.push({ field: 'stage', message: 'Cette étape ne suit pas l’étape actuelle.' });
    if (problems.length) throw new AppError('invalid-input', { problems });
    // Saying by hand that it was filed is no way around the person's answer; with a filing on record the answer was asked for then.
    if (change.stage === 'filed' && before.stage !== 'filed' && !(await repositories.filings.ofDossier(id)).length) {
      const basis = change.basis === undefined ? found(await repositories.dossiers.find(id)).basis : change.basis;
      const today = app.clock.today();
      await checkRiskAcknowledged(repositories, { dossierId: id, personId: before.personId, basis, kind: 'first', onDate: today });
    }
    await repositories.dossiers.update(id, version, change);
    const fields = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    return {
      result: found(await repositories.dossiers.find(id)),
      audit: [{ action: 'dossier.updated', targetKind: 'dossier', targetId: id, personId: before.personId, dossierId: id, fields }],
    };
  },
});
