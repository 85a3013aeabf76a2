import { addDays, addMonths, addYears, isoDate } from '../calendar/iso-date.ts';
import { NO_CSP, TWO_YEAR_CSP } from './lists.ts';
import type { Paper } from './paper.ts';

const SHORTAGE_ENDS = isoDate('2026-12-31');

/** Milestones of the integration contract. */
export const integration = (p: Paper): void => {
  const { cir, permit, requested } = p.input;
  const signed = cir?.signedOn;
  const outside = cir?.status === 'not-concerned';
  if (!outside && cir?.status === 'not-signed' && permit?.validFrom) {
    p.date('CIR-M0', permit.validFrom);
    p.date('CIR-M0-CHASE', addMonths(permit.validFrom, 2));
  }
  if (outside) return;
  if (cir?.status === 'signed' && !signed) p.want('cir.signedOn');
  if (signed && cir?.status !== 'not-signed') {
    p.date('CIR-M2-4M', addMonths(signed, 4));
    p.date('CIR-END-1Y', addYears(signed, 1));
    p.date('CIR-EXT-1Y', addYears(signed, 2));
    p.date('CIR-1Y-REVIEW', addYears(signed, 1));
  }
  if (cir?.terminationNoticeReceivedOn && cir.status !== 'not-signed') p.date('CIR-OBS-1M', addMonths(cir.terminationNoticeReceivedOn, 1));
  const longer = requested?.kind === 'first' && (requested.title === 'csp' || requested.title === 'resident');
  // The certificate and the exam are for whoever asks for such a card first, whatever is known of the contract.
  if (longer && !p.algerian && permit?.validUntil) {
    p.date('CIR-M4', addMonths(permit.validUntil, -6));
    p.date('CIR-M5', addMonths(permit.validUntil, -4), addMonths(permit.validUntil, -6));
  }
};

const algerian = (p: Paper): void => {
  const { firstVpfCertificateFrom: first, permit } = p.input;
  if (!first || permit?.title === 'cra-10y' || (p.input.nationality && p.input.nationality !== 'DZA')) return;
  p.date('NEXT-ALG-3Y', addYears(first, 3));
  p.date('NEXT-ALG-5Y', addYears(first, 5));
  if (p.basis !== 'dz-6-4' && permit?.basis !== 'dz-6-4') return;
  const present = permit?.validFrom === first ? permit?.validUntil : null;
  p.date('NEXT-ALG-PEF', present ?? addDays(addYears(first, 1), -1));
};

/** Cards to come. */
export const nextCards = (p: Paper): void => {
  const { permit, sameMentionCards } = p.input;
  algerian(p);
  if (p.basis === 'aes-shortage-l435-4') p.date('SUNSET-4354', SHORTAGE_ENDS);
  const held = permit?.basis;
  if ((permit?.title !== 'cst' && permit?.title !== 'vls-ts') || !held || held === 'other') return;
  const allowed = !p.algerian && !NO_CSP.includes(held);
  p.applies('NEXT-CSP', allowed);
  if (allowed) {
    const follows = held === 'illness-l425-9' ? 'care' : held === 'student-l422-1' ? 'studies' : null;
    p.values('NEXT-CSP-DUR', follows ? { years: null, follows } : { years: TWO_YEAR_CSP.includes(held) ? 2 : 4 });
  }
  const cap = p.answer.findings.find((f) => f.id === 'CST-MAX3');
  if (permit.title === 'cst' && sameMentionCards && cap)
    p.applies('NEXT-CST', cap.applies === false || Number(cap.values!.renewalsLeft) > 0);
};

/** What a move asks of the holder. */
export const duties = (p: Paper): void => {
  const { movedOn, permit } = p.input;
  if (!movedOn) return;
  const limit = addMonths(movedOn, 3);
  p.date('ADDR-3M', limit);
  p.date('ADDR-ALL', addDays(movedOn, 7));
  if (permit?.validUntil) p.applies('ADDR-LT3M', permit.validUntil < limit);
  if (permit?.yearsOfValidity) p.applies('ADDR-SCOPE', permit.yearsOfValidity > 1);
};

/** How long the association keeps the dossier: two years from the person's own last contact, unless an appeal runs. */
export const retention = (p: Paper): void => {
  const { lastContactByPersonOn: last, litigationPending, permit } = p.input;
  if (litigationPending === true) return p.applies('DATA-LIT', true);
  if (!last) return;
  const limit = addYears(last, 2);
  p.date('DATA-2Y', limit);
  p.date('DATA-WARN', addMonths(limit, -2));
  if (permit?.validUntil) p.applies('DATA-REMIND', permit.validUntil > limit);
};
