import {
  CLOCK_RULES,
  CLOCK_SOURCES_READ_ON,
  listBars,
  listBases,
  RENEWAL_ROWS,
  sayClock,
  sayTitle,
  type Confidence,
  type Language,
} from '@permanence/rules';
import { RENEWAL_SOURCES_READ_ON } from '@permanence/rules/cases';
import { clockConfidence } from './clock-page.ts';

/** A rule and when somebody last opened what it rests on. */
export interface Checked {
  readonly id: string;
  readonly title: string;
  /** The oldest of its sources. */
  readonly readOn: string;
  readonly confidence: Confidence;
}
const RANK: Record<Confidence, number> = { low: 0, medium: 1, high: 2 };

/** Longest unchecked first; on the same day the least certain first, then by id. */
export const oldestFirst = (rules: readonly Checked[]): readonly Checked[] =>
  [...rules].sort((a, b) =>
    a.readOn !== b.readOn ? (a.readOn < b.readOn ? -1 : 1) : RANK[a.confidence] - RANK[b.confidence] || (a.id < b.id ? -1 : 1),
  );

/** Every rule that rests on a text: bases, bars, time limits and renewal rows. What the association chose itself is left out. */
export const checkedRules = (language: Language): readonly Checked[] =>
  oldestFirst([
    ...[...listBases(), ...listBars()].map(({ id, versions, confidence }) => ({
      id,
      title: sayTitle(id, language),
      readOn: versions.flatMap(({ sources }) => sources.map((source): string => source.readOn)).reduce((a, b) => (b < a ? b : a)),
      confidence,
    })),
    ...CLOCK_RULES.map((rule) => ({
      id: rule.id,
      title: sayClock(`title:${rule.id}`, {}, language),
      readOn: CLOCK_SOURCES_READ_ON,
      confidence: clockConfidence(rule),
    })),
    ...RENEWAL_ROWS.filter(({ product }) => !product).map(({ id, confidence }) => ({
      id,
      title: sayClock(`title:${id}`, {}, language),
      readOn: RENEWAL_SOURCES_READ_ON,
      confidence,
    })),
  ]);

export const oldestTable = (rules: readonly Checked[]): string =>
  rules.map(({ readOn, confidence, id, title }) => `${readOn}  ${confidence.padEnd(6)}  ${id.padEnd(42)}  ${title}\n`).join('');
