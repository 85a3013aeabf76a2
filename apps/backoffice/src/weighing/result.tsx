import type { Weighing } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Notice, Section } from '../ui/page.tsx';
import { FoldedGround, Ground } from './ground.tsx';
import { questionPath } from './question-path.ts';
import { worthPursuing, type Ranked } from './worth.ts';

/** Grounds shown in full; the others wait folded. */
const SHOWN = 4;

/** What a weighing says: bars first, then what to ask, then the grounds, those the answers speak for before those nothing is known of. */
export function WeighingResult({ weighing, personId }: { weighing: Weighing; personId: string }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  const { begun, untold } = worthPursuing(weighing);
  const others = Object.entries(weighing.results).flatMap(([id, result]) => (weighing.ranking.includes(id) ? [] : [{ id, result }]));
  const raised = Object.entries(weighing.bars).filter(([, { status }]) => status === 'met');
  const folded = (list: readonly Ranked[]) => (
    <ul className="grounds">
      {list.map(({ id, result }) => (
        <li key={id}>
          <FoldedGround id={id} result={result} weighing={weighing} personId={personId} />
        </li>
      ))}
    </ul>
  );
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
        {begun.length ? (
          <>
            <ol className="grounds">
              {begun.slice(0, SHOWN).map(({ id, result }, at) => (
                <li key={id}>
                  <Ground id={id} rank={at + 1} result={result} weighing={weighing} personId={personId} />
                </li>
              ))}
            </ol>
            {begun.length > SHOWN ? (
              <>
                <h3>{t.moreRanked(begun.length - SHOWN)}</h3>
                {folded(begun.slice(SHOWN))}
              </>
            ) : null}
          </>
        ) : (
          <p className="empty">{t.worthNone}</p>
        )}
      </Section>
      {untold.length || others.length ? (
        <Section title={t.othersTitle}>
          {untold.length ? (
            <details className="explained">
              <summary>{t.untold(untold.length)}</summary>
              <p className="quiet">{t.untoldIntro}</p>
              {folded(untold)}
            </details>
          ) : null}
          {others.length ? (
            <details className="explained">
              <summary>{t.others(others.length)}</summary>
              {folded(others)}
            </details>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}

function NextFacts({ weighing, personId }: { weighing: Weighing; personId: string }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  if (!weighing.nextFacts.length) return null;
  return (
    <Section
      title={t.next}
      actions={
        <Link className="btn" to={`/persons/${personId}/interview`}>
          {words.interview.resume}
        </Link>
      }
    >
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
