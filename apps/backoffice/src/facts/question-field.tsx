import type { FactQuestion } from '@permanence/contracts';
import { useId, useMemo } from 'react';
import { Link } from 'react-router-dom';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { countryName, countryOptions } from '../ui/countries.ts';
import { dayInWords, parseDay, shortDay } from '../ui/days.ts';
import { SureButton } from '../ui/sure.tsx';
import { isTyped, type Typed } from './interview.ts';

interface Props {
  question: FactQuestion;
  typed: Typed;
  onType: (typed: Typed) => void;
  problem: string | undefined;
  personId: string;
  id: string;
  /** Takes the answer back; absent where there is none to take back. */
  onWithdraw?: (() => Promise<unknown>) | undefined;
}

/** One question: the answers of the law, then the two ways of not giving one. */
export function QuestionField({ question, typed, onType, problem, personId, id, onWithdraw }: Props) {
  const { words, locale, problem: inLanguage } = useWords();
  const rules = useRulesWords();
  const name = useId();
  const { question: text, help } = rules.fact(question.key);
  const { answer } = question;
  const choices = useChoices(question);
  const hints = [
    help || question.sensitive ? `${id}-hint` : '',
    answer.state !== 'unanswered' ? `${id}-said` : '',
    problem ? `${id}-error` : '',
  ];
  if (question.heldBy === 'record') {
    const value =
      answer.value === null
        ? words.common.notSaid
        : question.format === 'country-alpha-3'
          ? countryName(String(answer.value), locale)
          : rules.answer(question.key, answer.value);
    return (
      <div className="question">
        <p className="field-label">{text}</p>
        <p>
          <strong>{value}</strong>{' '}
          <Link to={`/persons/${personId}`} className="small">
            {words.facts.recordHeld}
          </Link>
        </p>
      </div>
    );
  }
  const day = question.type === 'date' ? parseDay(typed.text) : null;
  return (
    <fieldset
      className={problem ? 'question field-wrong' : 'question'}
      id={id}
      tabIndex={-1}
      aria-describedby={hints.filter(Boolean).join(' ') || undefined}
    >
      <legend className="field-label">{text}</legend>
      {help || question.sensitive ? (
        <p className="field-hint" id={`${id}-hint`}>
          {question.sensitive ? words.facts.sensitive : ''} {help}
        </p>
      ) : null}
      {isTyped(question) ? (
        <div className="field-row">
          <input
            className={question.type === 'date' ? 'control control-short' : 'control control-short'}
            inputMode={question.type === 'date' ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={typed.text}
            aria-label={`${text} ${question.type === 'date' ? words.form.dayFormat : ''}`}
            onChange={(event) => onType({ text: event.target.value, state: event.target.value ? 'value' : '' })}
          />
          <span className="quiet">
            {question.unit ? rules.term(`unit.${question.unit}`) : question.type === 'date' && !typed.text ? words.form.dayFormat : ''}
          </span>
          <span className="field-echo" aria-live="polite">
            {day && day !== 'invalid' ? dayInWords(day, locale) : ''}
          </span>
        </div>
      ) : null}
      {choices.length > 8 ? (
        <select
          className="control"
          aria-label={text}
          value={typed.state === 'value' ? typed.text : ''}
          onChange={(event) => onType({ text: event.target.value, state: event.target.value ? 'value' : '' })}
        >
          <option value="">{words.form.choose}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : null}
      <div className="choices choices-inline">
        {choices.length > 8
          ? null
          : choices.map(({ value, label }) => (
              <Choice
                key={value}
                name={name}
                value={value}
                label={label}
                checked={typed.state === 'value' && typed.text === value}
                onPick={() => onType({ text: value, state: 'value' })}
              />
            ))}
        <span className="apart">
          <Choice
            name={name}
            value="dont-know"
            label={words.facts.dontKnow}
            checked={typed.state === 'dont-know'}
            onPick={() => onType({ text: '', state: 'dont-know' })}
          />
          <Choice
            name={name}
            value="prefers-not"
            label={words.facts.prefersNot}
            checked={typed.state === 'prefers-not'}
            onPick={() => onType({ text: '', state: 'prefers-not' })}
          />
        </span>
      </div>
      {answer.state !== 'unanswered' && answer.saidOn && answer.saidBy ? (
        <p className="small quiet" id={`${id}-said`}>
          {answer.state === 'skipped' ? `${words.facts.forLater} ` : ''}
          {words.facts.answered(words.facts.saidBys[answer.saidBy], shortDay(answer.saidOn, locale), answer.recordedByName)}
        </p>
      ) : null}
      {onWithdraw ? (
        <SureButton
          label={words.facts.withdraw}
          describe={words.facts.withdrawOf(rules.fact(question.key).label)}
          question={words.facts.withdrawSure}
          onSure={onWithdraw}
        />
      ) : null}
      {problem ? (
        <p id={`${id}-error`} className="field-error">
          <span aria-hidden="true">▲ </span>
          <span className="visually-hidden">{words.form.error} </span>
          {inLanguage(problem)}
        </p>
      ) : null}
    </fieldset>
  );
}

function Choice({
  name,
  value,
  label,
  checked,
  onPick,
}: {
  name: string;
  value: string;
  label: string;
  checked: boolean;
  onPick: () => void;
}) {
  return (
    <div className="choice">
      <input type="radio" id={`${name}-${value}`} name={name} checked={checked} onChange={onPick} />
      <label htmlFor={`${name}-${value}`}>{label}</label>
    </div>
  );
}

function useChoices(question: FactQuestion): { value: string; label: string }[] {
  const { words } = useWords();
  const { messages, answer, locale } = useRulesWords();
  return useMemo(() => {
    if (question.type === 'bool')
      return [
        { value: 'true', label: words.form.yes },
        { value: 'false', label: words.form.no },
      ];
    if (question.values) return question.values.map((value) => ({ value, label: capital(answer(question.key, value), locale) }));
    if (question.format === 'country-alpha-3') return [...countryOptions(locale)];
    if (question.format === 'basis-id-or-other')
      return [
        ...Object.entries(messages.bases)
          .filter(([id]) => !id.startsWith('bar-'))
          .map(([value, { title }]) => ({ value, label: title })),
        { value: 'other', label: words.facts.other },
      ];
    return [];
    // The words change with the language only.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [question, locale]);
}
const capital = (text: string, locale: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
