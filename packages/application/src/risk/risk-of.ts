import type { FilingKind, Risk, RiskAcknowledgement, RiskStanding } from '@permanence/contracts';
import { assess, RULES_VERSION, type Facts, type IsoDate } from '@permanence/rules';

const RANK = { low: 0, medium: 1, high: 2, 'very-high': 3 } as const;
/** Warning of a basis: its rule asks for a lawyer before anything is filed. */
const LAWYER_FIRST = 'see-a-lawyer-first';
const isHigh = (risk: Risk['risk']): boolean => RANK[risk] >= RANK.high;

/**
 * The risk of asking for a permit on a basis, on a day, from what is known.
 * A renewal is not riskier than letting a card run out: there, only the prefect's free choice and raised bars count.
 */
export function riskOf(basis: string, kind: FilingKind, facts: Facts, onDate: IsoDate): Risk {
  const result = assess({ onDate, facts }).results[basis];
  if (!result) throw new RangeError(`unknown basis: "${basis}"`);
  const strength = result.strength ?? 'full';
  const bars = [...result.bars];
  const high = kind === 'first' && isHigh(result.risk);
  return {
    basis,
    onDate,
    strength,
    risk: result.risk,
    bars,
    reasons: [
      ...(strength === 'discretionary' ? (['discretionary'] as const) : []),
      ...(high ? (['high-risk'] as const) : []),
      ...(bars.length ? (['bars'] as const) : []),
    ],
    lawyerFirst: high || bars.length > 0 || (kind === 'first' && result.warnings.some(({ code }) => code === LAWYER_FIRST)),
    rulesVersion: RULES_VERSION,
  };
}

type Explained = Pick<RiskAcknowledgement, 'basis' | 'decision' | 'strength' | 'risk' | 'bars'>;
/** Whether what was explained is at least what is at stake now. */
const covers = (explained: Explained, now: Risk): boolean =>
  RANK[explained.risk] >= RANK[now.risk] &&
  (explained.strength === now.strength || now.strength === 'full') &&
  now.bars.every((bar) => explained.bars.includes(bar));

/** How the person's acknowledgement stands before a risk; the newest for this basis is the one that counts. */
export function standingOf(risk: Risk, newestFirst: readonly Explained[]): RiskStanding {
  if (!risk.reasons.length) return 'not-needed';
  const latest = newestFirst.find(({ basis }) => basis === risk.basis);
  if (!latest) return 'missing';
  if (latest.decision === 'declined') return 'declined';
  return covers(latest, risk) ? 'covered' : 'changed';
}
