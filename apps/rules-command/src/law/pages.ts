import {
  CLOCK_RULES,
  computeDeadline,
  listBars,
  listBases,
  RULES_VERSION,
  sayClock,
  sayTitle,
  type CatalogueEntry,
  type Language,
} from '@permanence/rules';
import { asInput, listCases, listDeadlineCases } from '@permanence/rules/cases';
import { basisPage } from './basis-page.ts';
import { clockPage } from './clock-page.ts';
import { html, list, page, type Html } from './html.ts';
import { renewalsPage } from './renewals-page.ts';
import { word } from './words.ts';

/** One file of the set: its name inside the folder, and its text. */
export interface LawPage {
  readonly name: string;
  readonly text: string;
}

const fileOf = (id: string): string => `${id}.html`;
const linkTo = (id: string, title: string): Html => html`<a href="${fileOf(id)}">${title}</a> <code>${id}</code>`;

const entryPages = (entries: readonly CatalogueEntry[], language: Language): LawPage[] => {
  const cases = listCases();
  return entries.map((entry) => ({
    name: fileOf(entry.id),
    text: basisPage(
      entry,
      cases.filter(({ id }) => id === entry.id || id.startsWith(`${entry.id}.`)),
      language,
    ),
  }));
};
const clockPages = (language: Language): LawPage[] => {
  // An example belongs to the rule that answers it: `auto` and a row the facts move away from are printed where they end.
  const answered = listDeadlineCases().map((one) => ({ one, rule: computeDeadline(asInput(one)).rule }));
  return CLOCK_RULES.map((rule) => ({
    name: fileOf(rule.id),
    text: clockPage(
      rule,
      answered.filter((entry) => entry.rule === rule.id).map(({ one }) => one),
      language,
    ),
  }));
};

const indexPage = (language: Language): string => {
  const titled = (entries: readonly CatalogueEntry[]) => list(entries.map(({ id }) => linkTo(id, sayTitle(id, language))));
  return page(
    language,
    word('title', language),
    html`<p>${word('intro', language)} ${word('version', language)} : ${RULES_VERSION}.</p>
      <h2>${word('bases', language)}</h2>
      ${titled(listBases())}
      <h2>${word('bars', language)}</h2>
      ${titled(listBars())}
      <h2>${word('clocks', language)}</h2>
      ${list(CLOCK_RULES.map(({ id }) => linkTo(id, sayClock(`title:${id}`, {}, language))))}
      <h2>${word('renewals', language)}</h2>
      ${list([linkTo('renewals', word('renewals', language))])}`,
  );
};

/** Every page a jurist can sign, the list of them first. */
export const lawPages = (language: Language): readonly LawPage[] => [
  { name: 'index.html', text: indexPage(language) },
  ...entryPages([...listBases(), ...listBars()], language),
  ...clockPages(language),
  { name: fileOf('renewals'), text: renewalsPage(language) },
];
