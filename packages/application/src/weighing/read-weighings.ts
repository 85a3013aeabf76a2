import type { OpenedWeighing, Weighing, WeighingSummary } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';
import { toWeighing } from './stored-weighing.ts';
import { changesSince, factsGiven, summarise } from './what-changed.ts';

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

/** One stored weighing in full, as it was: what it was given, what the rules then answered, and what had changed since the one before. */
export const openWeighing = query<{ id: string }, OpenedWeighing>({
  name: 'open-weighing',
  permission: 'rules.run',
  execute: async ({ input: { id }, repositories }) => {
    const row = found(await repositories.assessments.find(id));
    const previous = await repositories.assessments.before(row);
    return {
      ...toWeighing(row),
      facts: factsGiven(row.facts),
      papers: Array.isArray(row.documents) ? row.documents.length : 0,
      since: previous && changesSince(row, previous),
      sinceOn: previous?.onDate ?? null,
    };
  },
});
