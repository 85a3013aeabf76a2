import { AppError, type Reminder, type SettleReminderRequest } from '@permanence/contracts';
import { found, mutation } from '../support/use-case.ts';

/** Someone found out whether a message in doubt arrived: it is counted as sent, or planned again at once. Nothing else resends it. */
export const settleReminder = mutation<SettleReminderRequest & { id: string }, Reminder>({
  name: 'settle-reminder',
  permission: 'reminder.settle',
  execute: async ({ input: { id, outcome }, repositories, app }) => {
    const before = found(await repositories.reminders.find(id));
    if (before.state !== 'in_doubt' || !(await repositories.reminders.settle(id, outcome, app.clock.now())))
      throw new AppError('wrong-state', { message: `reminder ${before.state}` });
    const { personId, dossierId } = before;
    return {
      result: found(await repositories.reminders.find(id)),
      audit: [{ action: `reminder.settled-${outcome}`, targetKind: 'reminder', targetId: id, personId, dossierId, fields: ['state'] }],
    };
  },
});
