import type { FieldProblem } from '@permanence/contracts';
import { useCallback, useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { ApiProblem, problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { Refused } from './reading.ts';

/** What a form holds: text as typed, ticks, lists. Turned into a request only when it is sent. */
export type Values = Record<string, string | boolean | readonly string[] | null>;

export interface Entry<V extends Values> {
  readonly values: V;
  readonly set: <K extends keyof V>(name: K, value: V[K]) => void;
  readonly reset: (values: V) => void;
  readonly problems: readonly FieldProblem[];
  readonly problemOf: (name: string) => string | undefined;
  /** A sentence about the whole form, when no field is to blame. */
  readonly general: string | null;
  /** How often it was refused: the summary takes the focus then, and only then. */
  readonly refusals: number;
  readonly busy: boolean;
  readonly conflict: boolean;
  readonly idOf: (name: string) => string;
  readonly formId: string;
  readonly submit: (event?: FormEvent) => void;
}

interface Options<V extends Values> {
  initial: V;
  /** Makes the request from what was typed, sends it. Field problems of its own are thrown as `Refused`. */
  send: (values: V) => Promise<unknown>;
  /** Names of the API's fields that the form shows under another name. */
  aliases?: Readonly<Record<string, string>>;
  /** Sentences of this form for problems that the common words leave vague. */
  sentences?: Partial<Record<ApiProblem['code'], string>>;
  /** Returns true when it dealt with the problem itself. */
  onProblem?: (problem: ApiProblem) => boolean;
}

/** One form: what was typed, what is wrong with it, and whether it is on its way. Nothing typed is lost by a refusal. */
export function useEntry<V extends Values>({ initial, send, aliases = {}, sentences = {}, onProblem }: Options<V>): Entry<V> {
  const { locale } = useWords();
  const [values, setValues] = useState(initial);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [general, setGeneral] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const [untouched, setUntouched] = useState(initial);
  useEffect(() => {
    if (values === untouched) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [values, untouched]);
  const formId = useId();

  const set = useCallback(<K extends keyof V>(name: K, value: V[K]) => {
    setValues((before) => ({ ...before, [name]: value }));
    setProblems((before) => before.filter(({ field }) => field !== name));
  }, []);
  const reset = useCallback((next: V) => {
    setValues(next);
    setUntouched(next);
    setProblems([]);
    setGeneral(null);
    setConflict(false);
  }, []);
  const named = (list: readonly FieldProblem[]) => list.map((problem) => ({ ...problem, field: aliases[problem.field] ?? problem.field }));
  const refuse = (error: unknown) => {
    setRefusals((before) => before + 1);
    if (error instanceof Refused) return setProblems(named(error.problems));
    if (error instanceof ApiProblem && onProblem?.(error)) return undefined;
    if (error instanceof ApiProblem && error.problems.length) return setProblems(named(error.problems));
    setConflict(error instanceof ApiProblem && error.code === 'version-conflict');
    setGeneral((error instanceof ApiProblem && sentences[error.code]) || problemSentence(error, locale));
    return undefined;
  };
  const run = async () => {
    // A second press while the first is on its way must not send twice.
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblems([]);
    setGeneral(null);
    setConflict(false);
    try {
      await send(values);
      setUntouched(values);
    } catch (error) {
      refuse(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return {
    values,
    set,
    reset,
    problems,
    problemOf: (name) => problems.find(({ field }) => field === name)?.message,
    general,
    refusals,
    busy,
    conflict,
    idOf: (name) => `${formId}-${name}`,
    formId,
    submit: (event) => {
      event?.preventDefault();
      void run();
    },
  };
}
