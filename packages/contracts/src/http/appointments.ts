import { z } from 'zod';
import { Day, Id, Instant, Version, searchAnswer, searchRequest, text } from './common.ts';

export const APPOINTMENT_KINDS = ['permanence', 'prefecture', 'lawyer', 'ofii', 'other'] as const;
export const APPOINTMENT_STATUSES = ['planned', 'kept', 'missed', 'cancelled'] as const;
export const Appointment = z.object({
  id: Id,
  personId: Id,
  personName: z.string(),
  dossierId: Id.nullable(),
  dossierReference: z.string().nullable(),
  kind: z.enum(APPOINTMENT_KINDS),
  startsAt: Instant,
  place: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  createdAt: Instant,
  version: Version,
});
export type Appointment = z.infer<typeof Appointment>;

export const CreateAppointmentRequest = z.strictObject({
  personId: Id,
  dossierId: Id.nullish(),
  kind: z.enum(APPOINTMENT_KINDS),
  startsAt: Instant,
  place: text(200),
});
export type CreateAppointmentRequest = z.infer<typeof CreateAppointmentRequest>;
/** Moves a planned appointment; its reminders are planned anew. */
export const MoveAppointmentRequest = z.strictObject({
  version: Version,
  kind: z.enum(APPOINTMENT_KINDS).optional(),
  startsAt: Instant.optional(),
  place: text(200).optional(),
});
export type MoveAppointmentRequest = z.infer<typeof MoveAppointmentRequest>;
export const SettleAppointmentRequest = z.strictObject({ version: Version, status: z.enum(['kept', 'missed', 'cancelled']) });
export type SettleAppointmentRequest = z.infer<typeof SettleAppointmentRequest>;

export const SearchAppointmentsRequest = searchRequest(
  {
    /** Days at the association, both included. */
    from: Day,
    to: Day,
    status: z.enum(APPOINTMENT_STATUSES),
    kind: z.enum(APPOINTMENT_KINDS),
    dossierId: Id,
    personId: Id,
  },
  ['startsAt', 'createdAt'],
);
export type SearchAppointmentsRequest = z.infer<typeof SearchAppointmentsRequest>;
export const SearchAppointmentsAnswer = searchAnswer(Appointment);
