import type { Weighing, WeighingSummary } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { ApiProblem } from '../api/problem.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { PersonFrame } from '../persons/person-frame.tsx';
import { dayText, shortInstant } from '../ui/days.ts';
import { Badge, Failure, Loading, Notice, Ready, Section } from '../ui/page.tsx';
import { Glossary } from '../ui/glossary.tsx';
import { FoldedGround, Ground } from './ground.tsx';
import { questionPath } from './question-path.ts';

/** Grounds shown in full; the others wait folded. */
const SHOWN = 4;

/** What the rules make of the answers and the papers: the grounds worth pursuing first, each explained. */
export default function WeighingPage() {
  const { words } = useWords();
  return <PersonFrame docTitle={words.weighing.docTitle}>{({ id }) => <Body personId={id} />}</PersonFrame>;
}

function Body({ personId }: { personId: string }) {
  const { words, locale } = useWords();
  const t = words.weighing;
  const latest = useRead<Weighing>(`persons/${personId}/assessments/latest`);
  const weigh = useChange(() => api.post<Weighing>(`persons/${personId}/assessments`, {}));
  const never = latest.error instanceof ApiProblem && latest.error.status === 404;
  const weighing = latest.data;
  return (
    <>
      <div className="section-head">
        <p className="intro">
          {t.intro} {weighing ? t.doneOn(dayText(weighing.onDate, locale), weighing.createdByName) : never ? t.never : ''}
        </p>
        <button
          type="button"
          className={weighing ? 'btn' : 'btn btn-main'}
          onClick={() => weigh.mutate(undefined)}
          aria-disabled={weigh.isPending || undefined}
        >
          {weigh.isPending ? t.running : weighing ? t.again : t.run}
        </button>
      </div>
      {weigh.error ? <Failure error={weigh.error} /> : null}
      {latest.error && !never ? <Failure error={latest.error} retry={latest.refetch} /> : null}
      {latest.isPending && !latest.error ? <Loading /> : null}
      {weighing ? <Result weighing={weighing} personId={personId} /> : null}
      <Past personId={personId} />
    </>
  );
}

function Result({ weighing, personId }: { weighing: Weighing; personId: string }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  const ranked = weighing.ranking.flatMap((id) => (weighing.results[id] ? [{ id, result: weighing.results[id] }] : []));
  const others = Object.entries(weighing.results).filter(([id]) => !weighing.ranking.includes(id));
  const raised = Object.entries(weighing.bars).filter(([, { status }]) => status === 'met');
  return (
    <>
      {raised.map(([id, bar]) => (
        <Notice key={id} tone="danger" title={t.barRaised(rules.title(id))}>
          <p>{rules.summary(id)}</p>
          <ul>
            {bar.conditions
              .filter(({ status }) => status === 'met')
              .map(({ id: condition, because }) => (
                <li key={condition}>{rules.reason(because.code, because.values)}</li>
              ))}
          </ul>
        </Notice>
      ))}
      <NextFacts weighing={weighing} personId={personId} />
      <Section title={t.worth}>
        {ranked.length ? (
          <>
            <ol className="grounds">
              {ranked.slice(0, SHOWN).map(({ id, result }, at) => (
                <li key={id}>
                  <Ground id={id} rank={at + 1} result={result} weighing={weighing} personId={personId} />
                </li>
              ))}
            </ol>
            {ranked.length > SHOWN ? (
              <>
                <h3>{t.moreRanked(ranked.length - SHOWN)}</h3>
                <ul className="grounds">
                  {ranked.slice(SHOWN).map(({ id, result }) => (
                    <li key={id}>
                      <FoldedGround id={id} result={result} weighing={weighing} personId={personId} />
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </>
        ) : (
          <p className="empty">{t.worthNone}</p>
        )}
      </Section>
      {others.length ? (
        <Section title={t.othersTitle}>
          <details className="explained">
            <summary>{t.others(others.length)}</summary>
            <ul className="grounds">
              {others.map(([id, result]) => (
                <li key={id}>
                  <FoldedGround id={id} result={result} weighing={weighing} personId={personId} />
                </li>
              ))}
            </ul>
          </details>
        </Section>
      ) : null}
      <Glossary />
    </>
  );
}

function NextFacts({ weighing, personId }: { weighing: Weighing; personId: string }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  if (!weighing.nextFacts.length) return null;
  return (
    <Section title={t.next}>
      <p className="quiet">{t.nextIntro}</p>
      <ol className="list">
        {weighing.nextFacts.slice(0, 5).map(({ fact, couldChange }) => (
          <li key={fact} className="line">
            <Link to={questionPath(personId, fact)}>{rules.fact(fact).question}</Link>
            <span className="quiet">{t.couldChange(couldChange.length)}</span>
          </li>
        ))}
      </ol>
    </Section>
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
                    <strong>{shortInstant(one.createdAt, locale)}</strong>
                    <span className="quiet">{one.createdByName}</span>
                  </p>
                  <p>
                    {one.best.map(({ basis, status }) => (
                      <span key={basis}>
                        {rules.title(basis)}{' '}
                        <Badge tone={status === 'met' ? 'good' : status === 'unknown' ? 'warn' : 'quiet'}>
                          {t.conditionStatus[status]}
                        </Badge>{' '}
                      </span>
                    ))}
                  </p>
                  {one.since ? (
                    <p className="small quiet">
                      {[
                        ...(one.since.statusChanges.length
                          ? one.since.statusChanges.map((c) =>
                              t.pastChange(rules.title(c.basis), t.conditionStatus[c.before], t.conditionStatus[c.after]),
                            )
                          : [t.pastSame]),
                        one.since.changedFacts.length ? t.pastFacts(one.since.changedFacts.length) : '',
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
