import type { Filing } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const listFilings = query<{ dossierId: string }, Filing[]>({
  name: 'list-filings',
  permission: 'dossier.read',
  execute: async ({ input, repositories }) => {
    found(await repositories.dossiers.brief(input.dossierId));
    return repositories.filings.ofDossier(input.dossierId);
  },
});
