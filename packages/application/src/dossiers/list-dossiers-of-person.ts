import type { DossierRow } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

/** Those of the person's dossiers that the caller may open. */
export const listDossiersOfPerson = query<{ personId: string }, DossierRow[]>({
  name: 'list-dossiers-of-person',
  permission: 'dossier.read',
  execute: async ({ input: { personId }, repositories }) => {
    found(await repositories.persons.find(personId));
    return repositories.dossiers.ofPerson(personId);
  },
});
