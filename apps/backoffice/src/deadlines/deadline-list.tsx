import { DEADLINE_SOURCES, type Appointment, type DeadlineRow, type Page as PageOf } from '@permanence/contracts';
import { addDays } from '@permanence/rules';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { LeftBadge } from './left.tsx';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { usePosted } from '../api/hooks.ts';
import { AppointmentItems } from '../work/appointment-items.tsx';
import { shortDay, shortMoment, today } from '../ui/days.ts';
import { Page, Ready, Section } from '../ui/page.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import type { Column } from '../ui/table.tsx';

/** Where a row leads: the dossier it belongs to, else the person. */
export const deadlinePath = ({ dossierId, personId }: DeadlineRow): string =>
  dossierId ? `/dossiers/${dossierId}` : `/persons/${personId}`;

export function useDeadlineColumns(): Column<DeadlineRow>[] {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  return [
    { key: 'what', label: t.what, sort: 'gravity', cell: (d) => <Link to={deadlinePath(d)}>{rules.clock(d.ruleId)}</Link> },
    { key: 'person', label: t.person, cell: (d) => d.personName },
    {
      key: 'prudent',
      label: t.prudent,
      sort: 'prudentOn',
      cell: (d) => (
        <>
          <strong className="nowrap">
            {d.expiresAt ? shortMoment(d.expiresAt, locale) : d.prudentOn ? shortDay(d.prudentOn, locale) : '—'}
          </strong>
          <br />
          <LeftBadge of={d} />
        </>
      ),
    },
    { key: 'last', label: t.lastDay, cell: (d) => (d.lastDayOn ? <span className="nowrap">{shortDay(d.lastDayOn, locale)}</span> : '—') },
    { key: 'holders', label: t.holders, cell: (d) => d.holders.map(({ displayName }) => displayName).join(', ') || words.dossiers.nobody },
  ];
}

const AHEAD_DAYS = 14;

/** Limits by gravity, those of a court before those of a permit, what is overdue first; the appointments to come after them. */
export default function DeadlineList() {
  const { words } = useWords();
  const t = words.deadlines;
  const [within, setWithin] = useState<'14' | '60' | 'all'>('60');
  const [standing, setStanding] = useState<'all' | 'overdue' | 'toCome'>('all');
  const [source, setSource] = useState<(typeof DEADLINE_SOURCES)[number] | ''>('');
  const columns = useDeadlineColumns();
  const filter = {
    state: 'open',
    ...(within === 'all' ? {} : { withinDays: Number(within) }),
    ...(standing === 'all' ? {} : { overdue: standing === 'overdue' }),
    ...(source ? { sourceKind: source } : {}),
  };
  return (
    <Page
      title={t.title}
      docTitle={t.docTitle}
      intro={<p>{t.intro}</p>}
      actions={
        <>
          <Link className="btn" to="/calendar">
            {words.calendar.title}
          </Link>
          <Link className="btn" to="/cancel-requests">
            {t.cancel.title}
          </Link>
        </>
      }
    >
      <ResourceList<DeadlineRow>
        key={JSON.stringify(filter)}
        resource="deadlines"
        caption={t.caption}
        cards
        sort={{ field: 'gravity', order: 'ASC' }}
        filter={filter}
        columns={columns}
        empty={<p>{t.empty}</p>}
        tools={
          <>
            <Choose
              id="within"
              label={t.withinDays}
              value={within}
              onChoose={setWithin}
              options={[
                ['14', t.within['14']],
                ['60', t.within['60']],
                ['all', t.within.all],
              ]}
            />
            <Choose
              id="standing"
              label={t.overdueLabel}
              value={standing}
              onChoose={setStanding}
              options={[
                ['all', t.filters.all],
                ['overdue', t.filters.overdue],
                ['toCome', t.filters.toCome],
              ]}
            />
            <Choose
              id="source"
              label={t.sourceLabel}
              value={source}
              onChoose={setSource}
              options={[['', t.sourcesAll], ...DEADLINE_SOURCES.map((kind) => [kind, t.sources[kind]] as const)]}
            />
          </>
        }
      />
      <Appointments />
    </Page>
  );
}

function Choose<V extends string>({
  id,
  label,
  value,
  options,
  onChoose,
}: {
  id: string;
  label: string;
  value: V;
  options: readonly (readonly [V, string])[];
  onChoose: (value: V) => void;
}) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="control" value={value} onChange={(event) => onChoose(event.target.value as V)}>
        {options.map(([one, said]) => (
          <option key={one} value={one}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}

function Appointments() {
  const { words } = useWords();
  const appointments = usePosted<PageOf<Appointment>>('appointments/search', {
    perPage: 25,
    filter: { from: today(), to: addDays(today(), AHEAD_DAYS), status: 'planned' },
    sort: { field: 'startsAt', order: 'asc' },
  });
  return (
    <Section title={words.deadlines.appointmentsNext}>
      <Ready of={appointments}>{({ data }) => <AppointmentItems appointments={data} />}</Ready>
    </Section>
  );
}
