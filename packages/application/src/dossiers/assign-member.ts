import type { AssignMemberRequest, Dossier } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';
import { checkColleague } from './colleague.ts';

/** A coordinator puts somebody in charge, or asks them to help; they may then open the dossier and its person. */
export const assignMember = mutation<AssignMemberRequest & { id: string }, Dossier>({
  name: 'assign-member',
  permission: 'dossier.assign',
  execute: async ({ input: { id, userId, kind }, repositories }) => {
    const { personId } = found(await repositories.dossiers.brief(id));
    await checkColleague(repositories, userId, 'userId');
    const added = await repositories.dossiers.addMember(newId(), { id, personId }, userId, kind);
    return {
      result: found(await repositories.dossiers.find(id)),
      audit: added ? [{ action: `member.${kind}-added`, targetKind: 'user', targetId: userId, personId, dossierId: id }] : [],
    };
  },
});
