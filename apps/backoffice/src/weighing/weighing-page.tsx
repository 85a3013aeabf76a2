import { WeighRequest, type Weighing, type WeighingSummary } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { ApiProblem } from '../api/problem.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { PersonFrame } from '../persons/person-frame.tsx';
import { dayText, parisDay, shortInstant } from '../ui/days.ts';
import { DayField, Summary } from '../ui/fields.tsx';
import { Glossary } from '../ui/glossary.tsx';
import { Badge, Failure, Loading, Notice, Ready, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { Changes } from './changes.tsx';
import { STATUS_TONE } from './ground.tsx';
import { WeighingResult } from './result.tsx';

/** What the rules make of the answers and the papers: the grounds worth pursuing first, each explained. */
export default function WeighingPage() {
  const { words } = useWords();
  return <PersonFrame docTitle={words.weighing.docTitle}>{({ id }) => <Body personId={id} />}</PersonFrame>;
}

function Body({ personId }: { personId: string }) {
  const { words, locale } = useWords();
  const t = words.weighing;
  const latest = useRead<Weighing>(`persons/${personId}/assessments/latest`);
  const past = useRead<WeighingSummary[]>(`persons/${personId}/assessments`);
  const weigh = useChange((request: WeighRequest) => api.post<Weighing>(`persons/${personId}/assessments`, request));
  const never = latest.error instanceof ApiProblem && latest.error.status === 404;
  const weighing = latest.data;
  const since = past.data?.find(({ id }) => id === weighing?.id)?.since ?? null;
  return (
    <>
      <div className="section-head">
        <p className="intro">
          {t.intro} {weighing ? t.doneOn(dayText(parisDay(weighing.createdAt), locale), weighing.createdByName) : never ? t.never : ''}
        </p>
        <button
          type="button"
          className={weighing ? 'btn' : 'btn btn-main'}
          onClick={() => weigh.mutate({})}
          aria-disabled={weigh.isPending || undefined}
        >
          {weigh.isPending ? t.running : weighing ? t.again : t.run}
        </button>
      </div>
      {weigh.error && !(weigh.error instanceof ApiProblem && weigh.error.problems.length) ? <Failure error={weigh.error} /> : null}
      <OnAnotherDay onWeigh={(request) => weigh.mutateAsync(request)} />
      {latest.error && !never ? <Failure error={latest.error} retry={latest.refetch} /> : null}
      {latest.isPending && !latest.error ? <Loading /> : null}
      {weighing && weighing.onDate !== parisDay(weighing.createdAt) ? (
        <Notice tone="warn" title={t.otherDay(dayText(weighing.onDate, locale))} />
      ) : null}
      {since ? (
        <Section title={t.sinceLast}>
          <Changes changes={since} brief />
        </Section>
      ) : null}
      {weighing ? <WeighingResult weighing={weighing} personId={personId} /> : null}
      {weighing ? <Glossary /> : null}
      <Past personId={personId} />
    </>
  );
}

/** The same answers judged on another day: what applied then, what will apply. */
function OnAnotherDay({ onWeigh }: { onWeigh: (request: WeighRequest) => Promise<unknown> }) {
  const { words } = useWords();
  const t = words.weighing;
  const entry = useEntry({
    initial: { onDate: '' },
    send: async ({ onDate }) => {
      const reading = new Reading(words);
      await onWeigh(reading.done(WeighRequest, { onDate: reading.neededDay('onDate', onDate) }));
      entry.reset({ onDate: '' });
    },
  });
  return (
    <details className="explained">
      <summary>{t.anotherDay}</summary>
      <form onSubmit={entry.submit} noValidate className="explained-body">
        <Summary entry={entry} labels={{ onDate: t.onDate }} />
        <DayField entry={entry} name="onDate" label={t.onDate} hint={t.onDateHint} required />
        <button type="submit" className="btn" aria-disabled={entry.busy || undefined}>
          {entry.busy ? t.running : t.runOnDay}
        </button>
      </form>
    </details>
  );
}

function Past({ personId }: { personId: string }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  const past = useRead<WeighingSummary[]>(`persons/${personId}/assessments`);
  return (
    <Section title={t.past}>
      <Ready of={past}>
        {(list) =>
          list.length ? (
            <ol className="list">
              {list.map((one) => (
                <li key={one.id}>
                  <p className="line">
                    <Link to={`/persons/${personId}/weighing/${one.id}`}>{t.weighedAt(shortInstant(one.createdAt, locale))}</Link>
                    <span className="quiet">{one.createdByName}</span>
                  </p>
                  {one.onDate !== parisDay(one.createdAt) ? <p>{t.otherDay(dayText(one.onDate, locale))}</p> : null}
                  <p>
                    {one.best.map(({ basis, status }) => (
                      <span key={basis}>
                        {rules.title(basis)} <Badge tone={STATUS_TONE[status]}>{t.conditionStatus[status]}</Badge>{' '}
                      </span>
                    ))}
                  </p>
                  {one.since ? (
                    <p className="small quiet">
                      {[
                        one.since.statusChanges.length ? t.pastChanges(one.since.statusChanges.length) : t.pastSame,
                        one.since.factChanges.length ? t.pastFacts(one.since.factChanges.length) : '',
                        one.since.papersChanged ? t.pastPapers : '',
                        one.since.rulesChanged ? t.pastRules : '',
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  ) : null}
                </li>
              ))}
            </ol>
          ) : (
            <p className="empty">{t.pastNone}</p>
          )
        }
      </Ready>
    </Section>
  );
}
