import type { Appointment, DeadlineRow, Me, Page as PageOf, Permanence, Task } from '@permanence/contracts';
import { addDays } from '@permanence/rules';
import { Link } from 'react-router-dom';
import { usePosted } from '../api/hooks.ts';
import { deadlinePath } from '../deadlines/deadline-list.tsx';
import { LeftBadge } from '../deadlines/left.tsx';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayInWords, dayText, shortMoment, today } from '../ui/days.ts';
import { Page, Ready, Section } from '../ui/page.tsx';
import { AppointmentItems } from '../work/appointment-items.tsx';
import { TaskItems } from '../work/task-items.tsx';

const SHOWN = 6;

/** A volunteer's day: receive someone, the next dates of their dossiers, their tasks, the appointments to come. Nothing else. */
export default function VolunteerHome({ me }: { me: Me }) {
  const { words, locale } = useWords();
  const t = words.home;
  const permanences = usePosted<PageOf<Permanence>>('permanences/search', { perPage: 5, sort: { field: 'heldOn', order: 'desc' } });
  const now = permanences.data?.data.find(({ heldOn }) => heldOn === today());
  return (
    <Page title={t.hello(me.displayName)} docTitle={t.docTitle} intro={<p>{dayInWords(today(), locale)}</p>}>
      <div className="section receive">
        <p>
          <Link to={now ? `/permanences/${now.id}` : '/persons'} className="btn btn-main btn-big">
            {t.receive}
          </Link>
        </p>
        <p className="quiet">
          {now ? `${words.permanences.today} : ${now.place}. ` : ''}
          {t.receiveHint}
        </p>
      </div>
      <NextDeadlines />
      <div className="columns">
        <MyTasks />
        <NextAppointments />
      </div>
    </Page>
  );
}

function NextDeadlines() {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.home;
  const deadlines = usePosted<PageOf<DeadlineRow>>('deadlines/search', {
    perPage: SHOWN,
    filter: { state: 'open', mine: true },
    sort: { field: 'prudentOn', order: 'asc' },
  });
  return (
    <Section
      title={t.nextDeadlines}
      actions={
        <Link className="btn btn-quiet" to="/deadlines">
          {t.allDeadlines}
        </Link>
      }
    >
      <Ready of={deadlines}>
        {({ data }) =>
          data.length ? (
            <ul className="list">
              {data.map((d) => (
                <li key={d.id} className="line">
                  <span>
                    <Link to={deadlinePath(d)}>{d.personName}</Link>
                    <br />
                    <span className="quiet">{rules.clock(d.ruleId)}</span>
                  </span>
                  <span className="line-end">
                    <strong>{d.expiresAt ? shortMoment(d.expiresAt, locale) : d.prudentOn ? dayText(d.prudentOn, locale) : ''}</strong>
                    <LeftBadge of={d} />
                  </span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="empty">{t.noDeadline}</p>
          )
        }
      </Ready>
    </Section>
  );
}

function MyTasks() {
  const { words } = useWords();
  const t = words.home;
  const tasks = usePosted<PageOf<Task>>('tasks/search', {
    perPage: SHOWN,
    filter: { mine: true, done: false },
    sort: { field: 'dueOn', order: 'asc' },
  });
  return (
    <Section
      title={t.tasks}
      actions={
        <Link className="btn btn-quiet" to="/tasks">
          {t.allTasks}
        </Link>
      }
    >
      <Ready of={tasks}>{({ data }) => (data.length ? <TaskItems tasks={data} /> : <p className="empty">{t.noTask}</p>)}</Ready>
    </Section>
  );
}

function NextAppointments() {
  const { words } = useWords();
  const t = words.home;
  const appointments = usePosted<PageOf<Appointment>>('appointments/search', {
    perPage: SHOWN,
    filter: { from: today(), to: addDays(today(), 7), status: 'planned' },
    sort: { field: 'startsAt', order: 'asc' },
  });
  return (
    <Section
      title={t.appointments}
      actions={
        <Link className="btn btn-quiet" to="/appointments">
          {t.allAppointments}
        </Link>
      }
    >
      <Ready of={appointments}>
        {({ data }) => (data.length ? <AppointmentItems appointments={data} /> : <p className="empty">{t.noAppointment}</p>)}
      </Ready>
    </Section>
  );
}
