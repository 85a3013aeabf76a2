import { type DocumentType, documentTypes, documentTypeSpec } from './document.ts';
import type { EvidenceSubject } from './requirement.ts';

const ORDER: Readonly<Record<string, number>> = { A: 0, B: 1, letter: 2, 'by-issuer': 2 };

/** Types of papers that would make a month strong for a subject, the strongest first; those whose issuer decides come last. */
export const papersThatFill = (subject: EvidenceSubject): readonly DocumentType[] =>
  documentTypes
    .map((docType) => ({ docType, rank: ORDER[documentTypeSpec(docType)[subject] ?? ''] }))
    .filter((entry): entry is { docType: DocumentType; rank: number } => entry.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(({ docType }) => docType);
