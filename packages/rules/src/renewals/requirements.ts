import { addYears, isoDate, type IsoDate } from '../calendar/iso-date.ts';
import { INTEGRATION_RESIDENT, OUTSIDE_CIR, PROTECTED_CSP, PROTECTED_RESIDENT } from './lists.ts';
import type { Paper } from './paper.ts';

/** Requests filed from this day need the level and the civic exam (law 2024-42, art. 20). */
const LEVELS_FROM = isoDate('2026-01-01');

interface Levels {
  language: 'A2' | 'B1' | 'verify' | null;
  civicExam: 'csp' | 'resident' | 'verify' | null;
}
const NONE: Levels = { language: null, civicExam: null };
const VERIFY: Levels = { language: 'verify', civicExam: 'verify' };

/** Over 65 counts from the day after the 65th birthday. */
const over65 = (p: Paper, on: IsoDate): boolean | null => {
  if (!p.input.birthDate) {
    p.want('birthDate');
    return null;
  }
  return addYears(p.input.birthDate, 65) < on;
};

const firstMultiYear = (p: Paper, on: IsoDate): Levels | null => {
  if (on < LEVELS_FROM) return NONE;
  const status = p.input.cir?.status ?? null;
  const basis = p.basis;
  if (basis !== null && PROTECTED_CSP.includes(basis)) return NONE;
  const exempt = status === 'not-concerned' || (basis !== null && OUTSIDE_CIR.includes(basis));
  // Nobody could read whether those outside the contract still need A2.
  if (exempt) return { language: 'verify', civicExam: null };
  if (basis === null && status === null) {
    p.want('basisRequested');
    p.want('cir.status');
    return null;
  }
  // Age waives the exam; one association says it does not waive the language for this card.
  return over65(p, on) ? { language: 'verify', civicExam: null } : { language: 'A2', civicExam: 'csp' };
};

const firstResident = (p: Paper, on: IsoDate): Levels | null => {
  const basis = p.basis;
  if (basis === null) {
    p.want('basisRequested');
    return null;
  }
  if (PROTECTED_RESIDENT.includes(basis)) return NONE;
  const aged = over65(p, on);
  if (aged) return NONE;
  if (basis === 'resident-permanent-l426-4')
    return on < LEVELS_FROM ? { language: 'A2', civicExam: null } : { language: 'verify', civicExam: 'resident' };
  if (!INTEGRATION_RESIDENT.includes(basis)) return on < LEVELS_FROM ? { language: 'verify', civicExam: null } : VERIFY;
  return on < LEVELS_FROM ? { language: 'A2', civicExam: null } : { language: 'B1', civicExam: 'resident' };
};

/** Level of French and civic exam for the card asked for, on the day of filing. */
export const requirements = (p: Paper): void => {
  const { requested, filedCompleteOn, today, handedOverOn } = p.input;
  if (!requested) return;
  if (!requested.title) return p.want('requested.title');
  if (!requested.kind) return p.want('requested.kind');
  const on = filedCompleteOn ?? today;
  let levels: Levels | null = NONE;
  if (requested.kind === 'first' && requested.title === 'csp') levels = firstMultiYear(p, on);
  if (requested.kind === 'first' && requested.title === 'resident') levels = firstResident(p, on);
  if (levels === null) return;
  // Filed in 2025 and still pending: no transitional text was found, so the older rule is flagged.
  const pending = filedCompleteOn && filedCompleteOn < LEVELS_FROM && today >= LEVELS_FROM && !handedOverOn;
  const unsure = pending && requested.kind === 'first' && (requested.title === 'csp' || requested.title === 'resident');
  p.values('REQUIREMENTS', { ...levels, ...(unsure && { transition: 'verify' }) });
};
