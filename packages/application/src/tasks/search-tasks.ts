import type { Page, SearchTasksRequest, Task } from '@permanence/contracts';
import { query } from '../support/use-case.ts';

export const searchTasks = query<SearchTasksRequest, Page<Task>>({
  name: 'search-tasks',
  permission: 'task.read',
  execute: ({ input, repositories, app }) => repositories.tasks.search(input, app.clock.today()),
});
