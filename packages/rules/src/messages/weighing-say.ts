import { dayOf, isIsoDate, monthOf, yearOf } from '../calendar/iso-date.ts';
import type { ReasonValue } from '../engine/outcome.ts';
import { weighingEn } from './weighing.en.ts';
import { weighingFr } from './weighing.fr.ts';
import type { Language, WeighingMessages } from './weighing-shape.ts';

export const weighingMessages = (language: Language): WeighingMessages => (language === 'fr' ? weighingFr : weighingEn);

const MONTHS: Record<Language, readonly string[]> = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
/** A day in words: `1er mars 2026`, `1 March 2026`. Written here, so that no answer depends on the machine's locale. */
export const sayDay = (day: string, language: Language): string => {
  if (!isIsoDate(day)) return day;
  const date = dayOf(day);
  return `${date === 1 && language === 'fr' ? '1er' : date} ${MONTHS[language][monthOf(day) - 1]} ${yearOf(day)}`;
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);

/** The words for an answer to a fact; the answer itself where it needs none (a country code, a number). */
export const sayAnswer = (fact: string, answer: string | number | boolean, language: Language): string => {
  const { values, bases } = weighingMessages(language);
  const text = String(answer);
  if (fact === 'currentPermitBasis') return own(bases, text)?.title ?? own(values, text) ?? text;
  return own(values, `${fact}=${text}`) ?? own(values, text) ?? sayDay(text, language);
};

/** Title of a basis, bar, situation or condition id. */
export const sayTitle = (id: string, language: Language, titleOf: (id: string) => string | undefined = () => undefined): string => {
  const messages = weighingMessages(language);
  const basis = own(messages.bases, id);
  if (basis) return basis.title;
  const code = titleOf(id);
  return (code && own(messages.conditions, code)) ?? id;
};

type TitleOf = (id: string) => string | undefined;
const sayValue = (
  name: string,
  value: ReasonValue,
  values: Readonly<Record<string, ReasonValue>>,
  language: Language,
  titleOf: TitleOf,
): string => {
  const messages = weighingMessages(language);
  const join = (items: readonly string[]): string => items.join(', ');
  if (name === 'fact' || name === 'from') return typeof value === 'string' ? (own(messages.facts, value)?.label ?? value) : String(value);
  if (name === 'facts') return join((value as readonly string[]).map((fact) => own(messages.facts, fact)?.label ?? fact));
  if (name === 'unit') return own(messages.terms, `unit.${String(value)}`) ?? String(value);
  if (name === 'bases' || name === 'situations' || name === 'conditions')
    return join((value as readonly string[]).map((id) => sayTitle(id, language, titleOf)));
  if (name === 'basis' || name === 'twin') return sayTitle(String(value), language, titleOf);
  const fact = typeof values.fact === 'string' ? values.fact : '';
  if (Array.isArray(value)) return join(value.map((item: string) => sayAnswer(fact, item, language)));
  if (name === 'answer') return sayAnswer(fact, value as string | number | boolean, language);
  return typeof value === 'string' ? sayDay(value, language) : String(value);
};

/**
 * The sentence for a reason or a warning code, with its values put in.
 * @param titleOf title code of a condition id, for the values that name conditions (see `conditionTitle` of the registry).
 * @throws RangeError for a code without a sentence: a mistake in the data, held by a test.
 */
export const say = (
  code: string,
  values: Readonly<Record<string, ReasonValue>>,
  language: Language,
  titleOf: TitleOf = () => undefined,
): string => {
  const messages = weighingMessages(language);
  const template = own(messages.reasons, code) ?? own(messages.warnings, code);
  if (template === undefined) throw new RangeError(`no sentence for the code "${code}"`);
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = own(values, name);
    return value === undefined ? whole : sayValue(name, value, values, language, titleOf);
  });
};
