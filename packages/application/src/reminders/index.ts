export { closeHandedOver } from './close-handed-over.ts';
export type { MessageContext, SendContext } from './mail-context.ts';
export { cancelReminders, planReminders } from './plan-reminders.ts';
export { planSource } from './plan-source.ts';
export { queuesStatus, SWEEP_HEARTBEAT } from './queues-status.ts';
export { previewReminder, remindersOfDossier, searchReminders } from './read-reminders.ts';
export { sendReminder, type SendOutcome } from './send-reminder.ts';
export { settleReminder } from './settle-reminder.ts';
export type { PlanCall, ReminderSource } from './source.ts';
