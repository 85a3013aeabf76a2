import type { Deadline } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';
import { withDaysLeft } from './days-left.ts';

export const getDeadline = query<{ id: string }, Deadline>({
  name: 'get-deadline',
  permission: 'deadline.read',
  execute: async ({ input, repositories, app }) => withDaysLeft(app.clock, found(await repositories.deadlines.find(input.id))),
});
