import type { Filing, RetiredBecause } from '@permanence/contracts';
import type { StoredDecision } from '@permanence/persistence';
import type { Paper } from '@permanence/rules';

/** What happened around a request: everything a watched limit may end with. */
export interface FilingStory {
  filings: readonly Filing[];
  decisions: readonly Pick<StoredDecision, 'filingId' | 'paper' | 'decisionOn' | 'notifiedOn' | 'notifiedAt'>[];
  /** First days of the permits the person received, save provisional ones. */
  permitsFrom: readonly string[];
}

/** Papers that answer a request for a permit by themselves. An order to leave answers one only when somebody said which. */
const ANSWERS: readonly Paper[] = ['permit-refusal', 'registration-refusal'];
const RECEIPTS = ['API-RENEW', 'RECEP-CHECK'];

/** Whether a decision answers this filing: it names it, or it is of the kind that does and is not older. An unknown day answers none. */
const answers = (decision: FilingStory['decisions'][number], filing: Pick<Filing, 'id' | 'filedOn'>): boolean => {
  if (decision.filingId) return decision.filingId === filing.id;
  const day = decision.decisionOn ?? decision.notifiedOn ?? decision.notifiedAt?.slice(0, 10) ?? null;
  return ANSWERS.includes(decision.paper) && day !== null && day >= filing.filedOn;
};

/**
 * Rows of a filing that have nothing left to watch, with why. An express decision ends them all, since it takes the place of a silent
 * refusal; a silent refusal put on record ends only the wait for it, because the receipt still matters while it is fought.
 */
export function settledBecause(filing: Filing, ruleId: string, { filings, decisions, permitsFrom }: FilingStory): RetiredBecause | null {
  const answered = decisions.filter((decision) => answers(decision, filing));
  if (answered.some((decision) => decision.paper !== 'silence')) return 'express-decision';
  if (permitsFrom.some((from) => from >= filing.filedOn)) return 'permit-issued';
  // A silent refusal has no day of its own: that it is recorded for this request, or beside the only one, is enough.
  const silence = decisions.some((d) => d.paper === 'silence' && (d.filingId === filing.id || (!d.filingId && filings.length === 1)));
  if (silence && ruleId === 'IMPLICIT-4M') return 'silence-recorded';
  const until = filing.receiptUntil;
  if (RECEIPTS.includes(ruleId) && until && filings.some((f) => f.id !== filing.id && (f.receiptUntil ?? '') > until))
    return 'later-receipt';
  return null;
}
