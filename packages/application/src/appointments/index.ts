export { createAppointment } from './create-appointment.ts';
export { moveAppointment } from './move-appointment.ts';
export { searchAppointments } from './search-appointments.ts';
export { settleAppointment } from './settle-appointment.ts';
