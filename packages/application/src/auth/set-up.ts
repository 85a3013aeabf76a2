import { AppError, type Actor, type Me, type SetupRequest } from '@permanence/contracts';
import { installationIsEmpty } from '@permanence/persistence';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { hashPassword } from './passwords.ts';
import { toMe } from './sign-in.ts';

/**
 * Makes the first association and its administrator. The one-time code was compared by the caller.
 * @throws AppError setup-closed once anybody exists
 */
export async function setUp(app: AppContext, request: Omit<SetupRequest, 'code'>): Promise<Me> {
  if (!(await installationIsEmpty(app.database))) throw new AppError('setup-closed');
  const actor: Actor = { userId: newId(), associationId: newId(), role: 'administrator', restrictedPapers: false };
  const passwordHash = await hashPassword(request.password);
  const user = await app.database.transaction(actor, async (repositories) => {
    await repositories.users.createAssociation(request.associationName);
    const created = await repositories.users.create({
      id: actor.userId ?? newId(),
      email: request.email,
      displayName: request.displayName,
      role: 'administrator',
      restrictedPapers: false,
      language: 'fr',
      passwordHash,
    });
    await repositories.audit.record(newId(), { action: 'installation.set-up', targetKind: 'user', targetId: created.id }, null);
    return created;
  });
  return toMe({ ...user, associationId: actor.associationId, associationName: request.associationName });
}
