import { CLOCK_SOURCES, CLOCK_SOURCES_READ_ON, sayClock, type ClockRule, type Confidence, type Language } from '@permanence/rules';
import type { DeadlineCase } from '@permanence/rules/cases';
import { html, list, page, sheet, table, type Piece } from './html.ts';
import { given, leftOut, period, signature, sources, valueOf } from './parts.ts';
import { word } from './words.ts';

const RANK: Record<Confidence, number> = { low: 0, medium: 1, high: 2 };
/** The weakest confidence among the lengths that a rule has today. */
export const clockConfidence = ({ versions }: ClockRule): Confidence =>
  versions
    .at(-1)!
    .limits.reduce<Confidence>((weakest, { confidence }) => (RANK[confidence] < RANK[weakest] ? confidence : weakest), 'high');

const lengths = ({ versions }: ClockRule, language: Language): Piece[][] =>
  versions.flatMap(({ from, until, version, limits, legalBasis }) =>
    limits.map((limit) => [
      period(from ?? version, until, language),
      `${limit.amount} ${word(`unit.${limit.unit}`, language)}`,
      list([
        `franc ${limit.franc}`,
        `carry-over ${limit.carry}`,
        `distance ${limit.distance}`,
        `adm. ${limit.adm}`,
        `AJ ${limit.aj}`,
        ...(limit.measures ? [`measure ${limit.measures.join(', ')}`] : []),
        ...(limit.territories ? [`territory ${limit.territories.join(', ')}`] : []),
        ...(limit.houseArrestArticle ? [`house arrest ${limit.houseArrestArticle}`] : []),
      ]),
      limit.court,
      word(`confidence.${limit.confidence}`, language),
      list([...legalBasis, ...(limit.legalBasis ?? [])]),
    ]),
  );

const asked = ({ given: { facts, ...rest } }: DeadlineCase): Record<string, unknown> => ({ ...rest, ...facts });

/** One time limit, with every example that it answers. */
export const clockPage = (rule: ClockRule, cases: readonly DeadlineCase[], language: Language): string => {
  const keys = [...new Set(rule.versions.flatMap((version) => version.sources))];
  return page(
    language,
    sayClock(`title:${rule.id}`, {}, language),
    html`${sheet([
        [word('id', language), html`<code>${rule.id}</code>`],
        [word('confidence', language), word(`confidence.${clockConfidence(rule)}`, language)],
      ])}
      <h2>${word('length', language)}</h2>
      ${table(
        [
          word('inForce', language),
          word('length', language),
          word('columns', language),
          word('court', language),
          word('confidence', language),
          word('legalBasis', language),
        ],
        lengths(rule, language),
      )}
      ${sources(
        keys.map((key) => ({ key, urls: [CLOCK_SOURCES[key]], readOn: CLOCK_SOURCES_READ_ON })),
        language,
      )}
      ${leftOut([...new Set(rule.versions.flatMap((version) => version.leftOut))], language)}
      <h2>${word('cases', language)}</h2>
      ${table(
        [word('case', language), word('given', language), word('expected', language), word('why', language)],
        cases.map((one) => [
          one.name,
          given(asked(one), language),
          list(Object.entries(one.expect).map(([name, value]) => html`<code>${name}</code> : ${valueOf(name, value, language)}`)),
          one.why,
        ]),
      )}
      ${signature(language)}`,
  );
};
