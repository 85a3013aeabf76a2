import type { CreatePermanenceRequest, Permanence } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { mutation } from '../support/use-case.ts';

export const createPermanence = mutation<CreatePermanenceRequest, Permanence>({
  name: 'create-permanence',
  permission: 'permanence.write',
  execute: async ({ input, repositories }) => {
    const result = await repositories.permanences.create({ ...input, id: newId() });
    return { result, audit: [{ action: 'permanence.created', targetKind: 'permanence', targetId: result.id }] };
  },
});
