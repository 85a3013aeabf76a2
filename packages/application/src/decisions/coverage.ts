import type { NotCoveredCode } from '@permanence/contracts';
import {
  coverageOf,
  isDepartement,
  isDerogatory,
  isIsoDate,
  isoDate,
  isPacific,
  territoryOf,
  type DeadlineAnswer,
  type DeadlineInput,
  type DecisionId,
} from '@permanence/rules';

/**
 * Rows of the table of limits that the screens give a day for. The rules know more: a row is added here once its form, its reminders and
 * its wording were looked at with a jurist. Everything else answers "not yet covered, follow the letter".
 */
export const COVERED_ROWS: readonly DecisionId[] = [
  'refus-sejour-sans-oqtf',
  'oqtf-un-mois',
  'oqtf-assignation-residence',
  'oqtf-retention',
];
/** Decisions taken from this day on: the regime of book IX, and the only one the forms ask the facts of. */
export const COVERED_FROM = isoDate('2024-07-15');
/** Overseas departments with a regime of their own, and the Pacific. */
const territoryCovered = (departement: string): boolean => {
  const territory = territoryOf(departement);
  return !isDerogatory(territory) && !isPacific(territory);
};

export interface NotCovered {
  code: NotCoveredCode;
  values?: Record<string, string | number | boolean | null>;
}

/** Rows a later measure leads to: the limit then is theirs, whatever row was asked. */
const AFTER_MEASURE: Readonly<Record<string, DecisionId>> = {
  'house-arrest': 'oqtf-puis-assignation',
  detention: 'oqtf-puis-retention',
  prison: 'oqtf-puis-detention',
};
const rowApplied = ({ rule, steps }: DeadlineAnswer): DecisionId | null => {
  const measure = steps.find((step) => step.code === 'replaced-by-measure')?.values?.['measure'];
  return (typeof measure === 'string' && AFTER_MEASURE[measure]) || rule;
};

const legalAidAsked = ({ facts }: DeadlineInput): boolean =>
  [
    facts?.aideJuridictionnelleRequestedOn,
    facts?.aideJuridictionnelleDecision,
    facts?.aideJuridictionnelleNotifiedOn,
    facts?.lawyerAppointedOn,
  ].some((fact) => fact !== undefined && fact !== null);

/** Every reason for which no day may be shown for this case; none: it is covered. */
export function whyNotCovered(input: DeadlineInput, answer: DeadlineAnswer): NotCovered[] {
  const reasons: NotCovered[] = [];
  const row = rowApplied(answer);
  if (row !== null && !COVERED_ROWS.includes(row)) reasons.push({ code: 'rule-not-covered', values: { row } });
  // The prefecture's department, or the place of the measure: either may have its own regime.
  for (const departement of new Set([input.facts?.departement, input.facts?.measureDepartement]))
    if (isDepartement(departement) && !territoryCovered(departement))
      reasons.push({ code: 'territory-not-covered', values: { departement } });
  // Notified before that day, it was taken before it too.
  const taken = [input.decisionOn, input.notifiedOn, input.notifiedAt?.slice(0, 10)].filter(isIsoDate);
  if (taken.some((day) => day < COVERED_FROM)) reasons.push({ code: 'decision-before-2024-07-15' });
  if (legalAidAsked(input)) reasons.push({ code: 'legal-aid-asked' });
  const coverage = coverageOf(answer);
  if (!coverage.covered && coverage.reason === 'no-version-in-force') reasons.push({ code: 'no-version-in-force' });
  if (!coverage.covered && reasons.length === 0) reasons.push({ code: 'territory-not-covered' });
  return reasons;
}
