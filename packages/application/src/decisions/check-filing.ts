import { AppError } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';

/** @throws AppError invalid-input when the filing answered is not one of this dossier */
export async function checkFiling({ filings }: Repositories, filingId: string | null | undefined, dossierId: string): Promise<void> {
  if (!filingId) return;
  if ((await filings.find(filingId))?.dossierId !== dossierId)
    throw new AppError('invalid-input', { problems: [{ field: 'filingId', message: 'Cette demande n’est pas dans ce dossier.' }] });
}
