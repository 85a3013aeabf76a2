import type { Weighing, WeighingSummary } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';
import { toWeighing } from './stored-weighing.ts';
import { summarise } from './what-changed.ts';

const SHOWN = 20;

/** @throws AppError not-found also when the person was never weighed */
export const latestWeighing = query<{ personId: string }, Weighing>({
  name: 'latest-weighing',
  permission: 'rules.run',
  execute: async ({ input: { personId }, repositories }) => {
    found(await repositories.persons.find(personId));
    const [row] = await repositories.assessments.ofPerson(personId, 1);
    return toWeighing(found(row ?? null));
  },
});

/** Newest first, each with what changed since the one before. */
export const listWeighings = query<{ personId: string }, WeighingSummary[]>({
  name: 'list-weighings',
  permission: 'rules.run',
  execute: async ({ input: { personId }, repositories }) => {
    found(await repositories.persons.find(personId));
    const rows = await repositories.assessments.ofPerson(personId, SHOWN + 1);
    return rows.slice(0, SHOWN).map((row, i) => summarise(row, rows[i + 1] ?? null));
  },
});
