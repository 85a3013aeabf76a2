import type { WeighingChanges } from '@permanence/contracts';
import { isFactName } from '@permanence/rules';
import { useRulesWords, type RulesWords } from '../i18n/rules-words.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { shortDay } from '../ui/days.ts';
import { Badge } from '../ui/page.tsx';
import { STATUS_TONE } from './ground.tsx';

type Value = WeighingChanges['factChanges'][number]['before'];

/** The name of a fact as a person reads it; a child by its number. */
export function factLabel(fact: string, rules: RulesWords, words: Words): string {
  const ofChild = /^children\[(\d+)\]\.(.+)$/.exec(fact);
  if (!ofChild) return rules.fact(fact).label;
  return words.weighing.ofChild(Number(ofChild[1]) + 1, rules.fact(`children[].${ofChild[2]}`).label);
}
export function factValue(fact: string, value: Value, rules: RulesWords, words: Words, locale: 'fr' | 'en'): string {
  if (value === null) return words.weighing.unknownValue;
  if (typeof value === 'boolean') return value ? words.form.yes : words.form.no;
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return shortDay(value, locale);
  const key = fact.replace(/\[\d+\]/, '[]');
  return isFactName(key) ? rules.answer(key, value) : String(value);
}

/** What moved between two weighings, and why: each ground with the conditions that moved, then the answers that changed. */
export function Changes({ changes, brief = false }: { changes: WeighingChanges; brief?: boolean }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.weighing;
  const others = [
    changes.papersChanged ? t.pastPapers : '',
    changes.rulesChanged ? t.pastRules : '',
    changes.onDateChanged ? t.pastDate : '',
  ].filter(Boolean);
  return (
    <>
      {changes.statusChanges.length ? (
        <ul className="list">
          {changes.statusChanges.map(({ basis, before, after, conditions }) => (
            <li key={basis}>
              <p className="line">
                <strong>{rules.title(basis)}</strong>
                <span className="line-end">
                  <span>{t.conditionStatus[before]}</span> <span aria-hidden="true">→</span>
                  <span className="visually-hidden">{t.became}</span>
                  <Badge tone={STATUS_TONE[after]}>{t.conditionStatus[after]}</Badge>
                </span>
              </p>
              {conditions.length ? (
                <details className="explained">
                  <summary>{t.whyChanged}</summary>
                  <ul className="explained-body">
                    {conditions.map((condition) => (
                      <li key={condition.id}>
                        <strong>{rules.title(condition.id)}</strong> : {condition.before ? t.conditionStatus[condition.before] : t.notThen}{' '}
                        → {condition.after ? t.conditionStatus[condition.after] : t.notAnyMore}.{' '}
                        {rules.reason(condition.because.code, condition.because.values)}
                      </li>
                    ))}
                  </ul>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t.pastSame}</p>
      )}
      {changes.factChanges.length ? (
        <details className="explained" open={!brief && changes.factChanges.length <= 6}>
          <summary>{t.pastFacts(changes.factChanges.length)}</summary>
          <dl className="facts explained-body">
            {changes.factChanges.map(({ fact, before, after }) => (
              <div key={fact} className="fact">
                <dt>{factLabel(fact, rules, words)}</dt>
                <dd>
                  {factValue(fact, before, rules, words, locale)} → <strong>{factValue(fact, after, rules, words, locale)}</strong>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {others.length ? <p className="small quiet">{t.also(others.join(', '))}</p> : null}
    </>
  );
}
