import { isoDate, type IsoDate } from '../calendar/iso-date.ts';
import { FREE_FIRST_ISSUE, REDUCED_TAX } from './lists.ts';
import type { Paper } from './paper.ts';
import { lateUnknown } from './renewing.ts';

interface Tariff {
  from: IsoDate | null;
  first: number;
  firstReduced: number;
  renewal: number;
  renewalReduced: number;
  stamp: number;
  /** Regularisation visa, and the part of it paid on filing. */
  visa: number;
  visaOnFiling: number;
  late: number;
}
/** Euros. The day that fixes the tariff was not found: payment is asked at hand-over. */
export const TARIFFS: readonly Tariff[] = [
  { from: null, first: 200, firstReduced: 50, renewal: 200, renewalReduced: 50, stamp: 25, visa: 200, visaOnFiling: 50, late: 180 },
  {
    from: isoDate('2026-05-01'),
    first: 300,
    firstReduced: 100,
    renewal: 200,
    renewalReduced: 50,
    stamp: 50,
    visa: 300,
    visaOnFiling: 100,
    late: 180,
  },
];
export const tariffOn = (day: IsoDate): Tariff => TARIFFS.findLast((t) => t.from === null || t.from <= day)!;

/** A card asked for by someone who holds a permit is taxed as a renewal, whatever its legal kind. */
const mainTax = (tariff: Tariff, firstIssue: boolean, basis: string): number => {
  if (firstIssue && FREE_FIRST_ISSUE.includes(basis)) return 0;
  const reduced = REDUCED_TAX.includes(basis);
  if (firstIssue) return reduced ? tariff.firstReduced : tariff.first;
  return reduced ? tariff.renewalReduced : tariff.renewal;
};

/** Everything due for the card asked for, and the part of it due on filing. */
export const tax = (p: Paper): void => {
  const { requested, handedOverOn, today, filedCompleteOn, irregularEntry, permit } = p.input;
  if (!requested) return;
  if (!requested.title) return p.want('requested.title');
  if (!requested.kind) return p.want('requested.kind');
  const tariff = tariffOn(handedOverOn ?? today);
  if (requested.title === 'cra-1y' || requested.title === 'cra-10y') {
    // Free on older official pages; whether the new stamp reaches them could not be verified.
    const due = tariff.from === null ? 0 : 'verify';
    return p.values('TAX', { totalEur: due, onFilingEur: due });
  }
  if (p.basis === null) return p.want('basisRequested');
  const holds = Boolean(permit?.title) && permit?.title !== 'aps';
  const firstIssue = requested.kind === 'first' && !holds;
  if (firstIssue && (irregularEntry === undefined || irregularEntry === null)) p.want('irregularEntry');
  const visaDue = irregularEntry === true;
  // Filed between the two last days while nobody knows the channel: in time or late, so no firm amount.
  if (lateUnknown(p)) return p.want('permit.channel');
  const late = p.answer.findings.some((f) => f.id === 'REN-LATE-180' && f.applies === true);
  const totalEur = mainTax(tariff, firstIssue, p.basis) + tariff.stamp + (visaDue ? tariff.visa : 0) + (late ? tariff.late : 0);
  p.values('TAX', { totalEur, onFilingEur: visaDue ? tariffOn(filedCompleteOn ?? today).visaOnFiling : 0 });
};
