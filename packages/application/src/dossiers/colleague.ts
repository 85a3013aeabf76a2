import { AppError } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';

/** @throws AppError invalid-input when `userId` is nobody who can be given work here: unknown, of another association, or disabled */
export async function checkColleague({ users }: Repositories, userId: string, field: string): Promise<void> {
  const user = await users.find(userId);
  if (!user || user.disabled)
    throw new AppError('invalid-input', { problems: [{ field, message: 'Cette personne n’est pas de l’équipe.' }] });
}
