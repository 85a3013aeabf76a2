import type { WeighedResult, Weighing } from '@permanence/contracts';
import { getBasis } from '@permanence/rules';
import { Link } from 'react-router-dom';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { monthsFromTo } from '../papers/grid-model.ts';
import { monthText } from '../ui/days.ts';
import { Badge, FactList, Notice, type Tone } from '../ui/page.tsx';
import { questionPath } from './question-path.ts';

export const STATUS_TONE: Record<WeighedResult['status'], Tone> = { met: 'good', 'not-met': 'quiet', unknown: 'warn' };
const RISK_TONE: Record<WeighedResult['risk'], Tone> = { low: 'good', medium: 'warn', high: 'danger', 'very-high': 'danger' };

interface Props {
  id: string;
  rank?: number;
  result: WeighedResult;
  weighing: Weighing;
  personId: string;
}

const factsOf = (id: string) => {
  try {
    return getBasis(id);
  } catch {
    // A basis of an older version of the rules, in a stored weighing.
    return null;
  }
};

const SHOWN_QUESTIONS = 4;

/** The same, folded to its title and status. */
export function FoldedGround(props: Props) {
  const { words } = useWords();
  const rules = useRulesWords();
  const { status } = props.result;
  return (
    <details className="explained folded">
      <summary>
        {rules.title(props.id)} <Badge tone={STATUS_TONE[status]}>{words.weighing.conditionStatus[status]}</Badge>
      </summary>
      <Ground {...props} />
    </details>
  );
}

/** One ground: its status in words, its conditions with why and by which text, what is missing, and how its points are made up. */
export function Ground({ id, rank, result, weighing, personId }: Props) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  const basis = factsOf(id);
  const risky = result.risk === 'high' || result.risk === 'very-high';
  return (
    <article className="ground">
      <div className="line">
        <h3>
          {rank ? <span className="rank">{rank}</span> : null} {rules.title(id)}
        </h3>
        <Badge tone={STATUS_TONE[result.status]}>{t.status[result.status]}</Badge>
      </div>
      <p>{rules.summary(id)}</p>
      <p className="line-end">
        {result.strength ? <span className="quiet">{rules.term(`strength.${result.strength}`)}</span> : null}
        {basis ? <span className="quiet">{basis.article}</span> : null}
        <Badge tone={RISK_TONE[result.risk]}>{rules.term(`risk.${result.risk}`)}</Badge>
      </p>
      {risky && result.status !== 'not-met' ? <Notice tone="danger" title={t.riskHigh} /> : null}
      {result.bars.length ? (
        <p>
          {t.bars} : {result.bars.map((bar) => rules.title(bar)).join(', ')}
        </p>
      ) : null}
      {result.status !== 'not-met' && result.missingFacts.length ? (
        <div>
          <p className="field-label">{t.missing}</p>
          <ul>
            {result.missingFacts.slice(0, SHOWN_QUESTIONS).map((fact) => (
              <li key={fact}>
                <Link to={questionPath(personId, fact)}>{rules.fact(fact).question}</Link>
              </li>
            ))}
            {result.missingFacts.length > SHOWN_QUESTIONS ? <li>{t.moreMissing(result.missingFacts.length - SHOWN_QUESTIONS)}</li> : null}
          </ul>
        </div>
      ) : null}
      <Evidence result={result} />
      {result.warnings.length ? (
        <details className="explained">
          <summary>{t.warnings}</summary>
          <ul className="explained-body">
            {result.warnings.map(({ code, values }) => (
              <li key={code}>{rules.reason(code, values)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <details className="explained">
        <summary>{t.details}</summary>
        <ul className="list conditions">
          {result.conditions.map((condition) => (
            <Condition key={condition.id} condition={condition} weighing={weighing} basisId={id} />
          ))}
        </ul>
      </details>
      {result.status === 'not-met' ? null : <Score id={id} result={result} weighing={weighing} />}
    </article>
  );
}

function Condition({
  condition,
  weighing,
  basisId,
}: {
  condition: WeighedResult['conditions'][number];
  weighing: Weighing;
  basisId: string;
}) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  const situations = condition.id.endsWith('.situations')
    ? Object.entries(weighing.situations).filter(([id]) => id.startsWith(`${basisId}.`))
    : [];
  return (
    <li>
      <p className="line">
        <strong>{rules.title(condition.id)}</strong>
        <Badge tone={condition.status === 'not-met' ? 'danger' : STATUS_TONE[condition.status]}>
          {t.conditionStatus[condition.status]}
        </Badge>
      </p>
      <p>
        {rules.reason(condition.because.code, condition.because.values)}{' '}
        <span className="small quiet">
          ({rules.term(`kind.${condition.kind}`)}
          {condition.sources.length ? ` ; ${condition.sources.join(', ')}` : ''})
        </span>
      </p>
      {situations.length ? (
        <ul className="list situations">
          {situations.map(([id, situation]) => (
            <li key={id} className="line">
              <span>{rules.title(id)}</span>
              <Badge tone={STATUS_TONE[situation.status]}>{t.conditionStatus[situation.status]}</Badge>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

function Evidence({ result }: { result: WeighedResult }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  const entries = Object.entries(result.evidence ?? {});
  if (!entries.length || result.status === 'not-met') return null;
  return (
    <details className="explained">
      <summary>
        {t.evidence} :{' '}
        {entries.map(([subject, { status }]) => `${rules.term(`subject.${subject}`)}, ${rules.term(`evidence.${status}`)}`).join(' ; ')}
      </summary>
      <div className="explained-body">
        {entries.map(([subject, { requiredMonths, strongMonths, weakMonths, gaps }]) => (
          <div key={subject}>
            <p>
              <strong>{rules.term(`subject.${subject}`)}</strong>{' '}
              {requiredMonths === undefined ? '' : t.evidenceLine(requiredMonths, strongMonths ?? 0, weakMonths ?? 0)}
            </p>
            <ul>
              {(gaps ?? []).slice(-6).map(({ from, to, papers }) => (
                <li key={from}>
                  {from === to
                    ? words.papers.gapOne(monthText(from, locale))
                    : words.papers.gapMany(monthText(from, locale), monthText(to, locale), monthsFromTo(from, to))}
                  {papers?.length ? ` ${rules.term(`uncounted.${papers[0]?.code}`)}` : ''}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
function Score({ id, result, weighing }: { id: string; result: WeighedResult; weighing: Weighing }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  return (
    <details className="explained">
      <summary>{t.scoreShow(result.score)}</summary>
      <div className="explained-body">
        <FactList
          lines={(weighing.scoreParts[id] ?? []).map(
            ({ code, points, outOf }) => [rules.term(`score.${code}`), t.scorePart(points, outOf)] as const,
          )}
        />
        <p>
          <strong>{rules.term('score.note')}</strong>
        </p>
      </div>
    </details>
  );
}
