import { systemActor, type Actor, type Me } from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';
import { toMe } from './sign-in.ts';

/** What the session holds: rights are read anew on each request, so that a right removed is gone at once. */
export interface SessionUser {
  id: string;
  associationId: string;
}
export interface CurrentUser {
  actor: Actor;
  me: Me;
}

/** Null when the account was disabled or removed since sign-in. */
export async function currentUser(app: AppContext, session: SessionUser): Promise<CurrentUser | null> {
  return app.database.read(systemActor(session.associationId), async (repositories) => {
    const user = await repositories.users.find(session.id);
    if (!user || user.disabled) return null;
    return {
      actor: { userId: user.id, associationId: session.associationId, role: user.role, restrictedPapers: user.restrictedPapers },
      me: toMe({ ...user, associationId: session.associationId, associationName: await repositories.users.associationName() }),
    };
  });
}
