import { documentTypeSpec, type DocumentName, type EvidenceDocument, type Grade } from './document.ts';

const BY_ISSUER: Record<string, Grade> = { 'public-administration': 'A', 'private-institution': 'B', personal: 'C' };
/** A paper whose issuer nobody has entered weighs least. */
const issuerGrade = (paper: EvidenceDocument): Grade => BY_ISSUER[paper.issuerKind ?? 'personal']!;

const WEIGHTS: Record<Grade, number> = { A: 3, B: 2, C: 0.5 };
/** Weight of a grade when papers are compared. */
export const gradeWeight = (grade: Grade): number => WEIGHTS[grade];

const names = (paper: EvidenceDocument, name: DocumentName): boolean => paper.names?.includes(name) ?? false;
const namesBoth = (paper: EvidenceDocument): boolean => names(paper, 'client') && names(paper, 'partner');

/** What lowers a grade whatever is to be proved: handwriting, a bank statement without movements, a tax notice without income. */
const adjusted = (paper: EvidenceDocument, grade: Grade): Grade => {
  if (grade === 'A') return paper.docType === 'tax-notice' && paper.zeroIncome === true ? 'B' : 'A';
  if (paper.handwritten === true) return 'C';
  return paper.docType === 'bank-statement' && paper.bankMovements === false ? 'C' : grade;
};

/** Grade as a proof that the person was in France in the month of `dateDrawnUp`; null when the paper proves no presence of theirs. */
export const presenceGrade = (paper: EvidenceDocument): Grade | null => {
  const spec = documentTypeSpec(paper.docType);
  if (!spec.presence) return null;
  // A paper kept in the person's file is theirs until somebody enters other names.
  if (paper.names && !names(paper, 'client')) return null;
  if (spec.presenceNeeds === 'client-and-address' && !(names(paper, 'client') && paper.addressMatches === true)) return null;
  return adjusted(paper, spec.presence === 'by-issuer' ? issuerGrade(paper) : spec.presence);
};

/** Grade as a proof of a month of work: a pay slip of the person's own. */
export const workGrade = (paper: EvidenceDocument): Grade | null =>
  paper.names && !names(paper, 'client') ? null : (documentTypeSpec(paper.docType).work ?? null);

/** Grade as a proof of common life by itself; null when it shows one of the two only (see `addressHalf`) or is not accepted. */
export const cohabitationGrade = (paper: EvidenceDocument): Grade | null => {
  const spec = documentTypeSpec(paper.docType);
  if (!spec.cohabitation) return null;
  // Handwritten rent receipts are not accepted for common life.
  if (paper.docType === 'rent-receipt' && paper.handwritten === true) return null;
  const grade = ownCohabitationGrade(paper, spec.cohabitation);
  switch (spec.cohabitationNeeds) {
    case 'both-names':
      return namesBoth(paper) ? grade : null;
    case 'names-partner':
      return names(paper, 'partner') ? grade : null;
    case 'same-address':
      return namesBoth(paper) && paper.addressMatches === true ? grade : null;
    default:
      return grade;
  }
};

const ownCohabitationGrade = (paper: EvidenceDocument, rule: Grade | 'by-issuer' | 'letter'): Grade => {
  if (rule === 'letter') return adjusted(paper, issuerGrade(paper) === 'C' ? 'C' : 'B');
  return adjusted(paper, rule === 'by-issuer' ? issuerGrade(paper) : rule);
};

/**
 * Half of a pair: a paper at the home address that names one of the two. One for each of them in the same month is taken together.
 * Returns whose half it is, and its grade.
 */
export const addressHalf = (paper: EvidenceDocument): { readonly whose: 'client' | 'partner'; readonly grade: Grade } | null => {
  if (paper.addressMatches !== true) return null;
  if (paper.docType === 'rent-receipt' && paper.handwritten === true) return null;
  const spec = documentTypeSpec(paper.docType);
  const rule = spec.presence;
  const client = names(paper, 'client');
  if (!rule || client === names(paper, 'partner')) return null;
  return { whose: client ? 'client' : 'partner', grade: adjusted(paper, rule === 'by-issuer' ? issuerGrade(paper) : rule) };
};
