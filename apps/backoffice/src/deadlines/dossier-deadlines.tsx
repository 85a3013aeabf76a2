import type { CancelRequest, Deadline, Decision } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, shortMoment } from '../ui/days.ts';
import { Badge, Notice, Section } from '../ui/page.tsx';
import { DeadlineActions, ReopenButton } from './deadline-actions.tsx';
import { useLeft } from './left.tsx';
import { DayCard, Working } from './working.tsx';

/**
 * The gravest date, large; the other running ones; what is behind. A decision without a date comes before all of them: an empty page
 * must never look as if nothing ran.
 */
export function DossierDeadlines({
  deadlines,
  undated,
  requests,
}: {
  deadlines: readonly Deadline[];
  undated: readonly Decision[];
  /** Cancellations that somebody asked for and nobody has decided. */
  requests: readonly CancelRequest[];
}) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  const left = useLeft();
  const asked = (id: string) => requests.find(({ deadlineId }) => deadlineId === id) ?? null;
  const open = deadlines
    .filter(({ state }) => state === 'open')
    .sort((a, b) => a.gravity - b.gravity || (a.prudentOn ?? a.expiresAt ?? '').localeCompare(b.prudentOn ?? b.expiresAt ?? ''));
  const past = deadlines.filter(({ state }) => state !== 'open');
  const [first, ...rest] = open;
  return (
    <>
      <Section title={t.next}>
        {undated.map((decision) => (
          <Notice key={decision.id} tone="danger" title={t.undated(t.papers[decision.paper])}>
            <p>{t.notCoveredHelp}</p>
          </Notice>
        ))}
        {first ? (
          <>
            <DayCard dates={first} title={rules.clock(first.ruleId)} working={first.working} />
            <Working working={first.working} dates={first} />
            <DeadlineActions deadline={first} asked={asked(first.id)} />
          </>
        ) : undated.length ? null : (
          <p className="empty">{t.noneOpen}</p>
        )}
      </Section>
      {rest.length ? (
        <Section title={t.list}>
          <ul className="list">
            {rest.map((deadline) => (
              <li key={deadline.id}>
                <p className="line">
                  <strong>{rules.clock(deadline.ruleId)}</strong>
                  <span>
                    {deadline.expiresAt
                      ? shortMoment(deadline.expiresAt, locale)
                      : deadline.prudentOn
                        ? dayText(deadline.prudentOn, locale)
                        : ''}{' '}
                    · <span className="quiet">{left(deadline)}</span>
                  </span>
                </p>
                <Working working={deadline.working} dates={deadline} />
                <DeadlineActions deadline={deadline} asked={asked(deadline.id)} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {past.length ? (
        <Section title={t.past}>
          <details className="explained">
            <summary>
              {t.past} ({past.length})
            </summary>
            <ul className="list">
              {past.map((deadline) => (
                <li key={deadline.id}>
                  <p className="line">
                    <strong>{rules.clock(deadline.ruleId)}</strong>
                    <Badge tone={deadline.state === 'done' ? 'good' : 'quiet'}>{t.states[deadline.state]}</Badge>
                  </p>
                  {deadline.prudentOn ? (
                    <p className="quiet">
                      {t.prudent} : {dayText(deadline.prudentOn, locale)}
                    </p>
                  ) : null}
                  {deadline.expiresAt ? <p className="quiet">{shortMoment(deadline.expiresAt, locale)}</p> : null}
                  {deadline.retiredBecause ? <p>{t.retiredLine(t.states[deadline.state], t.because[deadline.retiredBecause])}</p> : null}
                  {deadline.doneOn ? (
                    <p>
                      {t.doneLine(dayText(deadline.doneOn, locale), deadline.doneByName ?? '', deadline.doneProof ?? '')}{' '}
                      {deadline.doneDocumentId ? <Link to={`/documents/${deadline.doneDocumentId}`}>{t.seeProof}</Link> : null}
                    </p>
                  ) : null}
                  {deadline.state === 'done' ? <ReopenButton deadline={deadline} /> : null}
                </li>
              ))}
            </ul>
          </details>
        </Section>
      ) : null}
    </>
  );
}
