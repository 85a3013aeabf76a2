import type { DossierRow } from '@permanence/contracts';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { shortDay, shortMoment } from '../ui/days.ts';
import { Page } from '../ui/page.tsx';
import { ResourceList } from '../ui/resource-list.tsx';

const VIEWS = ['mine', 'all', 'nobody', 'closed'] as const;
type View = (typeof VIEWS)[number];
const FILTER: Record<View, Record<string, unknown>> = {
  mine: { mine: true, closed: false },
  all: { closed: false },
  nobody: { holderless: true, closed: false },
  closed: { closed: true },
};

export default function DossierList() {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.dossiers;
  const asked = (useLocation().state as { view?: View } | null)?.view;
  const [view, setView] = useState<View>(asked ?? 'all');
  const labels: Record<View, string> = { mine: t.viewMine, all: t.viewAll, nobody: t.viewNobody, closed: t.viewClosed };
  return (
    <Page
      title={t.title}
      docTitle={t.docTitle}
      intro={<p>{t.intro}</p>}
      actions={
        <Link className="btn btn-main" to="/dossiers/create">
          {t.create}
        </Link>
      }
    >
      <ResourceList<DossierRow>
        key={view}
        resource="dossiers"
        caption={t.caption}
        search={t.search}
        searchHint={t.searchHint}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        filter={FILTER[view]}
        tools={
          <div className="field">
            <label className="field-label" htmlFor="view">
              {t.views}
            </label>
            <select id="view" className="control" value={view} onChange={(event) => setView(event.target.value as View)}>
              {VIEWS.map((value) => (
                <option key={value} value={value}>
                  {labels[value]}
                </option>
              ))}
            </select>
          </div>
        }
        columns={[
          {
            key: 'person',
            label: t.person,
            cell: (d) => (
              <>
                <Link to={`/dossiers/${d.id}`}>{d.personName}</Link>
                <br />
                <span className="small quiet">{d.reference}</span>
              </>
            ),
          },
          { key: 'stage', label: t.stage, sort: 'stage', cell: (d) => (d.closedOn ? t.closed : t.stages[d.stage]) },
          { key: 'basis', label: t.basis, cell: (d) => (d.basis ? rules.title(d.basis) : <span className="quiet">{t.basisNone}</span>) },
          {
            key: 'next',
            label: t.nextDate,
            cell: ({ nextDeadline: next }) =>
              next ? (
                <>
                  <strong className="nowrap">
                    {next.expiresAt ? shortMoment(next.expiresAt, locale) : next.prudentOn ? shortDay(next.prudentOn, locale) : '—'}
                  </strong>
                  <br />
                  <span className="small quiet">{rules.clock(next.ruleId)}</span>
                </>
              ) : (
                '—'
              ),
          },
          { key: 'holders', label: t.holders, cell: (d) => d.holders.map(({ displayName }) => displayName).join(', ') || t.nobody },
        ]}
        empty={<p>{t.empty}</p>}
      />
    </Page>
  );
}
