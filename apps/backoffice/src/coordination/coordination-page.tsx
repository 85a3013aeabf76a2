import { WATCHER_CODES, type CoordinationPage as Answer } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useMe, useRead } from '../api/hooks.ts';
import { useDeadlineColumns } from '../deadlines/deadline-list.tsx';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { languageName } from '../ui/countries.ts';
import { dayInWords } from '../ui/days.ts';
import { Badge, Notice, Page, ReadyPage, Section } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';

const SHOWN = 12;

/** What a coordinator must see first: the gravest dates, what nobody holds, what failed, who carries how much. */
export default function CoordinationPage() {
  const { words, locale } = useWords();
  const me = useMe();
  const t = words.coordination;
  const answer = useRead<Answer>('coordination');
  return (
    <ReadyPage of={answer} docTitle={t.docTitle}>
      {(page) => (
        <Page
          title={me ? words.home.hello(me.displayName) : t.title}
          docTitle={t.docTitle}
          intro={<p>{dayInWords(page.today, locale)}</p>}
          actions={
            <Link to="/persons" className="btn btn-main">
              {words.home.receive}
            </Link>
          }
        >
          <Due page={page} />
          <Watched page={page} />
          <div className="columns">
            <Holderless holderless={page.holderless} />
            <div>
              <Failed failed={page.failed} />
              <Load load={page.load} />
            </div>
          </div>
        </Page>
      )}
    </ReadyPage>
  );
}

function Due({ page: { due, days } }: { page: Answer }) {
  const { words } = useWords();
  const t = words.coordination;
  const columns = useDeadlineColumns();
  return (
    <Section
      title={t.due(days)}
      actions={
        <Link className="btn btn-quiet" to="/deadlines">
          {t.seeAll}
        </Link>
      }
    >
      <p className="quiet">
        {t.dueTotal(due.total, due.overdue)} {t.dueIntro}
      </p>
      <Table
        caption={t.due(days)}
        cards
        columns={columns.map(({ sort: _sort, ...column }) => column)}
        rows={due.items.slice(0, SHOWN)}
        rowKey={({ id }) => id}
        empty={<p>{t.dueNone}</p>}
      />
    </Section>
  );
}

/** What the watchers count, each leading to its list; the cancellations that wait for a second person. */
function Watched({ page: { watchers, cancelRequests } }: { page: Answer }) {
  const { words } = useWords();
  const t = words.coordination;
  const kinds = WATCHER_CODES.filter((code) => watchers[code] > 0);
  return (
    <Section
      title={words.watchers.title}
      actions={
        <Link className="btn btn-quiet" to="/watchers">
          {t.seeAll}
        </Link>
      }
    >
      {kinds.length || cancelRequests ? (
        <ul className="counts">
          {cancelRequests ? (
            <li>
              <Link to="/cancel-requests">
                <strong>{cancelRequests}</strong> {t.cancelRequests(cancelRequests)}
              </Link>
            </li>
          ) : null}
          {kinds.map((code) => (
            <li key={code}>
              <Link to="/watchers" state={{ code }}>
                <strong>{watchers[code]}</strong> {words.watchers.codes[code]}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="empty">{words.watchers.none}</p>
      )}
    </Section>
  );
}

function Holderless({ holderless }: { holderless: Answer['holderless'] }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.coordination;
  return (
    <Section
      title={t.holderless}
      actions={
        holderless.total > SHOWN ? (
          <Link className="btn btn-quiet" to="/dossiers" state={{ view: 'nobody' }}>
            {t.seeAll}
          </Link>
        ) : null
      }
    >
      {holderless.total ? <p className="quiet">{t.holderlessTotal(holderless.total)}</p> : <p className="empty">{t.holderlessNone}</p>}
      <ul className="list">
        {holderless.items.slice(0, SHOWN).map((d) => (
          <li key={d.id} className="line">
            <span>
              <Link to={`/dossiers/${d.id}`}>{d.personName}</Link>
              <br />
              <span className="quiet">
                {words.dossiers.stages[d.stage]} · {d.basis ? rules.title(d.basis) : words.dossiers.basisNone}
                {d.languages.length ? ` · ${d.languages.map((code) => languageName(code, locale)).join(', ')}` : ''}
              </span>
            </span>
            {d.needsInterpreter ? <Badge tone="warn">{words.persons.needsInterpreter}</Badge> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Failed({ failed }: { failed: Answer['failed'] }) {
  const { words } = useWords();
  const t = words.coordination;
  const lines = [
    { n: failed.remindersFailed, text: t.remindersFailed, to: '/queues' },
    { n: failed.remindersInDoubt, text: t.remindersInDoubt, to: '/queues' },
    { n: failed.remindersRefusedBySafety, text: t.remindersRefused, to: '/tasks' },
    { n: failed.overdueTasks, text: t.overdueTasks, to: '/tasks' },
    { n: failed.outbox.total, text: t.outbox, to: '/queues' },
  ].filter(({ n }) => n > 0);
  return (
    <Section title={t.failed}>
      {lines.length ? (
        <ul className="list">
          {lines.map(({ n, text, to }) => (
            <li key={text(n)}>
              <Link to={to} state={to === '/tasks' ? { view: 'open' } : undefined}>
                {text(n)}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <Notice tone="good" title={t.failedNone} />
      )}
    </Section>
  );
}

function Load({ load }: { load: Answer['load'] }) {
  const { words } = useWords();
  const t = words.coordination;
  return (
    <Section title={t.load}>
      <Table
        caption={t.loadCaption}
        rows={load}
        rowKey={({ userId }) => userId}
        columns={[
          { key: 'who', label: t.who, cell: (one) => one.displayName },
          { key: 'dossiers', label: t.dossiers, cell: (one) => one.dossiers },
          { key: 'deadlines', label: t.deadlines, cell: (one) => one.deadlines },
          {
            key: 'tasks',
            label: t.openTasks,
            cell: (one) => (one.overdueTasks ? `${one.openTasks} (${one.overdueTasks} ${t.overdue})` : one.openTasks),
          },
        ]}
        empty={<p>{words.common.none}</p>}
      />
    </Section>
  );
}
