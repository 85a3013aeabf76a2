import { doubtAdvice, type Reminder, type ReminderPreview } from '@permanence/contracts';
import { isIsoDate } from '@permanence/rules';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange, useMe, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, instantText } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Badge, Notice, Ready, type Tone } from '../ui/page.tsx';

const TONE: Record<Reminder['state'], Tone> = {
  planned: 'info',
  taken: 'info',
  handed_over: 'info',
  closed: 'good',
  cancelled: 'quiet',
  failed: 'danger',
  in_doubt: 'warn',
};
const heldBack = ({ state, reason }: Reminder): boolean =>
  state === 'cancelled' && (reason === 'unsafe-channel' || reason === 'no-channel');

type Instant = 'takenAt' | 'yieldedAt' | 'handedOverAt' | 'closedAt' | 'cancelledAt' | 'failedAt' | 'inDoubtAt';
const INSTANTS: readonly Instant[] = ['yieldedAt', 'takenAt', 'inDoubtAt', 'handedOverAt', 'closedAt', 'cancelledAt', 'failedAt'];
const instantsOf = (reminder: Reminder): [Instant, string][] =>
  INSTANTS.flatMap((word): [Instant, string][] => {
    const at = reminder[word];
    return at ? [[word, at]] : [];
  });

/** The ledger of reminders: what is planned, what went, what was held back and why. */
export function Ledger({ reminders }: { reminders: readonly Reminder[] }) {
  const { words, locale } = useWords();
  const t = words.reminders;
  const me = useMe();
  const notify = useNotify();
  const [shown, setShown] = useState<Reminder | null>(null);
  const settle = useChange(({ id, outcome }: { id: string; outcome: 'sent' | 'not-sent' }) =>
    api.post<Reminder>(`reminders/${id}/settle`, { outcome }),
  );
  const act = (id: string, outcome: 'sent' | 'not-sent') =>
    settle.mutate(
      { id, outcome },
      {
        onSuccess: () => notify(words.common.saved, { type: 'success' }),
        onError: (error) => notify(problemSentence(error, locale), { type: 'error' }),
      },
    );
  if (!reminders.length) return <p className="empty">{t.none}</p>;
  const maySettle = me?.permissions.includes('reminder.settle') ?? false;
  return (
    <>
      <ul className="list">
        {reminders.map((reminder) => (
          <li key={reminder.id}>
            <p className="line">
              <strong>
                {t.about(
                  t.sources[reminder.sourceKind],
                  isIsoDate(reminder.target) ? dayText(reminder.target, locale) : instantText(reminder.target, locale),
                )}
              </strong>
              <Badge tone={heldBack(reminder) ? 'warn' : TONE[reminder.state]}>
                {heldBack(reminder) ? t.refused : t.states[reminder.state]}
              </Badge>
            </p>
            <p className="quiet">
              {t.to(reminder.recipientName ?? t.audiences[reminder.audience], t.channels[reminder.channel])} ·{' '}
              {t.due(instantText(reminder.dueAt, locale))}
              {reminder.attempts > 1 ? ` · ${t.attempts(reminder.attempts)}` : ''}
            </p>
            <ul className="small quiet">
              {instantsOf(reminder).map(([word, at]) => (
                <li key={word}>
                  {t.instants[word]} {instantText(at, locale)}
                </li>
              ))}
              {reminder.serverAnswer ? <li>{t.answer(reminder.serverAnswer)}</li> : null}
            </ul>
            {reminder.reason ? <p>{t.reasons[reminder.reason] ?? reminder.reason}</p> : null}
            <div className="line-end">
              {reminder.channel !== 'task' ? (
                <button type="button" className="btn btn-quiet" onClick={() => setShown(reminder)}>
                  {t.preview}
                </button>
              ) : null}
              {reminder.state === 'in_doubt' && maySettle ? (
                <>
                  <span>
                    {t.settleTitle} {t.advice[doubtAdvice(reminder.step)]}
                  </span>
                  <button type="button" className="btn" onClick={() => act(reminder.id, 'sent')}>
                    {t.settleSent}
                  </button>
                  <button type="button" className="btn" onClick={() => act(reminder.id, 'not-sent')}>
                    {t.settleNotSent}
                  </button>
                </>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {shown ? <Preview reminder={shown} onClose={() => setShown(null)} /> : null}
    </>
  );
}

function Preview({ reminder, onClose }: { reminder: Reminder; onClose: () => void }) {
  const { words } = useWords();
  const t = words.reminders;
  const preview = useRead<ReminderPreview>(`reminders/${reminder.id}/preview`);
  return (
    <Dialog title={t.previewTitle} onClose={onClose}>
      <Ready of={preview}>
        {({ subject, text, language, direction, refusal, reviewed, sms }) => (
          <>
            {refusal ? <Notice tone="warn" title={t.wouldNot(t.reasons[refusal] ?? refusal)} /> : null}
            {sms ? <p>{t.smsParts(sms.encoding, sms.units, sms.parts)}</p> : null}
            {reviewed ? null : <Notice tone="quiet" title={t.notReviewed} />}
            <p className="field-label">{t.subject}</p>
            <p lang={language} dir={direction}>
              {subject}
            </p>
            <p className="field-label">{t.body}</p>
            <p className="written panel" lang={language} dir={direction}>
              {text}
            </p>
          </>
        )}
      </Ready>
    </Dialog>
  );
}
