import { DeadlineDoneRequest, DeadlineReopenRequest, type Deadline, type Decision } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, today, typedDay } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Actions, DayField, Summary, TextArea } from '../ui/fields.tsx';
import { Badge, Notice, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { DayCard, Working } from './working.tsx';

/**
 * The gravest date, large; the other running ones; what is behind. A decision without a date comes before all of them: an empty page
 * must never look as if nothing ran.
 */
export function DossierDeadlines({ deadlines, undated }: { deadlines: readonly Deadline[]; undated: readonly Decision[] }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
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
            <DayCard dates={first} title={rules.clock(first.ruleId)} />
            <Working working={first.working} dates={first} />
            <DoneButton deadline={first} />
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
                    {deadline.prudentOn ? dayText(deadline.prudentOn, locale) : ''} ·{' '}
                    <span className="quiet">{t.daysLeft(deadline.daysLeft, deadline.workingDaysLeft)}</span>
                  </span>
                </p>
                <Working working={deadline.working} dates={deadline} />
                <DoneButton deadline={deadline} />
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
                  {deadline.doneOn ? (
                    <p>{t.doneLine(dayText(deadline.doneOn, locale), deadline.doneByName ?? '', deadline.doneProof ?? '')}</p>
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

function DoneButton({ deadline }: { deadline: Deadline }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const done = useChange((request: DeadlineDoneRequest) => api.post<Deadline>(`deadlines/${deadline.id}/done`, request));
  const entry = useEntry({
    initial: { doneOn: typedDay(today()), proof: '' },
    send: async ({ doneOn, proof }) => {
      const reading = new Reading(words);
      await done.mutateAsync(
        reading.done(DeadlineDoneRequest, { version: deadline.version, doneOn: reading.neededDay('doneOn', doneOn), proof }),
      );
      notify(t.doneSaved, { type: 'success' });
      setAsking(false);
    },
  });
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)} aria-label={`${t.done} : ${rules.clock(deadline.ruleId)}`}>
        {t.done}
      </button>
      {asking ? (
        <Dialog title={t.doneOf(rules.clock(deadline.ruleId))} onClose={() => setAsking(false)}>
          <form onSubmit={entry.submit} noValidate>
            <Summary entry={entry} labels={{ doneOn: t.doneOn, proof: t.proof }} onReload={() => setAsking(false)} />
            <DayField entry={entry} name="doneOn" label={t.doneOn} required />
            <TextArea entry={entry} name="proof" label={t.proof} hint={t.proofHint} required rows={2} />
            <Actions busy={entry.busy} label={words.form.save} onCancel={() => setAsking(false)} />
          </form>
        </Dialog>
      ) : null}
    </>
  );
}

function ReopenButton({ deadline }: { deadline: Deadline }) {
  const { words } = useWords();
  const t = words.deadlines;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const reopen = useChange((request: DeadlineReopenRequest) => api.post<Deadline>(`deadlines/${deadline.id}/reopen`, request));
  const entry = useEntry({
    initial: { reason: '' },
    send: async ({ reason }) => {
      await reopen.mutateAsync(new Reading(words).done(DeadlineReopenRequest, { version: deadline.version, reason }));
      notify(t.reopened, { type: 'success' });
      setAsking(false);
    },
  });
  return (
    <>
      <button type="button" className="btn btn-quiet" onClick={() => setAsking(true)}>
        {t.reopen}
      </button>
      {asking ? (
        <Dialog title={t.reopen} onClose={() => setAsking(false)}>
          <form onSubmit={entry.submit} noValidate>
            <Summary entry={entry} labels={{ reason: t.reopenReason }} onReload={() => setAsking(false)} />
            <TextArea entry={entry} name="reason" label={t.reopenReason} required rows={2} />
            <Actions busy={entry.busy} label={t.reopen} onCancel={() => setAsking(false)} />
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
