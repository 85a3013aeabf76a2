import {
  say,
  sayAnswer,
  sayClock,
  sayCoded,
  sayTitle,
  conditionTitle,
  weighingMessages,
  type Coded,
  type ReasonValue,
} from '@permanence/rules';
import { useWords } from './words.ts';

/** The words of the rules (questions, bases, papers, sentences of the clocks) in the language of the screen. Heavy: lazy screens only. */
export function useRulesWords() {
  const { locale } = useWords();
  const messages = weighingMessages(locale);
  return {
    messages,
    locale,
    fact: (key: string) => messages.facts[key as keyof typeof messages.facts] ?? { label: key, question: key },
    group: (key: string) => messages.groups[key as keyof typeof messages.groups] ?? key,
    answer: (fact: string, value: string | number | boolean) => sayAnswer(fact, value, locale),
    document: (docType: string) => messages.documents[docType as keyof typeof messages.documents] ?? docType,
    term: (key: string) => messages.terms[key] ?? key,
    title: (id: string) => sayTitle(id, locale, conditionTitle),
    summary: (id: string) => messages.bases[id]?.summary,
    reason: (code: string, values: Readonly<Record<string, ReasonValue>>) => say(code, values, locale, conditionTitle),
    /** Title of a row of the limits or of the renewals. */
    clock: (ruleId: string) => {
      const title = sayClock(`title:${ruleId}`, {}, locale);
      return title.startsWith('title:') ? ruleId : title;
    },
    todo: (ruleId: string) => {
      const todo = sayClock(`todo:${ruleId}`, {}, locale);
      return todo.startsWith('todo:') ? null : todo;
    },
    coded: (coded: unknown) => sayCoded(coded as Coded, locale),
    clockWord: (key: string) => sayClock(key, {}, locale),
  };
}
export type RulesWords = ReturnType<typeof useRulesWords>;
