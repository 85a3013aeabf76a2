import type { Appointment } from '@permanence/contracts';
import { planReminders, type PlanCall } from '../reminders/index.ts';

export async function remindAppointment(call: PlanCall, { id, personId, dossierId, startsAt }: Appointment): Promise<void> {
  await planReminders(call, { kind: 'appointment', id, personId, dossierId, startsAt });
}
