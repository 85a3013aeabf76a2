import type { Task } from '@permanence/contracts';
import { found, query } from '../support/use-case.ts';

export const getTask = query<{ id: string }, Task>({
  name: 'get-task',
  permission: 'task.read',
  execute: async ({ input, repositories, app }) => found(await repositories.tasks.find(input.id, app.clock.today())),
});
