import type { PaperDocument } from '@permanence/contracts';
import type { StoredDocument } from '@permanence/persistence';
import { cohabitationGrade, documentTypeSpec, isoDate, presenceGrade, type EvidenceDocument, type IsoDate } from '@permanence/rules';

const day = (text: string | null): IsoDate | null => (text === null ? null : isoDate(text));

/** A kept paper as the rules read it. Nobody's names entered is unknown, not “nobody is named”. */
export const toEvidence = (document: StoredDocument): EvidenceDocument => ({
  id: document.id,
  docType: document.docType,
  issuerKind: document.issuerKind,
  dateDrawnUp: day(document.drawnUpOn),
  periodCovered:
    document.periodFrom === null && document.periodTo === null ? null : { from: day(document.periodFrom), to: day(document.periodTo) },
  names: document.names.length ? document.names : null,
  addressMatches: document.addressMatches,
  handwritten: document.handwritten,
  zeroIncome: document.zeroIncome,
  bankMovements: document.bankMovements,
  language: document.language,
  translated: document.translated,
  confidential: document.confidentiality !== 'ordinary',
});

/** The paper with what it proves, as graded by the rules. */
export const withGrades = (document: StoredDocument): PaperDocument => {
  const evidence = toEvidence(document);
  return {
    ...document,
    grades: { presence: presenceGrade(evidence), cohabitation: cohabitationGrade(evidence) },
    contested: documentTypeSpec(document.docType).contested ?? false,
  };
};
