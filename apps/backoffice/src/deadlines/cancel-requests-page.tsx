import type { CancelRequest, Page as PageOf } from '@permanence/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { usePosted } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, parisDay, shortMoment } from '../ui/days.ts';
import { Badge, Page, Ready, Section } from '../ui/page.tsx';
import { Pager } from '../ui/table.tsx';
import { DecideButton } from './decide-cancellation.tsx';

const PER_PAGE = 25;

/** Cancellations asked for: those to decide, then those that were, with who and why. */
export default function CancelRequestsPage() {
  const { words } = useWords();
  const t = words.deadlines.cancel;
  const pending = usePosted<PageOf<CancelRequest>>('cancel-requests/search', {
    perPage: 100,
    filter: { state: 'pending' },
    sort: { field: 'requestedAt', order: 'asc' },
  });
  return (
    <Page title={t.title} docTitle={t.docTitle} intro={<p>{t.intro}</p>} back={{ to: '/deadlines', label: words.deadlines.title }}>
      <Section title={t.pending}>
        <Ready of={pending}>{({ data }) => (data.length ? <Requests requests={data} /> : <p className="empty">{t.none}</p>)}</Ready>
      </Section>
      <History />
    </Page>
  );
}

function History() {
  const { words } = useWords();
  const t = words.deadlines.cancel;
  const [state, setState] = useState<'approved' | 'refused'>('approved');
  const [page, setPage] = useState(1);
  const decided = usePosted<PageOf<CancelRequest>>(
    'cancel-requests/search',
    { page, perPage: PER_PAGE, filter: { state } },
    { keep: true },
  );
  return (
    <Section title={t.history}>
      <div className="field">
        <label className="field-label" htmlFor="decided">
          {words.deadlines.withinDays}
        </label>
        <select
          id="decided"
          className="control"
          value={state}
          onChange={(event) => {
            setState(event.target.value as typeof state);
            setPage(1);
          }}
        >
          {(['approved', 'refused'] as const).map((value) => (
            <option key={value} value={value}>
              {t.states[value]}
            </option>
          ))}
        </select>
      </div>
      <Ready of={decided}>
        {({ data, total }) => (
          <>
            {data.length ? <Requests requests={data} /> : <p className="empty">{t.noneDecided}</p>}
            <Pager page={page} perPage={PER_PAGE} total={total} onPage={setPage} />
          </>
        )}
      </Ready>
    </Section>
  );
}

function Requests({ requests }: { requests: readonly CancelRequest[] }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines.cancel;
  const day = (instant: string): string => dayText(parisDay(instant), locale);
  return (
    <ul className="list">
      {requests.map((request) => (
        <li key={request.id}>
          <p className="line">
            <span>
              <strong>{rules.clock(request.ruleId)}</strong>
              {request.prudentOn ? ` · ${words.deadlines.prudent} : ${dayText(request.prudentOn, locale)}` : ''}
              {request.expiresAt ? ` · ${shortMoment(request.expiresAt, locale)}` : ''}
            </span>
            <Badge tone={request.state === 'pending' ? 'warn' : request.state === 'approved' ? 'good' : 'quiet'}>
              {t.states[request.state]}
            </Badge>
          </p>
          <p>
            {t.askedBy(request.requestedByName ?? words.common.notSaid, day(request.requestedAt))} : « {request.reason} »
          </p>
          {request.decidedAt ? (
            <p>
              {t.decidedBy(t.states[request.state], request.decidedByName ?? words.common.notSaid, day(request.decidedAt))}
              {request.decisionReason ? ` : « ${request.decisionReason} »` : ''}
            </p>
          ) : (
            <DecideButton request={request} />
          )}
          {request.dossierId ? (
            <p>
              <Link to={`/dossiers/${request.dossierId}`}>
                {t.goTo} {request.dossierReference}
              </Link>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
