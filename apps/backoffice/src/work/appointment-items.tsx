import type { Appointment } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { instantText, parisDay, today } from '../ui/days.ts';
import { Badge, type Tone } from '../ui/page.tsx';
import { SureButton } from '../ui/sure.tsx';
import { AppointmentForm } from './appointment-form.tsx';

const TONE: Record<Appointment['status'], Tone> = { planned: 'info', kept: 'good', missed: 'warn', cancelled: 'quiet' };

export function AppointmentItems({ appointments, bare = false }: { appointments: readonly Appointment[]; bare?: boolean }) {
  const { words } = useWords();
  if (!appointments.length) return <p className="empty">{words.work.appointmentNone}</p>;
  return (
    <ul className="list">
      {appointments.map((appointment) => (
        <Item key={appointment.id} appointment={appointment} bare={bare} />
      ))}
    </ul>
  );
}

function Item({ appointment, bare }: { appointment: Appointment; bare: boolean }) {
  const { words, locale } = useWords();
  const t = words.work;
  const notify = useNotify();
  const [moving, setMoving] = useState(false);
  const settle = useChange((status: 'kept' | 'missed' | 'cancelled') =>
    api.post<Appointment>(`appointments/${appointment.id}/settle`, { version: appointment.version, status }),
  );
  const act = (status: 'kept' | 'missed') =>
    settle.mutate(status, {
      onSuccess: () => notify(t.settled, { type: 'success' }),
      onError: (error) => notify(problemSentence(error, locale), { type: 'error' }),
    });
  if (moving)
    return (
      <li>
        <AppointmentForm appointment={appointment} onDone={() => setMoving(false)} />
      </li>
    );
  const planned = appointment.status === 'planned';
  const come = parisDay(appointment.startsAt) <= today();
  return (
    <li>
      <div className="line">
        <span>
          <strong>{instantText(appointment.startsAt, locale)}</strong>
          <br />
          <span className="quiet">
            {t.appointmentKinds[appointment.kind]} · {appointment.place}
            {bare ? null : (
              <>
                {' · '}
                <Link to={appointment.dossierId ? `/dossiers/${appointment.dossierId}/work` : `/persons/${appointment.personId}`}>
                  {appointment.personName}
                </Link>
              </>
            )}
          </span>
        </span>
        <Badge tone={TONE[appointment.status]}>{t.statuses[appointment.status]}</Badge>
      </div>
      {planned ? (
        <div className="line-end">
          {come ? (
            <>
              <button type="button" className="btn" onClick={() => act('kept')}>
                {t.statuses.kept}
              </button>
              <button type="button" className="btn" onClick={() => act('missed')}>
                {t.statuses.missed}
              </button>
            </>
          ) : null}
          <button type="button" className="btn btn-quiet" onClick={() => setMoving(true)}>
            {t.move}
          </button>
          <SureButton label={t.cancelIt} question={t.cancelSure} onSure={() => settle.mutateAsync('cancelled')} />
        </div>
      ) : null}
    </li>
  );
}
