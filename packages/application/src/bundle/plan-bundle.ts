import type { BundlePlan, BundlePlanQuery, PlannedPiece } from '@permanence/contracts';
import type { StoredDocument } from '@permanence/persistence';
import { checklistFor, type ChecklistStep } from '@permanence/rules';
import { isBasisId } from '../dossiers/basis.ts';
import { found, query } from '../support/use-case.ts';

export interface Placed {
  document: StoredDocument;
  /** Item of the checklist it answers first; null: none. */
  item: string | null;
}

/** Each paper once, under the first item of the checklist it answers; oldest first within an item, undated ones last. */
export function inChecklistOrder(documents: readonly StoredDocument[], basis: string | null, step: ChecklistStep): Placed[] {
  const items = basis && isBasisId(basis) ? checklistFor(basis, step) : [];
  const rank = (document: StoredDocument): number => {
    const at = items.findIndex(({ docTypes }) => docTypes.includes(document.docType));
    return at < 0 ? items.length : at;
  };
  const day = (document: StoredDocument): string => document.drawnUpOn ?? '9999';
  return documents
    .map((document) => ({ document, at: rank(document) }))
    .toSorted(
      (a, b) =>
        a.at - b.at ||
        (a.at === items.length ? a.document.docType.localeCompare(b.document.docType) : 0) ||
        (day(a.document) < day(b.document) ? -1 : day(a.document) > day(b.document) ? 1 : a.document.id < b.document.id ? -1 : 1),
    )
    .map(({ document, at }) => ({ document, item: items[at]?.id ?? null }));
}

const toPiece = (dossierId: string, { document, item }: Placed): PlannedPiece => ({
  documentId: document.id,
  docType: document.docType,
  label: document.label,
  drawnUpOn: document.drawnUpOn,
  item,
  restricted: document.confidentiality !== 'ordinary',
  linked: document.dossierIds.includes(dossierId),
  file: document.file && { mediaType: document.file.mediaType, byteSize: document.file.byteSize, pages: document.file.pages },
});

/** The papers that may be bound together for a dossier, in the order they would be numbered. */
export const planBundle = query<BundlePlanQuery & { dossierId: string }, BundlePlan>({
  name: 'plan-bundle',
  permission: 'document.read',
  execute: async ({ input: { dossierId, step }, repositories }) => {
    const { basis, personId } = found(await repositories.dossiers.find(dossierId));
    const placed = inChecklistOrder(await repositories.documents.ofPerson(personId), basis, step);
    return { basis, step, pieces: placed.map((one) => toPiece(dossierId, one)) };
  },
});
