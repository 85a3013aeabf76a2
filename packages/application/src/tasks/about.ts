import { AppError } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import { found } from '../support/use-case.ts';

/**
 * Whom a task or an appointment is about: a dossier brings its person along.
 * @throws AppError not-found when either is not the caller's to open, invalid-input when they do not belong together
 */
export async function whoIsMeant(
  repositories: Repositories,
  { personId, dossierId }: { personId?: string | null | undefined; dossierId?: string | null | undefined },
): Promise<{ personId: string | null; dossierId: string | null }> {
  if (dossierId) {
    const dossier = found(await repositories.dossiers.brief(dossierId));
    if (personId && personId !== dossier.personId)
      throw new AppError('invalid-input', { problems: [{ field: 'dossierId', message: 'Ce dossier est celui d’une autre personne.' }] });
    return { personId: dossier.personId, dossierId };
  }
  if (personId) found(await repositories.persons.find(personId));
  return { personId: personId ?? null, dossierId: null };
}
