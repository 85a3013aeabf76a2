import type { CreateUserRequest, User } from '@permanence/contracts';
import { hashPassword } from '../auth/index.ts';
import { newId } from '../support/ids.ts';
import { mutation } from '../support/use-case.ts';

/** Opens an account in the administrator's own association. */
export const createUser = mutation<CreateUserRequest, User>({
  name: 'create-user',
  permission: 'user.manage',
  execute: async ({ input: { password, ...user }, repositories }) => {
    const result = await repositories.users.create({ ...user, id: newId(), passwordHash: await hashPassword(password) });
    return {
      result,
      audit: [{ action: 'user.created', targetKind: 'user', targetId: result.id, fields: ['email', 'role', 'restrictedPapers'] }],
    };
  },
});
