import { APPOINTMENT_KINDS, CreateAppointmentRequest, MoveAppointmentRequest, type Appointment } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { PersonPicker, type Picked } from '../persons/person-picker.tsx';
import { parisDay, parisInstant, parisTime, typedDay } from '../ui/days.ts';
import { Actions, DayField, Select, Summary, TextField } from '../ui/fields.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

interface Props {
  personId?: string;
  dossierId?: string;
  appointment?: Appointment;
  onDone: () => void;
}

/** Plans an appointment, or moves one: its reminders follow. */
export function AppointmentForm({ personId, dossierId, appointment, onDone }: Props) {
  const { words } = useWords();
  const t = words.work;
  const notify = useNotify();
  const [person, setPerson] = useState<Picked | null>(null);
  const save = useChange((request: object) =>
    appointment ? api.patch<Appointment>(`appointments/${appointment.id}`, request) : api.post<Appointment>('appointments', request),
  );
  const entry = useEntry({
    initial: {
      kind: appointment?.kind ?? 'permanence',
      day: appointment ? typedDay(parisDay(appointment.startsAt)) : '',
      time: appointment ? parisTime(appointment.startsAt) : '',
      place: appointment?.place ?? '',
    } as Record<'kind' | 'day' | 'time' | 'place', string>,
    aliases: { startsAt: 'day' },
    send: async ({ kind, day, time, place }) => {
      const reading = new Reading(words);
      const on = reading.neededDay('day', day);
      const at = reading.time('time', time);
      const request = { kind, place, startsAt: on && at ? parisInstant(on, at) : null };
      if (!on || !at) reading.finish();
      const who = personId ?? person?.id;
      if (!who && !appointment) reading.refuse('personId', words.form.needed);
      await save.mutateAsync(
        appointment
          ? reading.done(MoveAppointmentRequest, { version: appointment.version, ...request })
          : reading.done(CreateAppointmentRequest, { ...request, personId: who ?? null, dossierId: dossierId ?? null }),
      );
      notify(appointment ? t.moved : t.planned, { type: 'success' });
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary
        entry={entry}
        onReload={onDone}
        labels={{
          personId: words.persons.findPerson,
          kind: t.appointmentKind,
          day: t.appointmentDay,
          time: t.appointmentTime,
          place: t.place,
        }}
      />
      {personId || appointment ? null : <PersonPicker picked={person} onPick={setPerson} />}
      <Select
        entry={entry}
        name="kind"
        label={t.appointmentKind}
        options={APPOINTMENT_KINDS.map((value) => ({ value, label: t.appointmentKinds[value] }))}
      />
      <div className="form-grid">
        <DayField entry={entry} name="day" label={t.appointmentDay} required />
        <TextField entry={entry} name="time" label={t.appointmentTime} hint={t.timeHint} width="short" required />
      </div>
      <TextField entry={entry} name="place" label={t.place} hint={t.placeHint} required />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
