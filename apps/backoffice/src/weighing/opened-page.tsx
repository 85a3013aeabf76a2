import type { OpenedWeighing } from '@permanence/contracts';
import { Link, useParams } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { PersonFrame } from '../persons/person-frame.tsx';
import { dayText, shortInstant } from '../ui/days.ts';
import { Glossary } from '../ui/glossary.tsx';
import { FactList, Notice, Ready, Section } from '../ui/page.tsx';
import { Changes, factLabel, factValue } from './changes.tsx';
import { WeighingResult } from './result.tsx';

/** A stored weighing as it was: its day, its rules, the answers it was given, and every ground with its reasons. */
export default function OpenedWeighingPage() {
  const { words } = useWords();
  const { weighingId = '' } = useParams();
  const opened = useRead<OpenedWeighing>(`assessments/${weighingId}`);
  return (
    <PersonFrame docTitle={words.weighing.openedTitle}>
      {({ id }) => <Ready of={opened}>{(weighing) => <Opened weighing={weighing} personId={id} />}</Ready>}
    </PersonFrame>
  );
}

function Opened({ weighing, personId }: { weighing: OpenedWeighing; personId: string }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  return (
    <>
      <p>
        <Link to={`/persons/${personId}/weighing`}>{t.backToToday}</Link>
      </p>
      <Notice tone="info" title={t.openedNote} />
      <FactList
        lines={[
          [t.openedOn, dayText(weighing.onDate, locale)],
          [t.openedAt, `${shortInstant(weighing.createdAt, locale)}${weighing.createdByName ? `, ${weighing.createdByName}` : ''}`],
          [t.openedRules, weighing.rulesVersion],
          [t.openedPapers, String(weighing.papers)],
        ]}
      />
      {weighing.since && weighing.sinceOn ? (
        <Section title={t.openedSince(dayText(weighing.sinceOn, locale))}>
          <Changes changes={weighing.since} />
        </Section>
      ) : null}
      <Section title={t.openedFacts(weighing.facts.length)}>
        <details className="explained">
          <summary>{t.openedFactsShow}</summary>
          <dl className="facts explained-body">
            {weighing.facts.map(({ fact, value }) => (
              <div key={fact} className="fact">
                <dt>{factLabel(fact, rules, words)}</dt>
                <dd>{factValue(fact, value, rules, words, locale)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </Section>
      <WeighingResult weighing={weighing} personId={personId} />
      <Glossary />
    </>
  );
}
