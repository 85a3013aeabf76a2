import type { HistoryLine } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

const LINES = 500;
/** Who did what in this dossier, the latest first: codes and field names, never values. */
export const getHistory = query<{ id: string }, HistoryLine[]>({
  name: 'get-history',
  permission: 'dossier.read',
  execute: async ({ input: { id }, repositories }) => {
    found(await repositories.dossiers.brief(id));
    const lines = await repositories.audit.ofDossier(id, LINES);
    const names = await repositories.users.names(lines.map((line) => line.actorId));
    return lines.map((line) => ({ ...line, actorName: line.actorId && (names.get(line.actorId) ?? null) }));
  },
});
