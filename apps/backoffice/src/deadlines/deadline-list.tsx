import type { DeadlineRow } from '@permanence/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { shortDay, shortInstant } from '../ui/days.ts';
import { Badge, Page } from '../ui/page.tsx';
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
            {d.expiresAt ? shortInstant(d.expiresAt, locale) : d.prudentOn ? shortDay(d.prudentOn, locale) : '—'}
          </strong>
          <br />
          <Badge tone={d.daysLeft < 0 || d.daysLeft <= 7 ? 'danger' : d.daysLeft <= 30 ? 'warn' : 'quiet'}>
            {t.daysLeft(d.daysLeft, d.workingDaysLeft)}
          </Badge>
        </>
      ),
    },
    { key: 'last', label: t.lastDay, cell: (d) => (d.lastDayOn ? <span className="nowrap">{shortDay(d.lastDayOn, locale)}</span> : '—') },
    { key: 'holders', label: t.holders, cell: (d) => d.holders.map(({ displayName }) => displayName).join(', ') || words.dossiers.nobody },
  ];
}

export default function DeadlineList() {
  const { words } = useWords();
  const t = words.deadlines;
  const [within, setWithin] = useState<'14' | '60' | 'all'>('60');
  const columns = useDeadlineColumns();
  return (
    <Page title={t.title} docTitle={t.docTitle} intro={<p>{t.intro}</p>}>
      <ResourceList<DeadlineRow>
        key={within}
        resource="deadlines"
        caption={t.caption}
        sort={{ field: 'gravity', order: 'ASC' }}
        filter={{ state: 'open', ...(within === 'all' ? {} : { withinDays: Number(within) }) }}
        columns={columns}
        empty={<p>{t.empty}</p>}
        tools={
          <div className="field">
            <label className="field-label" htmlFor="within">
              {t.withinDays}
            </label>
            <select id="within" className="control" value={within} onChange={(event) => setWithin(event.target.value as typeof within)}>
              {(['14', '60', 'all'] as const).map((value) => (
                <option key={value} value={value}>
                  {t.within[value]}
                </option>
              ))}
            </select>
          </div>
        }
      />
    </Page>
  );
}
