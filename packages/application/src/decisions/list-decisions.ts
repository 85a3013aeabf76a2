import type { Decision } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';
import { withDeadline } from './with-deadline.ts';

export const listDecisions = query<{ dossierId: string }, Decision[]>({
  name: 'list-decisions',
  permission: 'deadline.read',
  execute: async ({ input, repositories, app }) => {
    found(await repositories.dossiers.brief(input.dossierId));
    const decisions = await repositories.decisions.ofDossier(input.dossierId);
    return Promise.all(decisions.map((decision) => withDeadline(repositories, decision, app.clock)));
  },
});
