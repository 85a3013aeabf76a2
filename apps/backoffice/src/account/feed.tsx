import type { CalendarFeedMade, CalendarFeedStatus } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, parisDay } from '../ui/days.ts';
import { Explained, Notice, Ready, Section } from '../ui/page.tsx';
import { SureButton } from '../ui/sure.tsx';

/** The private address of one's calendar: made, shown once, made anew, deleted. It stays in the memory of this screen only. */
export function Feed() {
  const { words, locale } = useWords();
  const t = words.account;
  const notify = useNotify();
  const status = useRead<CalendarFeedStatus>('calendar-feed');
  const [made, setMade] = useState<string | null>(null);
  const make = useChange(() => api.post<CalendarFeedMade>('calendar-feed'));
  const revoke = useChange(() => api.delete('calendar-feed'));
  const create = async () => setMade((await make.mutateAsync(undefined)).url);
  const copy = async (url: string) => {
    await navigator.clipboard.writeText(url);
    notify(t.feedCopied, { type: 'success' });
  };
  return (
    <Section title={t.feed}>
      <p>{t.feedIntro}</p>
      <p>{t.feedRefresh}</p>
      <p>{t.feedSecret}</p>
      {made ? (
        <Notice tone="good" title={t.feedOnce}>
          <label className="field-label" htmlFor="feed-url">
            {t.feedUrl}
          </label>
          <input id="feed-url" className="control" readOnly value={made} onFocus={(event) => event.target.select()} />
          <div className="actions">
            <button
              type="button"
              className="btn btn-main"
              onClick={() => void copy(made).catch((error: unknown) => notify(problemSentence(error, locale), { type: 'error' }))}
            >
              {t.feedCopy}
            </button>
          </div>
        </Notice>
      ) : null}
      <Ready of={status}>
        {({ active, createdAt }) =>
          active && createdAt ? (
            <>
              {made ? null : <p>{t.feedSince(dayText(parisDay(createdAt), locale))}</p>}
              <div className="actions">
                <SureButton label={t.feedRotate} question={t.feedRotateSure} onSure={create} />
                <SureButton
                  label={t.feedRevoke}
                  question={t.feedRevokeSure}
                  onSure={async () => {
                    await revoke.mutateAsync(undefined);
                    setMade(null);
                  }}
                />
              </div>
            </>
          ) : (
            <>
              <p className="empty">{t.feedNone}</p>
              <div className="actions">
                <button
                  type="button"
                  className="btn btn-main"
                  aria-disabled={make.isPending || undefined}
                  onClick={() =>
                    make.isPending
                      ? undefined
                      : void create().catch((error: unknown) => notify(problemSentence(error, locale), { type: 'error' }))
                  }
                >
                  {t.feedMake}
                </button>
              </div>
            </>
          )
        }
      </Ready>
      <Explained term={t.feedHow}>
        <ul>
          {t.feedSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Explained>
    </Section>
  );
}
