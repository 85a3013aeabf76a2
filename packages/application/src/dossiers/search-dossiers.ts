import type { DossierRow, Page, SearchDossiersRequest } from '@permanence/contracts';
import { query } from '../support/use-case.ts';

export const searchDossiers = query<SearchDossiersRequest, Page<DossierRow>>({
  name: 'search-dossiers',
  permission: 'dossier.read',
  execute: ({ input, repositories }) => repositories.dossiers.search(input),
});
