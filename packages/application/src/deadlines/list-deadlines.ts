import type { Deadline } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';
import { withDaysLeft } from './days-left.ts';

/** Every limit of a dossier, and of the permits of its person, with its working: those in force first, then what was done, cancelled or superseded. */
export const listDeadlines = query<{ dossierId: string }, Deadline[]>({
  name: 'list-deadlines',
  permission: 'deadline.read',
  execute: async ({ input, repositories, app }) => {
    const { personId } = found(await repositories.dossiers.brief(input.dossierId));
    return (await repositories.deadlines.ofDossier(input.dossierId, personId)).map((row) => withDaysLeft(app.clock, row));
  },
});
