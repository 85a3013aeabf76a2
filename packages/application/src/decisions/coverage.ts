import type { NotCoveredCode } from '@permanence/contracts';
import {
  CLOCK_RULES,
  coverageOf,
  isDepartement,
  isPacific,
  territoryOf,
  type DeadlineAnswer,
  type DeadlineInput,
  type DecisionId,
} from '@permanence/rules';

/** Rows of the table of limits that the screens give a day for: every one the rules compute. */
export const COVERED_ROWS: readonly DecisionId[] = CLOCK_RULES.map((rule) => rule.id);

export interface NotCovered {
  code: NotCoveredCode;
  values?: Record<string, string | number | boolean | null>;
}

/** The codes the rules refuse with, by the names the screens know them under. */
const CODES: Readonly<Record<string, NotCoveredCode>> = {
  'pacific-territory': 'territory-not-covered',
  'no-version-in-force': 'no-version-in-force',
};

/**
 * Every reason for which no day may be shown for this case; none: it is covered. The rules decide it (the Pacific territories have texts
 * of their own, and a row has no version before it existed); a reason they may give one day that has no name here is still a refusal.
 */
export function whyNotCovered(input: DeadlineInput, answer: DeadlineAnswer): NotCovered[] {
  const coverage = coverageOf(answer);
  if (coverage.covered) return [];
  const code = CODES[coverage.reason] ?? 'rule-not-covered';
  if (code === 'rule-not-covered' || code === 'no-version-in-force') return [{ code, values: { row: answer.rule } }];
  // The prefecture's department, or the place of the measure: either may lie there.
  const places = [input.facts?.departement, input.facts?.measureDepartement].filter(isDepartement);
  const pacific = [...new Set(places)].filter((place) => isPacific(territoryOf(place)));
  return pacific.length ? pacific.map((departement) => ({ code, values: { departement } })) : [{ code }];
}
