import { AppError, may, PERMISSION_NAMES, type Me, type SignInRequest } from '@permanence/contracts';
import { signInCandidates, type SignInCandidate } from '@permanence/persistence';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { passwordMatches, spendTheSameTime } from './passwords.ts';

export const toMe = (user: Omit<SignInCandidate, 'passwordHash'>): Me => ({
  id: user.id,
  associationId: user.associationId,
  associationName: user.associationName,
  displayName: user.displayName,
  email: user.email,
  role: user.role,
  restrictedPapers: user.restrictedPapers,
  language: user.language,
  permissions: PERMISSION_NAMES.filter((name) => may(user, name)),
});

/**
 * Checks an address and a password over all associations.
 * @throws AppError wrong-credentials, in the same time for an unknown address; choose-association when several accounts match
 */
export async function signIn(app: AppContext, { email, password, associationId }: SignInRequest): Promise<Me> {
  const candidates = (await signInCandidates(app.database, email)).filter((c) => !associationId || c.associationId === associationId);
  if (!candidates.length) await spendTheSameTime(password);
  const matching: SignInCandidate[] = [];
  for (const candidate of candidates) if (await passwordMatches(candidate.passwordHash, password)) matching.push(candidate);
  const [user, another] = matching;
  if (!user) throw new AppError('wrong-credentials');
  if (another)
    throw new AppError('choose-association', {
      details: { associations: matching.map((m) => ({ id: m.associationId, name: m.associationName })) },
    });
  const actor = { userId: user.id, associationId: user.associationId, role: user.role, restrictedPapers: user.restrictedPapers };
  await app.database.transaction(actor, (r) =>
    r.audit.record(newId(), { action: 'auth.signed-in', targetKind: 'user', targetId: user.id }, null),
  );
  return toMe(user);
}
