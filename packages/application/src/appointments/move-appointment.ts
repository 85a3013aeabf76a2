import { AppError, type Appointment, type MoveAppointmentRequest } from '@permanence/contracts';
import { cancelReminders } from '../reminders/index.ts';
import { found, mutation } from '../support/use-case.ts';
import { remindAppointment } from './remind-appointment.ts';

/** Changes the hour or the place of a planned appointment; a moved one has its reminders planned anew. */
export const moveAppointment = mutation<MoveAppointmentRequest & { id: string }, Appointment>({
  name: 'move-appointment',
  permission: 'appointment.write',
  execute: async (call) => {
    const { repositories } = call;
    const { id, version, kind, startsAt, place } = call.input;
    const before = found(await repositories.appointments.find(id));
    if (before.status !== 'planned') throw new AppError('wrong-state', { message: `appointment is ${before.status}` });
    const change = { ...(kind ? { kind } : {}), ...(startsAt ? { startsAt } : {}), ...(place ? { place } : {}) };
    await repositories.appointments.update(id, version, change);
    const result = found(await repositories.appointments.find(id));
    if (result.startsAt !== before.startsAt) {
      await cancelReminders(call, id, 'moved');
      await remindAppointment(call, result);
    }
    const { personId, dossierId } = before;
    return {
      result,
      audit: [{ action: 'appointment.moved', targetKind: 'appointment', targetId: id, personId, dossierId, fields: Object.keys(change) }],
    };
  },
});
