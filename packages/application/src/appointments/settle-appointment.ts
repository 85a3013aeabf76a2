import { AppError, type Appointment, type SettleAppointmentRequest } from '@permanence/contracts';
import { cancelReminders, planReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';

/** Says that an appointment was kept, missed or cancelled: its reminders stop; after a miss someone calls, and the person is written to the next day. */
export const settleAppointment = mutation<SettleAppointmentRequest & { id: string }, Appointment>({
  name: 'settle-appointment',
  permission: 'appointment.write',
  execute: async (call) => {
    const { repositories } = call;
    const { id, version, status } = call.input;
    const before = found(await repositories.appointments.find(id));
    if (before.status !== 'planned') throw new AppError('wrong-state', { message: `appointment is ${before.status}` });
    await repositories.appointments.update(id, version, { status });
    await cancelReminders(call, id, status === 'cancelled' ? 'source-cancelled' : 'source-done');
    const { personId, dossierId, startsAt } = before;
    if (status === 'missed') await planReminders(call, { kind: 'appointment', id, personId, dossierId, startsAt, missed: true });
    return {
      result: found(await repositories.appointments.find(id)),
      audit: [{ action: `appointment.${status}`, targetKind: 'appointment', targetId: id, personId, dossierId, fields: ['status'] }],
    };
  },
});
