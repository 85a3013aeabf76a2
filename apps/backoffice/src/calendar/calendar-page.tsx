import type { Appointment, DeadlineRow } from '@permanence/contracts';
import { useState } from 'react';
import { useEvery } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { dayInWords, monthText, shortDay, today } from '../ui/days.ts';
import { Page, Ready, Section } from '../ui/page.tsx';
import { EntryLine } from './entry-line.tsx';
import { entriesOf, firstDay, lastDay, nextMonth, weeksOf, type Entry } from './month.ts';

/** Below this width a grid of seven days cannot be read: the list is shown first. */
const GRID_POINTS = 820;
const NOTHING = '\u00a0';
const SHOWN_IN_A_DAY = 4;

/** A month of limits and appointments: of the association for a coordinator, of one's own dossiers for everyone else. */
export default function CalendarPage() {
  const { words, locale } = useWords();
  const t = words.calendar;
  const [month, setMonth] = useState(today().slice(0, 7));
  const [view, setView] = useState<'grid' | 'list'>(window.innerWidth < GRID_POINTS ? 'list' : 'grid');
  const days = { from: firstDay(month), to: lastDay(month) };
  const deadlines = useEvery<DeadlineRow>('deadlines/search', { filter: { state: 'open', ...days } });
  const appointments = useEvery<Appointment>('appointments/search', { filter: { status: 'planned', ...days } });
  const name = monthText(month, locale);
  return (
    <Page title={t.title} docTitle={t.docTitle} intro={<p>{t.intro}</p>}>
      <div className="finder calendar-tools">
        <div className="actions">
          <button type="button" className="btn" onClick={() => setMonth(nextMonth(month, -1))}>
            <span aria-hidden="true">← </span>
            {t.previous}
          </button>
          <button type="button" className="btn" onClick={() => setMonth(today().slice(0, 7))}>
            {t.thisMonth}
          </button>
          <button type="button" className="btn" onClick={() => setMonth(nextMonth(month, 1))}>
            {t.next}
            <span aria-hidden="true"> →</span>
          </button>
        </div>
        <div className="actions">
          {(['grid', 'list'] as const).map((one) => (
            <button key={one} type="button" className="btn" aria-pressed={view === one} onClick={() => setView(one)}>
              {t.views[one]}
            </button>
          ))}
        </div>
      </div>
      <Section title={<span aria-live="polite">{name}</span>}>
        <Legend />
        <Ready of={deadlines}>
          {(limits) => (
            <Ready of={appointments}>
              {(meetings) => {
                const entries = entriesOf(limits, meetings, month);
                if (view === 'list') return <List entries={entries} />;
                return <Grid month={month} name={name} entries={entries} onMore={() => setView('list')} />;
              }}
            </Ready>
          )}
        </Ready>
      </Section>
    </Page>
  );
}

function Legend() {
  const { words } = useWords();
  const t = words.calendar;
  return (
    <ul className="calendar-legend">
      {(['urgent', 'grave', 'calm', 'appointment'] as const).map((band) => (
        <li key={band}>
          <span aria-hidden="true" className={`sign sign-${band}`}>
            {t.signs[band]}
          </span>{' '}
          {t.bands[band]}
        </li>
      ))}
    </ul>
  );
}

function Grid({
  month,
  name,
  entries,
  onMore,
}: {
  month: string;
  name: string;
  entries: ReadonlyMap<string, readonly Entry[]>;
  onMore: () => void;
}) {
  const { words, locale } = useWords();
  const t = words.calendar;
  const now = today();
  return (
    // A wide table scrolls inside its box; without the focus, a keyboard could not scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-box" aria-label={name} tabIndex={0}>
      <table className="month">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {t.weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((on, at) => {
                if (!on)
                  return (
                    <td key={at} className="month-other">
                      {NOTHING}
                    </td>
                  );
                const ofDay = entries.get(on) ?? [];
                const more = ofDay.length - SHOWN_IN_A_DAY;
                return (
                  <td key={on} className={on === now ? 'month-now' : undefined}>
                    <p className="month-day">
                      <span aria-hidden="true">{Number(on.slice(8))}</span>
                      <span className="visually-hidden">{dayInWords(on, locale)}</span>
                      {on === now ? <span className="month-today"> {t.today}</span> : null}
                    </p>
                    {ofDay.length ? (
                      <ul>
                        {ofDay.slice(0, more > 0 ? SHOWN_IN_A_DAY : undefined).map((entry, i) => (
                          <li key={i}>
                            <EntryLine entry={entry} short />
                          </li>
                        ))}
                      </ul>
                    ) : null}
                    {more > 0 ? (
                      <button type="button" className="btn btn-quiet" onClick={onMore} aria-label={t.moreOn(more, shortDay(on, locale))}>
                        {t.more(more)}
                      </button>
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function List({ entries }: { entries: ReadonlyMap<string, readonly Entry[]> }) {
  const { words, locale } = useWords();
  const t = words.calendar;
  if (!entries.size) return <p className="empty">{t.none}</p>;
  return (
    <ol className="list">
      {[...entries].map(([on, ofDay]) => (
        <li key={on}>
          <h3>
            {dayInWords(on, locale)}
            {on === today() ? ` · ${t.today}` : ''}
          </h3>
          <ul className="plain">
            {ofDay.map((entry, i) => (
              <li key={i}>
                <EntryLine entry={entry} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
