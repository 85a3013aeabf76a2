import { AppError, may, type RecordReceptionRequest } from '@permanence/contracts';
import { checkColleague } from '../dossiers/colleague.ts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';

/**
 * Notes that a person was received at this drop-in, by the caller or, said by a coordinator, by a colleague. Whoever received them may
 * from then on open the person and, when one is named, the dossier.
 */
export const recordReception = mutation<RecordReceptionRequest & { id: string }, void>({
  name: 'record-reception',
  permission: 'permanence.write',
  execute: async ({ input: { id, personId, dossierId, receivedById }, repositories, actor }) => {
    found((await repositories.permanences.exists(id)) || null);
    found(await repositories.persons.find(personId));
    const by = receivedById ?? actor.userId;
    if (!by) throw new AppError('forbidden', { message: 'the system receives nobody' });
    if (by !== actor.userId) {
      if (!may(actor, 'dossier.assign')) throw new AppError('forbidden', { message: 'only a coordinator says who received somebody' });
      await checkColleague(repositories, by, 'receivedById');
    }
    if (dossierId && found(await repositories.dossiers.brief(dossierId)).personId !== personId)
      throw new AppError('invalid-input', { problems: [{ field: 'dossierId', message: 'Ce dossier est celui d’une autre personne.' }] });
    const receptionId = newId();
    await repositories.permanences.recordReception({
      id: receptionId,
      permanenceId: id,
      personId,
      dossierId: dossierId ?? null,
      receivedById: by,
    });
    await repositories.persons.grantAccess(personId, by);
    if (dossierId) await repositories.dossiers.addMember(newId(), { id: dossierId, personId }, by, 'received');
    return {
      result: undefined,
      audit: [{ action: 'reception.recorded', targetKind: 'reception', targetId: receptionId, personId, dossierId: dossierId ?? null }],
    };
  },
});
