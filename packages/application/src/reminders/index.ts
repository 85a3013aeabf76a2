export { cancelReminders, planReminders } from './plan-reminders.ts';
export type { PlanCall, ReminderSource } from './source.ts';
