import type { Appointment, Page as PageOf, Task } from '@permanence/contracts';
import { useState } from 'react';
import { usePosted } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { Ready, Section } from '../ui/page.tsx';
import { AppointmentForm } from '../work/appointment-form.tsx';
import { AppointmentItems } from '../work/appointment-items.tsx';
import { Notes } from '../work/notes.tsx';
import { TaskForm } from '../work/task-form.tsx';
import { TaskItems } from '../work/task-items.tsx';
import { DossierFrame } from './dossier-frame.tsx';

export default function DossierWorkPage() {
  const { words } = useWords();
  return (
    <DossierFrame docTitle={words.dossiers.tabWork}>
      {({ id, personId }) => (
        <div className="columns">
          <div>
            <Tasks dossierId={id} personId={personId} />
            <Appointments dossierId={id} personId={personId} />
          </div>
          <Notes dossierId={id} />
        </div>
      )}
    </DossierFrame>
  );
}

function Tasks({ dossierId, personId }: { dossierId: string; personId: string }) {
  const { words } = useWords();
  const t = words.work;
  const [adding, setAdding] = useState(false);
  const tasks = usePosted<PageOf<Task>>('tasks/search', { perPage: 100, filter: { dossierId }, sort: { field: 'dueOn', order: 'asc' } });
  return (
    <Section
      title={t.tasks}
      actions={
        adding ? null : (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t.addTask}
          </button>
        )
      }
    >
      {adding ? <TaskForm dossierId={dossierId} personId={personId} onDone={() => setAdding(false)} /> : null}
      <Ready of={tasks}>{({ data }) => <TaskItems tasks={data} bare />}</Ready>
    </Section>
  );
}

function Appointments({ dossierId, personId }: { dossierId: string; personId: string }) {
  const { words } = useWords();
  const t = words.work;
  const [adding, setAdding] = useState(false);
  const appointments = usePosted<PageOf<Appointment>>('appointments/search', {
    perPage: 100,
    filter: { dossierId },
    sort: { field: 'startsAt', order: 'asc' },
  });
  return (
    <Section
      title={t.appointments}
      actions={
        adding ? null : (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t.addAppointment}
          </button>
        )
      }
    >
      {adding ? <AppointmentForm dossierId={dossierId} personId={personId} onDone={() => setAdding(false)} /> : null}
      <Ready of={appointments}>{({ data }) => <AppointmentItems appointments={data} bare />}</Ready>
    </Section>
  );
}
