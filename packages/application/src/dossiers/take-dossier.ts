import { AppError, type Dossier } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';

/**
 * Takes charge of a dossier nobody holds, among those the caller may open.
 * @throws AppError wrong-state when somebody holds it
 */
export const takeDossier = mutation<{ id: string }, Dossier>({
  name: 'take-dossier',
  permission: 'dossier.write',
  execute: async ({ input: { id }, repositories, actor }) => {
    const { personId, closed } = found(await repositories.dossiers.brief(id));
    if (!actor.userId) throw new AppError('forbidden', { message: 'the system holds no dossier' });
    // Two who take it at once: the second one sees the first.
    await repositories.dossiers.lock(id);
    if (closed || (await repositories.dossiers.isHeld(id))) throw new AppError('wrong-state', { message: 'dossier is held or closed' });
    await repositories.dossiers.addMember(newId(), { id, personId }, actor.userId, 'holder');
    return {
      result: found(await repositories.dossiers.find(id)),
      audit: [{ action: 'member.holder-added', targetKind: 'user', targetId: actor.userId, personId, dossierId: id }],
    };
  },
});
