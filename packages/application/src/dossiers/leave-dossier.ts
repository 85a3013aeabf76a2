import { AppError } from '@permanence/contracts';
import { found, mutation } from '../support/use-case.ts';

/** Leaves a dossier altogether: the caller sees it no more, nor the person when this was their last dossier. */
export const leaveDossier = mutation<{ id: string }, void>({
  name: 'leave-dossier',
  permission: 'dossier.write',
  execute: async ({ input: { id }, repositories, actor, app }) => {
    const { personId } = found(await repositories.dossiers.brief(id));
    const userId = actor.userId ?? '';
    if (!userId || !(await repositories.dossiers.endMembership({ id, personId }, userId, app.clock.now())))
      throw new AppError('wrong-state', { message: 'not a member' });
    return { result: undefined, audit: [{ action: 'member.left', targetKind: 'user', targetId: userId, personId, dossierId: id }] };
  },
});
