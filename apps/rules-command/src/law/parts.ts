import { sayAnswer, sayClock, sayDay, weighingMessages, isIsoDate, type Language } from '@permanence/rules';
import { html, list, table, type Html, type Piece } from './html.ts';
import { word } from './words.ts';

export const day = (on: string | null, language: Language): string =>
  on === null ? word('open', language) : isIsoDate(on) ? sayDay(on, language) : on;
export const period = (from: string | null, until: string | null, language: Language): string =>
  `${from === null ? '…' : day(from, language)} → ${day(until, language)}`;

const labelOf = (fact: string, language: Language): string => {
  const { facts } = weighingMessages(language);
  if (Object.hasOwn(facts, fact)) return facts[fact as keyof typeof facts].label;
  const code = `fact:${fact}`;
  const said = sayClock(code, {}, language);
  return said === code ? fact : said;
};
/** A value of an example: a day or an answer in words, a list or an object one line each. */
export const valueOf = (name: string, value: unknown, language: Language): Piece => {
  if (value === null || value === undefined) return '?';
  if (Array.isArray(value)) return value.length === 0 ? '∅' : list(value.map((one) => valueOf(name, one, language)));
  if (typeof value === 'object') return given(value as Record<string, unknown>, language, name === 'children' ? 'children[].' : '');
  return sayAnswer(name, value as string | number | boolean, language);
};
/** What an example gives: facts by their label, and by their name for whoever reads the code. */
export const given = (facts: Readonly<Record<string, unknown>>, language: Language, prefix = ''): Piece => {
  const known = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined);
  if (known.length === 0) return word('nothingGiven', language);
  return list(
    known.map(
      ([name, value]) =>
        html`${labelOf(`${prefix}${name}`, language)}${code(`${prefix}${name}`, language)} : ${valueOf(name, value, language)}`,
    ),
  );
};
const code = (name: string, language: Language): Piece => (labelOf(name, language) === name ? '' : html` <code>${name}</code>`);

export const link = (url: string): Html => html`<a href="${url}">${url}</a>`;

export interface Read {
  readonly key: string;
  readonly urls: readonly string[];
  readonly textDated?: string;
  readonly readOn: string;
}
export const sources = (read: readonly Read[], language: Language): Html =>
  html`<h2>${word('sources', language)}</h2>
    ${table(
      [word('source', language), word('textDated', language), word('readOn', language), word('address', language)],
      read.map(({ key, urls, textDated, readOn }) => [
        key,
        textDated ?? '–',
        day(readOn, language),
        urls.length === 0 ? '–' : list(urls.map(link)),
      ]),
    )}`;
export const leftOut = (texts: readonly string[], language: Language): Html =>
  html`<h2>${word('leftOut', language)}</h2>
    ${texts.length === 0 ? html`<p>${word('nothingLeftOut', language)}</p>` : list(texts)}`;
/** Where the jurist says yes or no, and signs. */
export const signature = (language: Language): Html =>
  html`<h2>${word('signature', language)}</h2>
    <table class="signature">
      <thead>
        <tr>
          ${(['reader', 'day', 'verdict', 'signed'] as const).map((key) => html`<th scope="col">${word(key, language)}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr>
          <td></td>
          <td></td>
          <td></td>
          <td></td>
        </tr>
      </tbody>
    </table>`;
