import type { ReadingSetting } from '@permanence/contracts';
import { mutation, query } from '../support/use-case.ts';

export const getReadingSetting = query<Record<string, never>, ReadingSetting>({
  name: 'get-reading-setting',
  permission: 'user.manage',
  execute: async ({ repositories }) => ({ automatic: await repositories.readings.automatic() }),
});
/** Whether papers that come in without a date are read by themselves. Asking for one by hand always works. */
export const setReadingSetting = mutation<ReadingSetting, ReadingSetting>({
  name: 'set-reading-setting',
  permission: 'user.manage',
  execute: async ({ input: { automatic }, repositories, actor }) => {
    await repositories.readings.setAutomatic(automatic);
    return {
      result: { automatic },
      audit: [{ action: 'association.reading-setting', targetKind: 'association', targetId: actor.associationId, fields: ['automatic'] }],
    };
  },
});
