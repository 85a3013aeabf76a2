import { AppError, type Actor } from '@permanence/contracts';
import type { AppContext } from '../support/app-context.ts';
import { passwordMatches, spendTheSameTime } from '../auth/passwords.ts';

/** Asks again who sits at the screen, before what cannot be taken back. @throws AppError wrong-credentials */
export async function confirmPassword(app: AppContext, actor: Actor, password: string): Promise<void> {
  const hash = actor.userId && (await app.database.read(actor, (r) => r.users.ownPasswordHash()));
  if (!hash) await spendTheSameTime(password);
  if (!hash || !(await passwordMatches(hash, password))) throw new AppError('wrong-credentials');
}
