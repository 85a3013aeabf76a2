import { RENEWAL_ROWS, sayClock, type Language } from '@permanence/rules';
import { RENEWAL_CASES, RENEWAL_SOURCES_READ_ON, renewalSourceUrls, type RenewalCase } from '@permanence/rules/cases';
import { html, list, page, table, type Piece } from './html.ts';
import { given, period, signature, sources } from './parts.ts';
import { word } from './words.ts';

const expected = ({ dates = [], findings = {}, missing = [], not = [] }: RenewalCase, language: Language): Piece =>
  list([
    ...(dates.length ? [html`${word('dates', language)} : ${dates.join(', ')}`] : []),
    ...(Object.keys(findings).length ? [html`${word('findings', language)} : ${JSON.stringify(findings)}`] : []),
    ...(missing.length ? [html`${word('asks', language)} : ${missing.join(', ')}`] : []),
    ...(not.length ? [html`${word('not', language)} : ${not.join(', ')}`] : []),
  ]);

/** The rows of renewals and retention: their examples mix several rows, so they are signed together. */
export const renewalsPage = (language: Language): string => {
  const keys = [...new Set(RENEWAL_ROWS.flatMap((row) => row.sources))].sort();
  return page(
    language,
    word('renewals', language),
    html`${table(
        [
          word('id', language),
          word('row', language),
          word('legalBasis', language),
          word('inForce', language),
          word('confidence', language),
          word('source', language),
        ],
        RENEWAL_ROWS.map((row) => [
          html`<code>${row.id}</code>`,
          [
            sayClock(`title:${row.id}`, {}, language),
            row.notComputed ? html` (${word('notComputed', language)} : ${row.notComputed})` : '',
          ],
          row.product ? word('product', language) : row.legalBasis.join(', '),
          period(row.from, row.until, language),
          word(`confidence.${row.confidence}`, language),
          row.sources.join(', '),
        ]),
      )}
      ${sources(
        keys.map((key) => ({ key, urls: renewalSourceUrls(key), readOn: RENEWAL_SOURCES_READ_ON })),
        language,
      )}
      <h2>${word('cases', language)}</h2>
      ${table(
        [word('case', language), word('given', language), word('expected', language), word('why', language)],
        RENEWAL_CASES.map((one) => [one.name, given(one.given, language), expected(one, language), one.why]),
      )}
      ${signature(language)}`,
  );
};
