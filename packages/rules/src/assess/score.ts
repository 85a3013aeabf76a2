import type { Status } from '../engine/outcome.ts';
import type { Evaluation } from '../engine/evaluate.ts';
import { coveredShare } from '../evidence/coverage.ts';
import type { EvidenceReport } from '../evidence/requirement.ts';
import type { Strength } from './assessment.ts';

export type ScorePartCode = 'conditions' | 'evidence' | 'indicators' | 'strength' | 'bars';
export interface ScorePart {
  readonly code: ScorePartCode;
  /** Points given; negative for bars. */
  readonly points: number;
  readonly outOf: number;
}

// Every part is a whole number of points, rounded on its own, so that the parts shown add up to the score.
const OUT_OF = { conditions: 50, evidence: 25, indicators: 10, strength: 15 } as const;
const STRENGTH_POINTS: Record<Strength, number> = { full: 15, mixed: 10, discretionary: 5 };
const POINTS_PER_BAR = 15;
/** What a basis gets when nothing dated is asked, or no indicator exists: half, so that neither is worth more than proof. */
const NOTHING_TO_COUNT = 0.5;

/** Mean share of the requirements that is shown, 0 to 1; 0 while the papers have not been looked at. */
export const evidenceShare = (report: EvidenceReport | undefined): number => {
  if (!report) return 0;
  const outcomes = Object.values(report);
  return outcomes.reduce((sum, outcome) => sum + coveredShare(outcome), 0) / outcomes.length;
};

interface Scored {
  readonly evaluation: Evaluation;
  /** Whether the basis asks for dated papers at all, and what was found; undefined = evidence not looked at. */
  readonly asksEvidence: boolean;
  readonly report: EvidenceReport | undefined;
  readonly raisedBars: number;
}

const conditionPoints = ({ held, required }: Evaluation): number => Math.round((OUT_OF.conditions * held) / required);
const evidencePoints = ({ asksEvidence, report }: Scored): number =>
  Math.round(OUT_OF.evidence * (asksEvidence ? evidenceShare(report) : NOTHING_TO_COUNT));
const indicatorPoints = ({ indicators, indicatorsHeld }: Evaluation): number =>
  Math.round(OUT_OF.indicators * (indicators === 0 ? NOTHING_TO_COUNT : indicatorsHeld / indicators));

/** The parts of the score, in the order shown. Empty for a basis that is not met. */
export const partsOf = (scored: Scored): readonly ScorePart[] => {
  const { evaluation, raisedBars } = scored;
  if (evaluation.status === 'not-met') return [];
  const parts: ScorePart[] = [
    { code: 'conditions', points: conditionPoints(evaluation), outOf: OUT_OF.conditions },
    { code: 'evidence', points: evidencePoints(scored), outOf: OUT_OF.evidence },
    { code: 'indicators', points: indicatorPoints(evaluation), outOf: OUT_OF.indicators },
    { code: 'strength', points: STRENGTH_POINTS[evaluation.basis.strength], outOf: OUT_OF.strength },
  ];
  if (raisedBars > 0) parts.push({ code: 'bars', points: -POINTS_PER_BAR * raisedBars, outOf: 0 });
  return parts;
};

/** 0 for a basis not met; otherwise the sum of its parts, and never below 1: a basis with bars stays apart from one that is excluded. */
export const scoreOf = (scored: Scored): number => {
  const { evaluation, raisedBars } = scored;
  if (evaluation.status === 'not-met') return 0;
  const points =
    conditionPoints(evaluation) + evidencePoints(scored) + indicatorPoints(evaluation) + STRENGTH_POINTS[evaluation.basis.strength];
  return Math.max(1, points - POINTS_PER_BAR * raisedBars);
};

/** A situation alone: the same parts, with one condition and no indicator or bar of its own. */
export const situationScore = (status: Status, strength: Strength, report: EvidenceReport | undefined): number => {
  if (status === 'not-met') return 0;
  const conditions = status === 'met' ? OUT_OF.conditions : 0;
  return (
    conditions + Math.round(OUT_OF.evidence * evidenceShare(report)) + OUT_OF.indicators * NOTHING_TO_COUNT + STRENGTH_POINTS[strength]
  );
};
