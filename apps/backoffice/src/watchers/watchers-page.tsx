import { WATCHER_CODES, type Watcher, type WatcherCode, type WatchersAnswer } from '@permanence/contracts';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { shortDay } from '../ui/days.ts';
import { Page, Ready, Section } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';

const isCode = (value: unknown): value is WatcherCode => WATCHER_CODES.some((code) => code === value);

/** What the watchers see: in the whole association for a coordinator, in one's own dossiers for everyone else. */
export default function WatchersPage() {
  const { words, locale } = useWords();
  const t = words.watchers;
  const { state } = useLocation() as { state: { code?: unknown } | null };
  const [code, setCode] = useState<WatcherCode | ''>(isCode(state?.code) ? state.code : '');
  const answer = useRead<WatchersAnswer>('watchers');
  return (
    <Page title={t.title} docTitle={t.docTitle} intro={<p>{t.intro}</p>}>
      <Ready of={answer}>
        {({ items, counts }) => {
          const shown = items.filter((item) => !code || item.code === code);
          const kinds = WATCHER_CODES.filter((one) => counts[one] > 0 && (!code || one === code));
          return (
            <>
              <div className="finder">
                <div className="field">
                  <label className="field-label" htmlFor="watcher-code">
                    {t.kind}
                  </label>
                  <select
                    id="watcher-code"
                    className="control"
                    value={code}
                    onChange={(event) => setCode(event.target.value as WatcherCode | '')}
                  >
                    <option value="">
                      {t.all} ({items.length})
                    </option>
                    {WATCHER_CODES.map((value) => (
                      <option key={value} value={value}>
                        {t.codes[value]} ({counts[value]})
                      </option>
                    ))}
                  </select>
                </div>
              </div>
              <output className="visually-hidden">{words.common.results(shown.length)}</output>
              {kinds.length ? null : <p className="empty">{code ? t.noneOfKind : t.none}</p>}
              {kinds.map((kind) => (
                <Section key={kind} title={`${t.codes[kind]} (${counts[kind]})`}>
                  <p className="quiet">{t.todo[kind]}</p>
                  <Table<Watcher>
                    caption={t.codes[kind]}
                    cards
                    rows={shown.filter((item) => item.code === kind)}
                    rowKey={({ dossierId, on }) => `${dossierId} ${on ?? ''}`}
                    empty={<p>{t.noneOfKind}</p>}
                    columns={[
                      { key: 'person', label: t.person, cell: (one) => <Link to={`/dossiers/${one.dossierId}`}>{one.personName}</Link> },
                      { key: 'dossier', label: t.dossier, cell: (one) => <span className="nowrap">{one.dossierReference}</span> },
                      {
                        key: 'when',
                        label: t.when,
                        cell: ({ on, daysLeft }) =>
                          on === null ? '—' : `${shortDay(on, locale)}${daysLeft === null ? '' : ` (${t.inDays(daysLeft)})`}`,
                      },
                      {
                        key: 'holders',
                        label: t.holders,
                        cell: ({ holders }) => holders.map(({ displayName }) => displayName).join(', ') || words.dossiers.nobody,
                      },
                    ]}
                  />
                </Section>
              ))}
            </>
          );
        }}
      </Ready>
    </Page>
  );
}
