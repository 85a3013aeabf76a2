import type { Dossier } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const getDossier = query<{ id: string }, Dossier>({
  name: 'get-dossier',
  permission: 'dossier.read',
  execute: async ({ input, repositories }) => found(await repositories.dossiers.find(input.id)),
});
