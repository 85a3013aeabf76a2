import type { Filing } from '@permanence/contracts';
import type { AuditEntry } from '@permanence/persistence';
import { computeRenewal, isIsoDate, type IsoDate, type RenewalInput } from '@permanence/rules';
import { renewalDeadline } from '../deadlines/plan-renewals.ts';
import { replaceDeadlines, type Replaced, type Replacing, type WantedDeadline } from '../deadlines/replace-deadlines.ts';
import type { PlanCall } from '../reminders/index.ts';
import { settledBecause, type FilingStory } from './settled.ts';

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

/** A provisional permit is handed over while a request waits: it ends nothing. */
const PROVISIONAL = ['aps'];

/**
 * Makes the watched limits of every request of a dossier those that still matter, in the caller's transaction: to be called whenever a
 * request or a decision of the dossier is recorded, corrected or removed.
 * @param changedId the filing that was itself recorded or corrected: its limits follow its facts, not only their days
 */
export async function keepFilingDeadlines(
  call: PlanCall,
  { dossierId, personId }: { dossierId: string; personId: string },
  { changedId = null }: { changedId?: string | null } = {},
  changes: Replaced[] = [],
): Promise<AuditEntry[]> {
  const { filings, decisions, deadlines } = call.repositories;
  const filed = await filings.ofDossier(dossierId);
  if (!filed.length) return [];
  const today = call.app.clock.today();
  const story: FilingStory = {
    filings: filed,
    decisions: await decisions.ofDossier(dossierId),
    permitsFrom: (await deadlines.permitsOf(personId)).flatMap(({ title, validFrom }) =>
      validFrom && !PROVISIONAL.includes(title) ? [validFrom] : [],
    ),
  };
  const audit: AuditEntry[] = [];
  for (const filing of story.filings) {
    const because = (ruleId: string) => settledBecause(filing, ruleId, story);
    const wanted = filingDeadlines(filing, today).filter((row) => because(row.ruleId) === null);
    const how: Replacing = { materially: filing.id !== changedId, because };
    audit.push(...(await replaceDeadlines(call, { kind: 'filing', id: filing.id, personId, dossierId }, wanted, how, changes)));
  }
  return audit;
}
