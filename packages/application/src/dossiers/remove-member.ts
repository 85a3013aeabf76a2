import type { Dossier } from '@permanence/contracts';
import { found, mutation } from '../support/use-case.ts';

/** A coordinator takes a colleague off a dossier; with their last dossier of the person goes their access to the person. */
export const removeMember = mutation<{ id: string; userId: string }, Dossier>({
  name: 'remove-member',
  permission: 'dossier.assign',
  execute: async ({ input: { id, userId }, repositories, app }) => {
    const { personId } = found(await repositories.dossiers.brief(id));
    found((await repositories.dossiers.endMembership({ id, personId }, userId, app.clock.now())) || null);
    return {
      result: found(await repositories.dossiers.find(id)),
      audit: [{ action: 'member.removed', targetKind: 'user', targetId: userId, personId, dossierId: id }],
    };
  },
});
