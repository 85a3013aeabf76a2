import type { FieldProblem } from '@permanence/contracts';
import { resultIds } from '@permanence/rules';

/** Ids a dossier may pursue: the bases, not their situations, nor the bars. */
const BASIS_IDS: ReadonlySet<string> = new Set(resultIds().filter((id) => !id.startsWith('bar-') && !id.includes('.')));

export const isBasisId = (id: string): boolean => BASIS_IDS.has(id);
/** Adds what is wrong with `basis` to the problems of a request. */
export function checkBasis(basis: string | null | undefined, problems: FieldProblem[]): void {
  if (basis && !isBasisId(basis)) problems.push({ field: 'basis', message: 'Ce fondement n’existe pas dans les règles.' });
}
