import { StoredWeighing, type WeighedResult, type Weighing } from '@permanence/contracts';
import type { AssessmentRow } from '@permanence/persistence';

type Results = Record<string, WeighedResult>;
const isBar = (id: string): boolean => id.startsWith('bar-');
/** A situation is named after its basis: `vpf-l423-23.s1`. */
export const isSituation = (id: string): boolean => id.includes('.');
const only = (results: Results, wanted: (id: string) => boolean): Results =>
  Object.fromEntries(Object.entries(results).filter(([id]) => wanted(id)));

/** A stored weighing as the screen shows it: bases first, what stands behind them apart. */
export const toWeighing = (row: AssessmentRow): Weighing => {
  const { results, scoreParts, nextFacts, ranking } = StoredWeighing.parse(row.result);
  return {
    id: row.id,
    personId: row.personId,
    dossierId: row.dossierId,
    onDate: row.onDate,
    createdAt: row.createdAt,
    createdByName: row.createdByName,
    rulesVersion: row.rulesVersion,
    results: only(results, (id) => !isBar(id) && !isSituation(id)),
    situations: only(results, isSituation),
    bars: only(results, isBar),
    scoreParts,
    nextFacts,
    ranking,
  };
};
