import { AppError, type FieldProblem, type RecordFilingRequest } from '@permanence/contracts';
import type { FilingData } from '@permanence/persistence';
import type { IsoDate } from '@permanence/rules';
import { checkBasis } from '../dossiers/basis.ts';

/** What is stored of a filing. @throws AppError invalid-input naming each field that cannot be */
export function filingData(input: RecordFilingRequest, today: IsoDate): FilingData {
  const problems: FieldProblem[] = [];
  if (input.filedOn > today) problems.push({ field: 'filedOn', message: 'Cette date est à venir : vérifiez-la.' });
  if (input.completeOn && input.completeOn > today)
    problems.push({ field: 'completeOn', message: 'Cette date est à venir : vérifiez-la.' });
  if (input.completeOn && input.completeOn < input.filedOn)
    problems.push({ field: 'completeOn', message: 'Le dossier ne peut pas être complet avant son dépôt.' });
  if (input.receiptUntil && input.receiptUntil < input.filedOn)
    problems.push({ field: 'receiptUntil', message: 'Le récépissé ne peut pas finir avant le dépôt.' });
  checkBasis(input.basis, problems);
  if (problems.length) throw new AppError('invalid-input', { problems });
  return {
    kind: input.kind,
    title: input.title,
    basis: input.basis ?? null,
    channel: input.channel ?? null,
    filedOn: input.filedOn,
    completeOn: input.completeOn ?? null,
    receiptUntil: input.receiptUntil ?? null,
    receiptRef: input.receiptRef ?? null,
  };
}
/** Names of what was given, for the audit. */
export const fieldsOf = (data: FilingData): string[] => Object.entries(data).flatMap(([name, value]) => (value === null ? [] : [name]));
