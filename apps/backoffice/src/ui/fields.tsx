import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { dayInWords, parseDay } from './days.ts';
import type { Entry, Values } from './use-entry.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}
interface Common<V extends Values> {
  entry: Entry<V>;
  name: keyof V & string;
  label: string;
  hint?: ReactNode;
  /** Said in words beside the label; most fields are optional, so the required ones are marked. */
  required?: boolean;
}

/** Ids that tie a control to its hint and its error. */
const described = (id: string, hint: unknown, problem: unknown): string | undefined =>
  [hint ? `${id}-hint` : '', problem ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;

const Label = ({ id, label, required }: { id: string; label: string; required?: boolean | undefined }) => {
  const { words } = useWords();
  return (
    <label htmlFor={id} className="field-label">
      {label} {required ? <span className="field-mark">({words.form.required})</span> : null}
    </label>
  );
};
const Hint = ({ id, children }: { id: string; children: ReactNode }) =>
  children ? (
    <p id={`${id}-hint`} className="field-hint">
      {children}
    </p>
  ) : null;
const Problem = ({ id, children }: { id: string; children: string | undefined }) => {
  const { words, problem } = useWords();
  return children ? (
    <p id={`${id}-error`} className="field-error">
      <span aria-hidden="true">▲ </span>
      <span className="visually-hidden">{words.form.error} </span>
      {problem(children)}
    </p>
  ) : null;
};
const state = (id: string, hint: unknown, problem: string | undefined, required?: boolean) => ({
  'aria-describedby': described(id, hint, problem),
  'aria-invalid': problem ? true : undefined,
  'aria-required': required || undefined,
});

export function TextField<V extends Values>({
  entry,
  name,
  label,
  hint,
  required,
  type = 'text',
  autoComplete = 'off',
  inputMode,
  width,
}: Common<V> & {
  type?: 'text' | 'email' | 'password' | 'tel' | 'search';
  autoComplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'text';
  width?: 'short' | 'medium';
}) {
  const id = entry.idOf(name);
  const problem = entry.problemOf(name);
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <Label id={id} label={label} required={required} />
      <Hint id={id}>{hint}</Hint>
      <input
        id={id}
        type={type}
        className={width ? `control control-${width}` : 'control'}
        value={String(entry.values[name] ?? '')}
        onChange={(event) => entry.set(name, event.target.value as V[typeof name])}
        autoComplete={autoComplete}
        inputMode={inputMode}
        spellCheck={type === 'text' ? undefined : false}
        {...state(id, hint, problem, required)}
      />
      <Problem id={id}>{problem}</Problem>
    </div>
  );
}

export function TextArea<V extends Values>({ entry, name, label, hint, required, rows = 4 }: Common<V> & { rows?: number }) {
  const id = entry.idOf(name);
  const problem = entry.problemOf(name);
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <Label id={id} label={label} required={required} />
      <Hint id={id}>{hint}</Hint>
      <textarea
        id={id}
        rows={rows}
        className="control"
        value={String(entry.values[name] ?? '')}
        onChange={(event) => entry.set(name, event.target.value as V[typeof name])}
        {...state(id, hint, problem, required)}
      />
      <Problem id={id}>{problem}</Problem>
    </div>
  );
}

/** A day, typed day first. The day is said back in words, with its weekday, so that a slip is noticed at once. */
export function DayField<V extends Values>({ entry, name, label, hint, required }: Common<V>) {
  const { words, locale } = useWords();
  const id = entry.idOf(name);
  const problem = entry.problemOf(name);
  const typed = String(entry.values[name] ?? '');
  const day = parseDay(typed);
  const complete = typed.trim().length >= 8;
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <Label id={id} label={label} required={required} />
      <Hint id={id}>
        {hint} {words.form.dayFormat}
      </Hint>
      <div className="field-row">
        <input
          id={id}
          className="control control-short"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => entry.set(name, event.target.value as V[typeof name])}
          {...state(id, true, problem, required)}
        />
        <span className="field-echo" aria-live="polite">
          {day && day !== 'invalid' ? dayInWords(day, locale) : day === 'invalid' && complete && !problem ? words.form.noSuchDay : ''}
        </span>
      </div>
      <Problem id={id}>{problem}</Problem>
    </div>
  );
}

export function Select<V extends Values>({
  entry,
  name,
  label,
  hint,
  required,
  options,
  empty,
}: Common<V> & { options: readonly Option[]; empty?: string }) {
  const { words } = useWords();
  const id = entry.idOf(name);
  const problem = entry.problemOf(name);
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <Label id={id} label={label} required={required} />
      <Hint id={id}>{hint}</Hint>
      <select
        id={id}
        className="control"
        value={String(entry.values[name] ?? '')}
        onChange={(event) => entry.set(name, event.target.value as V[typeof name])}
        {...state(id, hint, problem, required)}
      >
        <option value="">{empty ?? words.form.choose}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Problem id={id}>{problem}</Problem>
    </div>
  );
}

