import { AppError, type Task, type UpdateTaskRequest } from '@permanence/contracts';
import { checkColleague } from '../dossiers/colleague.ts';
import { cancelReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';
import { remindTask } from './remind-task.ts';

/** Changes an open task; another day or another assignee plans its notices anew. */
export const updateTask = mutation<UpdateTaskRequest & { id: string }, Task>({
  name: 'update-task',
  permission: 'task.write',
  execute: async (call) => {
    const { repositories, app } = call;
    const { id, version, ...change } = call.input;
    const today = app.clock.today();
    const before = found(await repositories.tasks.find(id, today));
    if (before.doneAt) throw new AppError('wrong-state', { message: 'task is done' });
    if (change.assigneeId) await checkColleague(repositories, change.assigneeId, 'assigneeId');
    await repositories.tasks.update(id, version, change);
    const result = found(await repositories.tasks.find(id, today));
    if (result.dueOn !== before.dueOn || result.assigneeId !== before.assigneeId) {
      await cancelReminders(call, id, 'moved');
      await remindTask(call, result);
    }
    const fields = Object.entries(change).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const { personId, dossierId } = before;
    return { result, audit: [{ action: 'task.updated', targetKind: 'task', targetId: id, personId, dossierId, fields }] };
  },
});
