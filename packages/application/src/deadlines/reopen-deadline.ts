import { AppError, type Deadline, type DeadlineReopenRequest } from '@permanence/contracts';
import { planReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';
import { withDaysLeft } from './days-left.ts';
import { reminderSource } from './replace-deadlines.ts';

/** It was not done after all: the limit runs again, with its reminders, and the reason is kept beside it. */
export const reopenDeadline = mutation<DeadlineReopenRequest & { id: string }, Deadline>({
  name: 'reopen-deadline',
  permission: 'deadline.write',
  execute: async (call) => {
    const { id, version, reason } = call.input;
    const { deadlines } = call.repositories;
    const before = found(await deadlines.find(id));
    if (before.state !== 'done') throw new AppError('wrong-state', { message: `deadline is ${before.state}` });
    await deadlines.reopen(id, version, reason);
    await planReminders(call, reminderSource(before));
    return {
      result: withDaysLeft(call.app.clock, found(await deadlines.find(id))),
      audit: [
        {
          action: 'deadline.reopened',
          targetKind: 'deadline',
          targetId: id,
          personId: before.personId,
          dossierId: before.dossierId,
          fields: ['reopenReason'],
        },
      ],
    };
  },
});