/** A few choices, all visible: easier to read and to aim at than a drop-down. */
export function Radios<V extends Values>({
  entry,
  name,
  label,
  hint,
  required,
  options,
  inline,
}: Common<V> & { options: readonly Option[]; inline?: boolean }) {
  const { words } = useWords();
  const id = entry.idOf(name);
  const problem = entry.problemOf(name);
  return (
    <fieldset className={problem ? 'field field-wrong' : 'field'} aria-describedby={described(id, hint, problem)} id={id} tabIndex={-1}>
      <legend className="field-label">
        {label} {required ? <span className="field-mark">({words.form.required})</span> : null}
      </legend>
      <Hint id={id}>{hint}</Hint>
      <div className={inline ? 'choices choices-inline' : 'choices'}>
        {options.map(({ value, label: text, hint: more }) => (
          <div key={value} className="choice">
            <input
              type="radio"
              id={`${id}-${value}`}
              name={id}
              checked={entry.values[name] === value}
              onChange={() => entry.set(name, value as V[typeof name])}
              aria-describedby={more ? `${id}-${value}-hint` : undefined}
            />
            <label htmlFor={`${id}-${value}`}>{text}</label>
            {more ? (
              <p id={`${id}-${value}-hint`} className="choice-hint">
                {more}
              </p>
            ) : null}
          </div>
        ))}
      </div>
      <Problem id={id}>{problem}</Problem>
    </fieldset>
  );
}

/** Yes, no, or not known: three answers, none of them ticked beforehand unless the record says so. Values: `yes`, `no`, empty. */
export function YesNo<V extends Values>(props: Common<V>) {
  const { words } = useWords();
  return (
    <Radios
      {...props}
      inline
      options={[
        { value: 'yes', label: words.form.yes },
        { value: 'no', label: words.form.no },
        { value: '', label: words.form.unknown },
      ]}
    />
  );
}
export const yesNo = (typed: unknown): boolean | null => (typed === 'yes' ? true : typed === 'no' ? false : null);
export const asYesNo = (value: boolean | null | undefined): string => (value === true ? 'yes' : value === false ? 'no' : '');

/** Several choices out of a short list. The value is the list of those ticked. */
export function Ticks<V extends Values>({ entry, name, label, hint, options }: Common<V> & { options: readonly Option[] }) {
  const id = entry.idOf(name);
  const problem = entry.problemOf(name);
  const ticked = (entry.values[name] ?? []) as readonly string[];
  return (
    <fieldset className={problem ? 'field field-wrong' : 'field'} aria-describedby={described(id, hint, problem)} id={id} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      <Hint id={id}>{hint}</Hint>
      <div className="choices choices-inline">
        {options.map(({ value, label: text }) => (
          <div key={value} className="choice">
            <input
              type="checkbox"
              id={`${id}-${value}`}
              checked={ticked.includes(value)}
              onChange={(event) =>
                entry.set(
                  name,
                  (event.target.checked ? [...ticked, value] : ticked.filter((v) => v !== value)) as unknown as V[typeof name],
                )
              }
            />
            <label htmlFor={`${id}-${value}`}>{text}</label>
          </div>
        ))}
      </div>
      <Problem id={id}>{problem}</Problem>
    </fieldset>
  );
}

export function Tick<V extends Values>({ entry, name, label, hint }: Common<V>) {
  const id = entry.idOf(name);
  const problem = entry.problemOf(name);
  return (
    <div className={problem ? 'field field-wrong' : 'field'}>
      <div className="choice">
        <input
          type="checkbox"
          id={id}
          checked={entry.values[name] === true}
          onChange={(event) => entry.set(name, event.target.checked as V[typeof name])}
          {...state(id, hint, problem)}
        />
        <label htmlFor={id}>{label}</label>
      </div>
      <Hint id={id}>{hint}</Hint>
      <Problem id={id}>{problem}</Problem>
    </div>
  );
}

/** What is to be corrected, once, above the form: each line leads to its field. Takes the focus when it appears. */
export function Summary<V extends Values>({
  entry,
  labels,
  onReload,
}: {
  entry: Entry<V>;
  labels: Readonly<Record<string, string>>;
  onReload?: () => void;
}) {
  const { words, problem } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { problems, general, refusals } = entry;
  useEffect(() => {
    if (refusals) box.current?.focus();
  }, [refusals]);
  if (!problems.length && !general) return null;
  return (
    <div className="notice notice-danger" role="alert" tabIndex={-1} ref={box}>
      <p className="notice-title">
        <span aria-hidden="true">▲ </span>
        {general ?? words.form.toCorrect}
      </p>
      {problems.length ? (
        <ul>
          {problems.map(({ field, message }) => (
            <li key={field + message}>
              <a
                href={`#${entry.idOf(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(entry.idOf(field))?.focus();
                }}
              >
                {labels[field] ? `${labels[field]} : ` : ''}
                {problem(message)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {entry.conflict && onReload ? (
        <p>
          {words.form.conflictHelp}{' '}
          <button type="button" className="btn" onClick={onReload}>
            {words.form.reload}
          </button>
        </p>
      ) : null}
    </div>
  );
}

export function Actions({ busy, label, onCancel }: { busy: boolean; label: string; onCancel?: (() => void) | undefined }) {
  const { words } = useWords();
  return (
    <div className="actions">
      <button type="submit" className="btn btn-main" aria-disabled={busy || undefined}>
        {busy ? words.form.sending : label}
      </button>
      {onCancel ? (
        <button type="button" className="btn" onClick={onCancel}>
          {words.form.cancel}
        </button>
      ) : null}
    </div>
  );
}
