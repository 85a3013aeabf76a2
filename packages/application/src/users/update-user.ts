import { AppError, type UpdateUserRequest, type User } from '@permanence/contracts';
import { hashPassword } from '../auth/index.ts';
import { found, mutation } from '../support/use-case.ts';

/** Changes an account. One cannot close or demote one's own: somebody must keep the keys. */
export const updateUser = mutation<UpdateUserRequest & { id: string }, User>({
  name: 'update-user',
  permission: 'user.manage',
  execute: async ({ input: { id, version, password, ...change }, repositories, actor }) => {
    if (id === actor.userId && (change.disabled || (change.role && change.role !== 'administrator')))
      throw new AppError('wrong-state', {
        problems: [{ field: change.disabled ? 'disabled' : 'role', message: 'Vous ne pouvez pas retirer vos propres droits.' }],
      });
    await repositories.users.update(id, version, { ...change, ...(password ? { passwordHash: await hashPassword(password) } : {}) });
    // Whoever knew the former one may be signed in with it.
    if (password) await repositories.users.endSessions(id, null);
    const fields = [...Object.keys(change), ...(password ? ['password'] : [])];
    return {
      result: found(await repositories.users.find(id)),
      audit: [{ action: 'user.updated', targetKind: 'user', targetId: id, fields }],
    };
  },
});
