import { AppError, type Task } from '@permanence/contracts';
import { cancelReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';
import { remindTask } from './remind-task.ts';

/** Marks a task done, or not done after all. */
export const settleTask = mutation<{ id: string; version: number; done: boolean }, Task>({
  name: 'settle-task',
  permission: 'task.write',
  execute: async (call) => {
    const { repositories, app } = call;
    const { id, version, done } = call.input;
    const today = app.clock.today();
    const before = found(await repositories.tasks.find(id, today));
    if ((before.doneAt !== null) === done) throw new AppError('wrong-state', { message: `task is ${done ? 'done' : 'open'} already` });
    await repositories.tasks.setDone(id, version, done ? app.clock.now() : null);
    const result = found(await repositories.tasks.find(id, today));
    if (done) await cancelReminders(call, id, 'source-done');
    else await remindTask(call, result);
    const { personId, dossierId } = before;
    return {
      result,
      audit: [{ action: done ? 'task.done' : 'task.reopened', targetKind: 'task', targetId: id, personId, dossierId, fields: ['doneAt'] }],
    };
  },
});
