import { workingDayFrom } from '../calendar/holidays.ts';
import { addDays, addMonths, type IsoDate } from '../calendar/iso-date.ts';
import { NO_WORK_ON_FIRST_RECEIPT, OTHER_SILENCE, WORK_ON_FIRST_RECEIPT } from './lists.ts';
import type { Paper } from './paper.ts';
import { lastDayInTime } from './renewing.ts';

const online = (p: Paper, filed: IsoDate): void => {
  p.date('ANEF-DEPOT', filed);
  const end = p.input.permit?.validUntil;
  if (end && filed <= lastDayInTime(end, 'anef')) p.date('API-DUE', end);
};

const onPaper = (p: Paper, filed: IsoDate): void => {
  const { permit, requested } = p.input;
  p.date('RECEP-MIN-1M', addMonths(filed, 1));
  if (requested?.kind === 'renewal' && permit?.validUntil) {
    const next = addDays(permit.validUntil, 1);
    p.date('RECEP-RENEW', addDays(addMonths(next, 3), -1), next);
  }
  if (requested?.kind !== 'first') return;
  p.values('RECEP-FIRST', { months: 4, orMonths: 6 });
  if (p.basis === 'illness-l425-9') p.applies('RECEP-HEALTH', true);
  if (p.basis === null) p.want('basisRequested');
  else if (WORK_ON_FIRST_RECEIPT.includes(p.basis)) p.applies('RECEP-WORK', true);
  else if (NO_WORK_ON_FIRST_RECEIPT.includes(p.basis)) p.applies('RECEP-WORK', false);
};

const certificate = (p: Paper): void => {
  const { certificateUntil, apiIssuedOn, permit } = p.input;
  if (!certificateUntil) {
    if (apiIssuedOn) p.want('certificateUntil');
    return;
  }
  if (!permit?.channel) p.want('permit.channel');
  else p.date(permit.channel === 'anef' ? 'API-RENEW' : 'RECEP-CHECK', addDays(certificateUntil, -30));
};

/** Last day to attack an implied refusal: two months, clear, carried over to a working day. */
const appealEnds = (birth: IsoDate): IsoDate => workingDayFrom(addDays(addMonths(birth, 2), 1), null);

/** Birth of the implied refusal, for the bases of the four-month rule and for students; null for those the deadline clock answers. */
const refusalBirth = (basis: string, received: IsoDate): IsoDate | null => {
  if (basis === 'student-l422-1') return addDays(received, 90);
  return OTHER_SILENCE.includes(basis) ? null : addMonths(received, 4);
};

const silence = (p: Paper): void => {
  const { completeFileReceivedOn: received, reasonsRequestedOn: asked } = p.input;
  if (!received) {
    if (asked) p.want('completeFileReceivedOn');
    return;
  }
  if (p.basis === null) return p.want('basisRequested');
  const birth = refusalBirth(p.basis, received);
  if (birth === null) return;
  if (p.basis !== 'student-l422-1') p.date('IMPLICIT-4M', birth);
  if (asked && asked >= birth && asked <= appealEnds(birth)) p.date('MOTIVES-1M', addMonths(asked, 1));
};

/** Proofs of filing, receipts and certificates, and silence. */
export const waiting = (p: Paper): void => {
  const { filedCompleteOn, permit } = p.input;
  if (filedCompleteOn && permit?.channel === 'anef') online(p, filedCompleteOn);
  if (filedCompleteOn && permit?.channel === 'prefecture') onPaper(p, filedCompleteOn);
  certificate(p);
  silence(p);
};
