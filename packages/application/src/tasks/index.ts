export { createTask } from './create-task.ts';
export { getTask } from './get-task.ts';
export { searchTasks } from './search-tasks.ts';
export { settleTask } from './settle-task.ts';
export { updateTask } from './update-task.ts';
