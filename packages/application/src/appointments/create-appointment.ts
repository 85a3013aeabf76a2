import type { Appointment, CreateAppointmentRequest } from '@permanence/contracts';
import { newId } from '../support/ids.ts';
import { found, mutation } from '../support/use-case.ts';
import { whoIsMeant } from '../tasks/about.ts';
import { remindAppointment } from './remind-appointment.ts';

/** Notes an appointment, past ones too (they are then said to be kept or missed); its reminders are planned. */
export const createAppointment = mutation<CreateAppointmentRequest, Appointment>({
  name: 'create-appointment',
  permission: 'appointment.write',
  execute: async (call) => {
    const { input, repositories } = call;
    const { dossierId } = await whoIsMeant(repositories, input);
    const { personId, kind, startsAt, place } = input;
    const id = newId();
    await repositories.appointments.create({ id, personId, dossierId, kind, startsAt, place });
    const result = found(await repositories.appointments.find(id));
    await remindAppointment(call, result);
    return {
      result,
      audit: [
        {
          action: 'appointment.created',
          targetKind: 'appointment',
          targetId: id,
          personId,
          dossierId,
          fields: ['kind', 'startsAt', 'place'],
        },
      ],
    };
  },
});
