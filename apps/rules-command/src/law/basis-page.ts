import { sayTitle, weighingMessages, conditionTitle, type CatalogueCondition, type CatalogueEntry, type Language } from '@permanence/rules';
import type { Case } from '@permanence/rules/cases';
import { html, list, page, sheet, table, type Html, type Piece } from './html.ts';
import { day, given, leftOut, period, signature, sources } from './parts.ts';
import { word, type Word } from './words.ts';

const term = (key: string, language: Language): string => weighingMessages(language).terms[key] ?? key;
const title = (id: string, language: Language): string => sayTitle(id, language, conditionTitle);

const conditionRows = (conditions: readonly CatalogueCondition[], language: Language): Piece[][] =>
  conditions.flatMap((one) => [
    [
      html`<code>${one.id}</code>`,
      title(one.id, language),
      term(`kind.${one.kind}`, language),
      one.articles.join(', '),
      list(one.facts.map((fact) => html`<code>${fact}</code>`)),
    ],
    ...conditionRows(one.members, language),
  ]);

const versions = ({ versions }: CatalogueEntry, language: Language): Html[] =>
  versions.map(
    ({ from, until, conditions }) =>
      html`<h2>${word('conditions', language)} (${word('inForce', language).toLowerCase()} : ${period(from, until, language)})</h2>
        ${table([word('id', language), word('condition', language), word('kind', language), word('article', language), word('facts', language)], conditionRows(conditions, language))}`,
  );

const expected = ({ id, expect: { status, failed = [], asks = [], risk } }: Case, language: Language): Piece => {
  const basis = id.replace(/\.s\d$/, '');
  return list([
    html`${word('status', language)} : <strong>${term(`${id.startsWith('bar-') ? 'bar' : 'status'}.${status}`, language)}</strong>`,
    ...(failed.length ? [html`${word('failed', language)} : ${failed.map((one) => `${basis}.${one}`).join(', ')}`] : []),
    ...(asks.length ? [html`${word('asks', language)} : ${asks.join(', ')}`] : []),
    ...(risk ? [html`${word('risk', language)} : ${term(`risk.${risk}`, language)}`] : []),
  ]);
};

/** One basis or bar, with the examples of its situations. */
export const basisPage = (entry: CatalogueEntry, cases: readonly Case[], language: Language): string => {
  const unique = [...new Map(entry.versions.flatMap(({ sources: read }) => read).map((one) => [one.key, one])).values()];
  return page(
    language,
    title(entry.id, language),
    html`<p>${weighingMessages(language).bases[entry.id]?.summary ?? ''}</p>
      ${sheet([
        [word('id', language), html`<code>${entry.id}</code>`],
        [word('article', language), entry.article],
        [word('regime', language), word(`regime.${entry.regime}` satisfies Word, language)],
        [word('place', language), term(`place.${entry.place}`, language)],
        [word('strength', language), entry.kind === 'bar' ? '–' : term(`strength.${entry.strength}`, language)],
        [
          word('confidence', language),
          `${word(`confidence.${entry.confidence}`, language)} (${term(`confidence.${entry.confidence}`, language)})`,
        ],
      ])}
      ${versions(entry, language)} ${sources(unique, language)}
      ${leftOut([...new Set(entry.versions.flatMap((version) => version.leftOut))], language)}
      <h2>${word('cases', language)}</h2>
      ${table(
        [word('case', language), word('onDate', language), word('given', language), word('expected', language), word('why', language)],
        cases.map((one) => [
          one.id === entry.id ? one.name : html`<code>${one.id}</code> ${one.name}`,
          day(one.onDate, language),
          given(one.given, language),
          expected(one, language),
          one.why,
        ]),
      )}
      ${signature(language)}`,
  );
};
