import type { Weighing, WeighedResult } from '@permanence/contracts';
import { conditionTitle } from '@permanence/rules';

/** Says only which law applies, to the person or on the day: it holds for nearly every ground, and so tells none from another. */
const isRegime = (conditionId: string): boolean => /^(regime-|validity$)/.test(conditionTitle(conditionId) ?? '');
/** A condition of its own holds: more is known than which law applies. An exclusion that does not strike is no sign either. */
const hasBegun = ({ status, conditions }: WeighedResult): boolean =>
  status === 'met' || conditions.some((condition) => condition.kind !== 'X' && condition.status === 'met' && !isRegime(condition.id));

export interface Ranked {
  readonly id: string;
  readonly result: WeighedResult;
}
/**
 * The ranking of the rules in two parts, each in its order. A short ground of which nothing is known yet may have more points than a long one
 * that half holds: it is shown apart, so that it does not stand before what the answers speak for.
 */
export function worthPursuing({ ranking, results }: Pick<Weighing, 'ranking' | 'results'>): { begun: Ranked[]; untold: Ranked[] } {
  const ranked = ranking.flatMap((id) => (results[id] ? [{ id, result: results[id] }] : []));
  return { begun: ranked.filter(({ result }) => hasBegun(result)), untold: ranked.filter(({ result }) => !hasBegun(result)) };
}
