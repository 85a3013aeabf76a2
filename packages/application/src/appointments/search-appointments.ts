import type { Appointment, Page, SearchAppointmentsRequest } from '@permanence/contracts';
import { addDays } from '@permanence/rules';
import { instantAt } from '../reminders/local-time.ts';
import { query } from '../support/use-case.ts';

/** Appointments of the caller's dossiers and people; `from` and `to` are days on the association's clock. */
export const searchAppointments = query<SearchAppointmentsRequest, Page<Appointment>>({
  name: 'search-appointments',
  permission: 'appointment.read',
  execute: async ({ input, repositories }) => {
    const { timeZone } = await repositories.reminders.association();
    const { from, to } = input.filter;
    return repositories.appointments.search(input, {
      from: from ? instantAt({ on: from, minutes: 0 }, timeZone) : null,
      until: to ? instantAt({ on: addDays(to, 1), minutes: 0 }, timeZone) : null,
    });
  },
});
