import type { FactHistoryLine, PersonFacts } from '@permanence/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { PersonFrame } from '../persons/person-frame.tsx';
import { shortDay } from '../ui/days.ts';
import { Badge, Ready, Section } from '../ui/page.tsx';
import { topicsOf } from './interview.ts';

/** The topics of the interview, how far each has come, and the history of the answers. */
export default function FactsPage() {
  const { words } = useWords();
  return (
    <PersonFrame docTitle={words.facts.docTitle}>
      {({ id }) => (
        <>
          <p className="intro">{words.facts.intro}</p>
          <Topics personId={id} />
          <History personId={id} />
        </>
      )}
    </PersonFrame>
  );
}

function Topics({ personId }: { personId: string }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const facts = useRead<PersonFacts>(`persons/${personId}/facts`);
  return (
    <Ready of={facts}>
      {({ questions }) => {
        const topics = topicsOf(questions);
        const next = topics.find(({ answered, questions: all }) => answered < all.length) ?? topics[0];
        const begun = topics.some(({ answered, questions: all }) => answered > all.filter(({ heldBy }) => heldBy === 'record').length);
        return (
          <Section
            title={words.facts.topics}
            actions={
              <>
                <Link className="btn btn-main" to={`/persons/${personId}/interview`}>
                  {begun ? words.interview.resume : words.interview.begin}
                </Link>
                {next ? (
                  <Link className="btn" to={`/persons/${personId}/facts/${next.group}`}>
                    {words.facts.byTopic}
                  </Link>
                ) : null}
              </>
            }
          >
            <ul className="list">
              {topics.map(({ group, answered, questions: all }) => (
                <li key={group} className="line">
                  <Link to={`/persons/${personId}/facts/${group}`}>{rules.group(group)}</Link>
                  <span className="line-end">
                    {answered === all.length ? <Badge tone="good">{words.facts.complete}</Badge> : null}
                    <progress max={all.length} value={answered} aria-hidden="true" />
                    <span className="small quiet">{words.facts.progress(answered, all.length)}</span>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        );
      }}
    </Ready>
  );
}

function History({ personId }: { personId: string }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const [open, setOpen] = useState(false);
  const history = useRead<FactHistoryLine[]>(`persons/${personId}/facts/history`, { enabled: open });
  const t = words.facts;
  const said = (line: FactHistoryLine): string =>
    line.state === 'dont-know'
      ? t.dontKnow
      : line.state === 'prefers-not'
        ? t.prefersNot
        : line.state === 'skipped'
          ? t.forLater
          : line.state === 'withdrawn'
            ? t.withdrawn
            : line.value === null
              ? ''
              : rules.answer(line.fact, line.value);
  return (
    <Section title={t.history}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)} className="explained">
        <summary>{t.historyShow}</summary>
        {open ? (
          <Ready of={history}>
            {(lines) =>
              lines.length ? (
                <ol className="list">
                  {lines.map((line) => (
                    <li key={line.id}>
                      {rules.fact(line.fact).question} {line.childLabel ? `(${line.childLabel}) ` : ''}
                      <strong>{said(line)}</strong>
                      <br />
                      <span className="small quiet">
                        {t.answered(t.saidBys[line.saidBy], shortDay(line.saidOn, locale), line.recordedByName)}{' '}
                        {line.supersededAt ? `(${t.noLonger})` : ''}
                      </span>
                    </li>
                  ))}
                </ol>
              ) : (
                <p className="empty">{t.historyEmpty}</p>
              )
            }
          </Ready>
        ) : null}
      </details>
    </Section>
  );
}
