import type { Page, Permanence, SearchPermanencesRequest } from '@permanence/contracts';
import { query } from '../support/use-case.ts';

export const searchPermanences = query<SearchPermanencesRequest, Page<Permanence>>({
  name: 'search-permanences',
  permission: 'permanence.read',
  execute: ({ input, repositories }) => repositories.permanences.search(input),
});
