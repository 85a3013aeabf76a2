import { addDays, addMonths, type IsoDate } from '../calendar/iso-date.ts';
import { OUTSIDE_CIR } from './lists.ts';
import type { Paper } from './paper.ts';

const RLD_UE = 'resident-ldue-l426-17';
/** Last day to be in time, by channel (R.431-5 1°). */
export const lastDayInTime = (end: IsoDate, channel: 'anef' | 'prefecture'): IsoDate => (channel === 'anef' ? addDays(end, -60) : end);

const windows = (p: Paper, end: IsoDate): void => {
  const { title, basis, channel } = p.input.permit!;
  if (title === 'cra-10y') p.date('REN-ALG-10', addDays(end, -60), addDays(end, -120));
  else if (title === 'cra-1y') p.date('REN-ALG-1', end, addMonths(end, -2));
  else if (basis === RLD_UE) p.applies('RENEWAL-RLDUE', true);
  else if (channel === 'anef') {
    p.date('REN-ANEF-OPEN', addDays(end, -120));
    p.date('REN-ANEF-CLOSE', lastDayInTime(end, 'anef'));
  } else if (channel === 'prefecture') {
    p.date('REN-PREF-OPEN', addMonths(end, -2));
    p.date('REN-PREF-CLOSE', end);
    p.date('REN-PREF-RDV', addMonths(end, -4));
  } else p.want('permit.channel');
};

/** Late or not; without the channel, only when both say the same. Null: nobody can tell. */
const isLate = (filed: IsoDate, end: IsoDate, channel: 'anef' | 'prefecture' | null): boolean | null => {
  if (channel) return filed > lastDayInTime(end, channel);
  const [anef, prefecture] = [filed > lastDayInTime(end, 'anef'), filed > lastDayInTime(end, 'prefecture')];
  return anef === prefecture ? anef : null;
};
const late = (p: Paper): boolean | null => {
  const { filedCompleteOn, permit } = p.input;
  if (!filedCompleteOn || !permit?.validUntil || permit.basis === RLD_UE) return false;
  return isLate(filedCompleteOn, permit.validUntil, permit.channel ?? null);
};
export const lateUnknown = (p: Paper): boolean => late(p) === null;

const lateFee = (p: Paper): void => {
  if (!p.input.filedCompleteOn) return;
  const applies = late(p);
  if (applies === null) p.want('permit.channel');
  else p.applies('REN-LATE-180', applies);
};

/** Whether the expired card itself still proves lawful stay, once a renewal was filed. */
const grace = (p: Paper, end: IsoDate): void => {
  const { filedCompleteOn, permit, requested } = p.input;
  if (!filedCompleteOn || requested?.kind !== 'renewal') return;
  const { title, yearsOfValidity: years, internationalAgreement, departementListedForGrace: listed } = permit!;
  const on = addMonths(end, 3);
  if (title === 'resident' || title === 'cra-10y') return p.date('GRACE-433-3', on);
  if (internationalAgreement === true && years && years > 1) return p.date('GRACE-433-3', on);
  if (title !== 'csp' && title !== 'cst') return;
  if (title === 'csp' && (years === undefined || years === null)) return p.want('permit.yearsOfValidity');
  if (title === 'csp' && years === 4) return p.date('GRACE-433-3', on);
  if (filedCompleteOn >= end) return;
  if (listed === undefined || listed === null) return p.want('permit.departementListedForGrace');
  if (listed) p.date('GRACE-433-3-DEPT', on);
};

/** One-year cards of one wording: those after the first are renewals, three at most, save for those the row leaves out. */
const renewalCap = (p: Paper): void => {
  const { sameMentionCards: cards, cir, permit } = p.input;
  if (!cards) return;
  const used = Math.max(0, cards.length - 1);
  const leftOut = p.algerian || cir?.status === 'not-concerned' || OUTSIDE_CIR.includes(permit?.basis ?? p.basis ?? '');
  p.applies('CST-MAX3', !leftOut, { renewalsUsed: used, renewalsLeft: Math.max(0, 3 - used) });
};

/** Windows, late filing, grace and the cap on one-year cards. */
export const renewing = (p: Paper): void => {
  const { permit, requested } = p.input;
  const end = permit?.validUntil;
  if (permit?.title === 'csp' && requested?.kind === 'renewal' && requested.title === 'csp')
    p.values('CSP-RESIDENCE-6M', { monthsPerYear: 6, years: 3 });
  renewalCap(p);
  if (!end) {
    if (permit?.title) p.want('permit.validUntil');
    return;
  }
  p.date('REN-PREP', addDays(end, -150));
  windows(p, end);
  p.date('REN-LATE-6M', addMonths(end, 6));
  lateFee(p);
  grace(p, end);
};
