import type { Appointment, Page as PageOf } from '@permanence/contracts';
import { addDays } from '@permanence/rules';
import { useState } from 'react';
import { usePosted } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { today } from '../ui/days.ts';
import { Page, Ready, Section } from '../ui/page.tsx';
import { Pager } from '../ui/table.tsx';
import { AppointmentForm } from './appointment-form.tsx';
import { AppointmentItems } from './appointment-items.tsx';

const PER_PAGE = 25;

export default function AppointmentPage() {
  const { words } = useWords();
  const t = words.work;
  const [view, setView] = useState<'next' | 'past'>('next');
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const filter = view === 'next' ? { from: today() } : { to: addDays(today(), -1) };
  const appointments = usePosted<PageOf<Appointment>>(
    'appointments/search',
    { page, perPage: PER_PAGE, filter, sort: { field: 'startsAt', order: view === 'next' ? 'asc' : 'desc' } },
    { keep: true },
  );
  return (
    <Page
      title={t.appointments}
      docTitle={t.appointmentsDocTitle}
      actions={
        adding ? null : (
          <button type="button" className="btn btn-main" onClick={() => setAdding(true)}>
            {t.addAppointment}
          </button>
        )
      }
    >
      {adding ? <AppointmentForm onDone={() => setAdding(false)} /> : null}
      <div className="finder">
        <div className="field">
          <label className="field-label" htmlFor="appointment-view">
            {t.show}
          </label>
          <select
            id="appointment-view"
            className="control"
            value={view}
            onChange={(event) => {
              setView(event.target.value as typeof view);
              setPage(1);
            }}
          >
            {(['next', 'past'] as const).map((value) => (
              <option key={value} value={value}>
                {t.appointmentViews[value]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Section title={t.appointmentViews[view]}>
        <Ready of={appointments}>
          {({ data, total }) => (
            <>
              <AppointmentItems appointments={data} />
              <Pager page={page} perPage={PER_PAGE} total={total} onPage={setPage} />
            </>
          )}
        </Ready>
      </Section>
    </Page>
  );
}
