import { REMINDER_STATES, type QueuesStatus } from '@permanence/contracts';
import { useNotify } from 'react-admin';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { shortInstant } from '../ui/days.ts';
import { Notice, Page, ReadyPage, Section } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';

const REFRESH_MS = 15_000;

export default function QueuesPage() {
  const { words, locale } = useWords();
  const t = words.queues;
  const notify = useNotify();
  const retry = useChange(({ kind, id }: { kind: string; id: string }) => api.post<void>(`queues/${kind}/${id}/retry`, {}));
  const again = (failure: { kind: string; id: string }) =>
    retry.mutate(failure, {
      onSuccess: () => notify(t.retried, { type: 'success' }),
      onError: (error) => notify(problemSentence(error, locale), { type: 'error' }),
    });
  const status = useRead<QueuesStatus>('queues', { refetchInterval: REFRESH_MS });
  return (
    <ReadyPage of={status} docTitle={t.docTitle}>
      {({ jobs, heartbeat, outbox, reminders, overdue, refusedBySafety, recentFailures }) => (
        <Page title={t.title} docTitle={t.docTitle} intro={<p>{t.intro}</p>}>
          {heartbeat.lastAt === null ? (
            <Notice tone="danger" title={t.never} />
          ) : heartbeat.silent ? (
            <Notice tone="danger" title={t.silent} />
          ) : (
            <Notice tone="good" title={t.beating(shortInstant(heartbeat.lastAt, locale))} />
          )}
          <div className="columns">
            <Section title={t.reminders}>
              <dl className="facts">
                {REMINDER_STATES.map((state) => (
                  <div className="fact" key={state}>
                    <dt>{words.reminders.states[state]}</dt>
                    <dd>{reminders[state] ?? 0}</dd>
                  </div>
                ))}
                <div className="fact">
                  <dt>{t.overdue}</dt>
                  <dd>{overdue}</dd>
                </div>
                <div className="fact">
                  <dt>{t.refused}</dt>
                  <dd>{refusedBySafety}</dd>
                </div>
              </dl>
            </Section>
            <Section title={t.outbox}>
              <dl className="facts">
                <div className="fact">
                  <dt>{t.waiting}</dt>
                  <dd>{outbox.waiting}</dd>
                </div>
                <div className="fact">
                  <dt>{t.failing}</dt>
                  <dd>{outbox.failing}</dd>
                </div>
                <div className="fact">
                  <dt>{t.oldest}</dt>
                  <dd>{outbox.oldestAt ? shortInstant(outbox.oldestAt, locale) : words.common.none}</dd>
                </div>
              </dl>
            </Section>
          </div>
          <Section title={t.jobs}>
            <Table
              caption={t.jobs}
              rows={jobs}
              rowKey={({ name }) => name}
              columns={[
                { key: 'name', label: t.name, cell: (job) => t.jobNames[job.name] ?? job.name },
                { key: 'at', label: t.lastEnded, cell: (job) => (job.lastAt ? shortInstant(job.lastAt, locale) : t.neverEnded) },
              ]}
              empty={<p>{words.common.none}</p>}
            />
          </Section>
          <Section title={t.failures}>
            <Table
              caption={t.failures}
              rows={recentFailures}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', label: t.name, cell: (f) => f.name },
                { key: 'at', label: t.at, cell: (f) => shortInstant(f.at, locale) },
                { key: 'attempts', label: t.attempts, cell: (f) => f.attempts },
                { key: 'error', label: t.error, cell: (f) => words.reminders.reasons[f.error] ?? f.error },
                {
                  key: 'retry',
                  label: t.act,
                  cell: (f) => (
                    <button type="button" className="btn" onClick={() => again(f)}>
                      {t.retry}
                    </button>
                  ),
                },
              ]}
              empty={<p>{t.failuresNone}</p>}
            />
          </Section>
        </Page>
      )}
    </ReadyPage>
  );
}
