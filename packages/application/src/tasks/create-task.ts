import type { CreateTaskRequest, Task } from '@permanence/contracts';
import { checkColleague } from '../dossiers/colleague.ts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';
import { whoIsMeant } from './about.ts';
import { remindTask } from './remind-task.ts';

export const createTask = mutation<CreateTaskRequest, Task>({
  name: 'create-task',
  permission: 'task.write',
  execute: async (call) => {
    const { input, repositories, actor, app } = call;
    const about = await whoIsMeant(repositories, input);
    const assigneeId = input.assigneeId === undefined ? actor.userId : input.assigneeId;
    if (assigneeId) await checkColleague(repositories, assigneeId, 'assigneeId');
    const id = newId();
    await repositories.tasks.create({ id, ...about, kind: input.kind, title: input.title, dueOn: input.dueOn ?? null, assigneeId });
    const result = found(await repositories.tasks.find(id, app.clock.today()));
    await remindTask(call, result);
    return {
      result,
      audit: [{ action: 'task.created', targetKind: 'task', targetId: id, ...about, fields: ['kind', 'title', 'dueOn', 'assigneeId'] }],
    };
  },
});
