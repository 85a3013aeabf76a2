import { ISSUERS, type PaperReading } from '@permanence/contracts';
import type { ReactNode } from 'react';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, typedDay } from '../ui/days.ts';
import type { Entry } from '../ui/use-entry.ts';
import { Section } from '../ui/page.tsx';
import type { PaperValues } from './paper-fields.tsx';

/** While it is read, the screen asks again this often. */
const LOOK_MS = 1_000;

/**
 * What was read on the paper, beside its form. Pressing a suggestion fills the field and nothing more: the person compares, then saves.
 * @param onTake told the ids that filled a field, for the record
 */
export function ReadingPanel({
  documentId,
  entry,
  onTake,
}: {
  documentId: string;
  entry: Entry<PaperValues>;
  onTake: (id: string) => void;
}) {
  const { words } = useWords();
  const t = words.readings;
  const path = `documents/${documentId}/reading`;
  const found = useRead<PaperReading>(path);
  const busy = found.data?.state === 'waiting' || found.data?.state === 'running';
  // A second look at the same address, only while it is on its way.
  useRead<PaperReading>(path, { enabled: busy, refetchInterval: LOOK_MS });
  const ask = useChange(() => api.post<PaperReading>(path));
  const cancel = useChange(() => api.delete(path));
  const reading = found.data;
  if (!reading) return null;
  const { state, page, pages, percent, failure } = reading;
  const progress = state === 'waiting' ? t.waiting : pages === 0 ? t.opening : t.running(page, pages, percent);
  return (
    <Section title={t.title}>
      {busy ? (
        <div className="reading-progress">
          <p aria-live="polite">{state === 'waiting' ? t.waiting : t.opening}</p>
          <p>
            <progress max={100} value={percent} aria-label={progress} /> <span aria-hidden="true">{progress}</span>
          </p>
          <button type="button" className="btn" onClick={() => cancel.mutate(undefined)} aria-disabled={cancel.isPending}>
            {t.cancel}
          </button>
        </div>
      ) : null}
      <div aria-live="polite">
        {state === 'failed' && failure ? <p className="notice notice-warn">{t.failures[failure]}</p> : null}
        {state === 'cancelled' ? <p>{t.cancelled}</p> : null}
        {state === 'done' ? <p className="notice">{t.check}</p> : null}
      </div>
      {state === 'done' ? <Suggestions documentId={documentId} reading={reading} entry={entry} onTake={onTake} /> : null}
      {busy ? null : (
        <p>
          <button type="button" className="btn btn-quiet" onClick={() => ask.mutate(undefined)} aria-disabled={ask.isPending}>
            {state === 'none' ? t.read : t.readAgain}
          </button>{' '}
          {state === 'none' ? <span className="small quiet">{t.readHint}</span> : null}
        </p>
      )}
    </Section>
  );
}

function Suggestions({
  documentId,
  reading,
  entry,
  onTake,
}: {
  documentId: string;
  reading: PaperReading;
  entry: Entry<PaperValues>;
  onTake: (id: string) => void;
}) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.readings;
  const take = (id: string, fill: () => void) => () => {
    fill();
    onTake(id);
  };
  const picture = (id: string, what: string, page: number) => ({
    src: `/api/documents/${documentId}/reading/${id}/picture`,
    alt: t.picture(what, page),
  });
  return (
    <>
      {reading.partial ? <p>{t.partial}</p> : null}
      <h3>{t.dates}</h3>
      {reading.dates.length ? (
        <ul className="suggestions">
          {reading.dates.map(({ id, day, page, reason, warnings }) => (
            <Suggestion
              key={id}
              what={dayText(day, locale)}
              why={`${t.readOn(page)} : ${t.reasons[reason]}`}
              warnings={warnings.map((warning) => t.warnings[warning])}
              picture={picture(id, dayText(day, locale), page)}
              taken={entry.values.drawnUpOn === typedDay(day)}
              onTake={take(id, () => entry.set('drawnUpOn', typedDay(day)))}
            />
          ))}
        </ul>
      ) : (
        <p>{t.noDate}</p>
      )}
      <h3>{t.types}</h3>
      {reading.types.length ? (
        <ul className="suggestions suggestions-short">
          {reading.types.slice(0, 3).map(({ id, docType, page }) => (
            <Suggestion
              key={id}
              what={rules.document(docType)}
              why={t.readOn(page)}
              taken={entry.values.docType === docType}
              onTake={take(id, () => entry.set('docType', docType))}
            />
          ))}
        </ul>
      ) : (
        <p>{t.nothing}</p>
      )}
      <h3>{t.issuers}</h3>
      {reading.issuers.length ? (
        <ul className="suggestions suggestions-short">
          {reading.issuers.slice(0, 3).map(({ id, issuer, issuerKind, page }) => {
            const name = ISSUERS[issuer].name ?? t.issuerNames[issuer] ?? issuer;
            return (
              <Suggestion
                key={id}
                what={name}
                why={t.readOn(page)}
                taken={entry.values.issuerKind === issuerKind && entry.values.label === name}
                onTake={take(id, () => {
                  entry.set('issuerKind', issuerKind);
                  entry.set('label', name);
                })}
              />
            );
          })}
        </ul>
      ) : (
        <p>{t.nothing}</p>
      )}
    </>
  );
}

function Suggestion({
  what,
  why,
  warnings = [],
  picture,
  taken,
  onTake,
}: {
  what: string;
  why: string;
  warnings?: readonly string[];
  picture?: { src: string; alt: string };
  taken: boolean;
  onTake: () => void;
}): ReactNode {
  const { words } = useWords();
  const t = words.readings;
  return (
    <li>
      <button type="button" className="suggestion" aria-pressed={taken} onClick={onTake}>
        <span className="suggestion-what">
          {taken ? <span aria-hidden="true">✓ </span> : <span className="visually-hidden">{t.take} : </span>}
          {what}
        </span>
        <span className="small"> — {why}</span>
        {taken ? <span className="small suggestion-taken"> · {t.taken}</span> : null}
      </button>
      {warnings.length ? (
        <p className="small suggestion-warning">
          <strong>{t.unsure}.</strong> {warnings.join(' ')}
        </p>
      ) : null}
      {picture ? <img className="suggestion-picture" src={picture.src} alt={picture.alt} loading="lazy" /> : null}
    </li>
  );
}
