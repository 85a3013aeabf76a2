import type { Filing } from '@permanence/contracts';
import { computeRenewal, isIsoDate, type IsoDate, type RenewalInput } from '@permanence/rules';
import { renewalDeadline } from '../deadlines/plan-renewals.ts';
import type { WantedDeadline } from '../deadlines/replace-deadlines.ts';

/**
 * Rows of the renewal tables watched while a request waits. They are the association's to look at, nobody is written to: a silent refusal
 * is to be confirmed by a jurist, and a receipt is asked for by whoever holds the dossier.
 */
const WATCHED = ['IMPLICIT-4M', 'API-RENEW', 'RECEP-CHECK', 'MOTIVES-1M'];

const day = (text: string | null): IsoDate | null => (isIsoDate(text) ? text : null);

/** The limits that follow from a request that was filed. */
export function filingDeadlines(filing: Omit<Filing, 'id' | 'dossierId' | 'createdAt' | 'version'>, today: IsoDate): WantedDeadline[] {
  const facts = {
    permit: { channel: filing.channel },
    requested: { kind: filing.kind, title: filing.title },
    basisRequested: filing.basis,
    filedCompleteOn: day(filing.completeOn),
    completeFileReceivedOn: day(filing.completeOn),
    certificateUntil: day(filing.receiptUntil),
  } satisfies Omit<RenewalInput, 'today'>;
  const answer = computeRenewal({ ...facts, today });
  return answer.dates.filter((row) => WATCHED.includes(row.id)).map((row) => renewalDeadline(row, answer, facts, { reminds: false }));
}
