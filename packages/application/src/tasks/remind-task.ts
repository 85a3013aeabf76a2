import type { Task } from '@permanence/contracts';
import { planReminders, type PlanCall } from '../reminders/index.ts';

/** Plans the notices of a task that has a day; a task without one is only listed. */
export async function remindTask(
  call: PlanCall,
  task: Pick<Task, 'id' | 'personId' | 'dossierId' | 'dueOn' | 'assigneeId'>,
): Promise<void> {
  if (!task.dueOn) return;
  const { id, personId, dossierId, assigneeId, dueOn } = task;
  await planReminders(call, { kind: 'task', id, personId, dossierId, prudentOn: dueOn, assigneeId });
}
