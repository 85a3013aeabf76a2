import type { CreatePermanenceRequest, Page, Permanence, RecordReceptionRequest, SearchPermanencesRequest } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation, query } from '../support/use-case.ts';

export const searchPermanences = query<SearchPermanencesRequest, Page<Permanence>>({
  name: 'search-permanences',
  permission: 'permanence.read',
  execute: ({ input, repositories }) => repositories.permanences.search(input),
});
export const createPermanence = mutation<CreatePermanenceRequest, Permanence>({
  name: 'create-permanence',
  permission: 'permanence.write',
  execute: async ({ input, repositories }) => {
    const result = await repositories.permanences.create({ ...input, id: newId() });
    return { result, audit: [{ action: 'permanence.created', targetKind: 'permanence', targetId: result.id }] };
  },
});
/** Notes that a person the caller may open was received at this drop-in. */
export const recordReception = mutation<RecordReceptionRequest & { id: string }, void>({
  name: 'record-reception',
  permission: 'permanence.write',
  execute: async ({ input: { id, personId, dossierId }, repositories }) => {
    found((await repositories.permanences.exists(id)) ? true : null);
    found(await repositories.persons.find(personId));
    const receptionId = newId();
    await repositories.permanences.recordReception({ id: receptionId, permanenceId: id, personId, dossierId: dossierId ?? null });
    return {
      result: undefined,
      audit: [{ action: 'reception.recorded', targetKind: 'reception', targetId: receptionId, personId, dossierId: dossierId ?? null }],
    };
  },
});
