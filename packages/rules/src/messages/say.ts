import type { Coded, CodeValue } from '../clocks/types.ts';
import { CLOCK_FACTS_EN } from './clocks-facts.en.ts';
import { CLOCK_FACTS_FR } from './clocks-facts.fr.ts';
import { CLOCKS_EN } from './clocks.en.ts';
import { CLOCKS_FR } from './clocks.fr.ts';
import { sayMoment, type Language } from './dates.ts';
import { RENEWALS_EN } from './clocks-renewals.en.ts';
import { RENEWALS_FR } from './clocks-renewals.fr.ts';

const MESSAGES: Record<Language, Readonly<Record<string, string>>> = {
  fr: { ...CLOCKS_FR, ...CLOCK_FACTS_FR, ...RENEWALS_FR },
  en: { ...CLOCKS_EN, ...CLOCK_FACTS_EN, ...RENEWALS_EN },
};
export const clockMessages = (language: Language): Readonly<Record<string, string>> => MESSAGES[language];

type Values = Readonly<Record<string, CodeValue | undefined>>;

/** How a value reads inside a sentence: a day or an instant written out, a row by its title, a coded word by its own message. */
const spoken = (name: string, value: CodeValue | undefined, language: Language): string => {
  if (typeof value !== 'string') return value === undefined || value === null ? '…' : String(value);
  const messages = MESSAGES[language];
  return (
    messages[`${name}:${value}`] ??
    (name === 'row' || name === 'asked' ? messages[`title:${value}`] : undefined) ??
    sayMoment(value, language)
  );
};

/**
 * The sentence for a step, a warning, a row title (`title:…`), what to do (`todo:…`) or a fact still to ask (`fact:…`). A code without a sentence comes back as it is,
 * so that nothing is ever hidden; the spec of the messages holds that there is none.
 */
export const sayClock = (code: string, values: Values, language: Language): string => {
  const template = MESSAGES[language][code];
  if (template === undefined) return code;
  return template
    .replace(/\{n:(\w+)\|([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, many: string) => {
      const n = Number(values[name]);
      // French counts 0 and 1 as singular, English 1 alone.
      return `${n} ${language === 'fr' ? (n < 2 ? one : many) : n === 1 ? one : many}`;
    })
    .replace(/\{(\w+)\}/g, (_, name: string) => spoken(name, values[name], language));
};
/** The sentence of a step or a warning as the answer holds it. */
export const sayCoded = (coded: Coded, language: Language): string =>
  sayClock(coded.code, { ...coded.values, date: coded.date, at: coded.at }, language);
