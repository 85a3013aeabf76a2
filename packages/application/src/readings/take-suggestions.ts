import type { AuditEntry, DocumentData, Repositories } from '@permanence/persistence';
import { ISSUERS, type IssuerCode } from '@permanence/contracts';

/**
 * What happens to the suggestions of a paper when a person saves it: which of them the person took is written down (those whose value is
 * still what is saved), and once the day is set they all go: they have served.
 */
export async function takeSuggestions(
  repositories: Repositories,
  documentId: string,
  personId: string,
  change: Partial<DocumentData>,
  taken: readonly string[],
): Promise<AuditEntry[]> {
  const rows = taken.length ? await repositories.readings.suggestions(documentId) : [];
  const fields = rows
    .filter(({ id }) => taken.includes(id))
    .flatMap(({ kind, value }) => {
      if (kind === 'date') return value === change.drawnUpOn ? ['drawnUpOn'] : [];
      if (kind === 'type') return value === change.docType ? ['docType'] : [];
      return ISSUERS[value as IssuerCode].kind === change.issuerKind ? ['issuerKind'] : [];
    });
  if (change.drawnUpOn) await repositories.readings.forget(documentId);
  return fields.length
    ? [{ action: 'document.suggestion-taken', targetKind: 'document', targetId: documentId, personId, fields: [...new Set(fields)] }]
    : [];
}
