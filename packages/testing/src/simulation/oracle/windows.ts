import type { AddPermitRequest, RecordFilingRequest } from '@permanence/contracts';
import { back, plus } from './calendar.ts';
import type { Want } from './limits.ts';

/** `margin`: days before the last one where the text does not say from which day sixty days are counted back. */
const row = (ruleId: string, last: string, margin: number, opens: string | null = null): Want => ({
  ruleId,
  last,
  prudent: back(plus(last, -margin, 'days'), null),
  expires: null,
  opens,
});

/** The windows of renewal of a permit, and the last chance of a late request. */
export function windowsOf({ title, validUntil: end, channel }: AddPermitRequest): Want[] {
  if (!end) return [];
  const late = row('REN-LATE-6M', plus(end, 6, 'months'), 0);
  if (title === 'cra-10y') return [row('REN-ALG-10', plus(end, -60, 'days'), 1, plus(end, -120, 'days')), late];
  if (title === 'cra-1y') return [row('REN-ALG-1', end, 0, plus(end, -2, 'months')), late];
  if (channel === 'anef') return [row('REN-ANEF-CLOSE', plus(end, -60, 'days'), 1, plus(end, -120, 'days')), late];
  if (channel === 'prefecture') return [row('REN-PREF-CLOSE', end, 0, plus(end, -2, 'months')), late];
  return [late];
}

/** What is watched while a request waits: silence after four months, save for students; the end of a receipt, thirty days ahead. */
export function watchedOf({ basis, channel, completeOn, receiptUntil }: RecordFilingRequest): Want[] {
  const wants: Want[] = [];
  if (receiptUntil && channel) wants.push(row(channel === 'anef' ? 'API-RENEW' : 'RECEP-CHECK', plus(receiptUntil, -30, 'days'), 0));
  if (completeOn && basis && basis !== 'student-l422-1') wants.push(row('IMPLICIT-4M', plus(completeOn, 4, 'months'), 0));
  return wants;
}
