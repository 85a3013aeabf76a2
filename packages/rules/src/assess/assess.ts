import { ALL, BARS, BASES, BY_ID, type Registered } from '../bases/registry.ts';
import type { Condition } from '../engine/basis.ts';
import { evaluate, type Evaluation, statusAlone, stillHolds } from '../engine/evaluate.ts';
import type { Context, Holding, Status } from '../engine/outcome.ts';
import { type CalendarOfPapers, calendarOfPapers } from '../evidence/calendar-of-papers.ts';
import { coverage } from '../evidence/coverage.ts';
import {
  DEFAULT_TOLERANCE,
  type EvidenceOutcome,
  type EvidenceReport,
  type EvidenceRequirement,
  type EvidenceSubject,
} from '../evidence/requirement.ts';
import { type FactName, inOneShape, inOrder } from '../facts/facts.ts';
import type { Assessment, AssessInput, Result, Warning } from './assessment.ts';
import { nextFacts, type Undecided } from './next-facts.ts';
import { evidenceShare, partsOf, scoreOf, type ScorePart, situationScore } from './score.ts';
import { RULES_VERSION } from './version.ts';

const NONE: readonly never[] = [];
const UNKNOWN_PERMIT: Holding = { status: 'unknown', missing: ['currentPermitBasis'] };

/** One person on one day: evaluations are made when first asked for, and kept. */
class Weighing {
  readonly context: Context;
  private readonly evaluations: (Evaluation | undefined)[] = new Array<Evaluation | undefined>(ALL.length).fill(undefined);
  private readonly calendar: CalendarOfPapers | null;
  private readonly counted = new Map<string, EvidenceOutcome>();
  private raised: readonly Registered[] | null = null;

  constructor(private readonly input: AssessInput) {
    const facts = inOneShape(input.facts ?? {});
    this.context = {
      onDate: input.onDate,
      facts,
      answers: inOrder(facts),
      child: null,
      statusOf: (id) => this.evaluation(BY_ID.get(id)!).status,
      stillHolds: (id) => {
        const basis = BY_ID.get(id);
        return basis?.kind === 'basis' ? stillHolds(basis, this.context) : UNKNOWN_PERMIT;
      },
    };
    this.calendar = input.documents ? calendarOfPapers(input.documents, input.onDate) : null;
  }

  evaluation(basis: Registered): Evaluation {
    const { index } = basis;
    const known = this.evaluations[index];
    if (known) return known;
    const made = evaluate(basis, this.context);
    this.evaluations[index] = made;
    return made;
  }

  raisedBars(): readonly Registered[] {
    this.raised ??= BARS.filter((bar) => this.evaluation(bar).status === 'met');
    return this.raised;
  }
  barsReaching(basis: Registered): readonly string[] {
    const raised = this.raisedBars();
    return raised.length === 0 ? NONE : raised.filter((bar) => bar.reaches!(basis, this.context)).map((bar) => bar.id);
  }

  /** Two bases often ask for the same months: each count is made once. */
  private outcome(requirement: EvidenceRequirement, calendar: CalendarOfPapers): EvidenceOutcome {
    const { subject, months, window } = requirement;
    if (subject === 'cohabitation' && this.context.facts.violenceByCurrentPartner === true) return { status: 'waived' };
    const key = `${subject}/${months}/${window ?? ''}`;
    let known = this.counted.get(key);
    if (!known)
      this.counted.set(key, (known = coverage(requirement, calendar, this.input.onDate, this.input.tolerance ?? DEFAULT_TOLERANCE)));
    return known;
  }
  report(requirements: readonly EvidenceRequirement[], calendar: CalendarOfPapers): EvidenceReport {
    const report: { [S in EvidenceSubject]?: EvidenceOutcome } = {};
    for (const requirement of requirements) report[requirement.subject] = this.outcome(requirement, calendar);
    return report;
  }
  /** Among the ways a basis can be proved, the one that is best covered; the first among equals. Undefined: papers not looked at. */
  bestReport(ways: readonly (readonly EvidenceRequirement[])[]): EvidenceReport | undefined {
    const { calendar } = this;
    if (!calendar) return undefined;
    let best: EvidenceReport | undefined;
    let bestShare = -1;
    for (const way of ways) {
      const report = this.report(way, calendar);
      const share = evidenceShare(report);
      if (share > bestShare) [best, bestShare] = [report, share];
    }
    return best;
  }

  private warnings(evaluation: Evaluation): readonly Warning[] {
    let found: Warning[] | null = null;
    for (const rule of evaluation.basis.warnings ?? NONE) {
      if (rule.when(evaluation)) (found ??= []).push({ code: rule.code, values: rule.values?.(evaluation) ?? {} });
    }
    if (evaluation.indicators > 0) {
      const conditions = evaluation.conditions.filter(({ kind, status }) => kind === 'I' && status === 'not-met').map(({ id }) => id);
      if (conditions.length > 0) (found ??= []).push({ code: 'indicators-unfavourable', values: { conditions } });
    }
    return found ?? NONE;
  }

  scoreParts(basis: Registered): readonly ScorePart[] {
    const evaluation = this.evaluation(basis);
    const ways = basis.evidence?.(evaluation);
    return partsOf({
      evaluation,
      asksEvidence: ways !== undefined,
      report: ways && this.bestReport(ways),
      raisedBars: this.barsReaching(basis).length,
    });
  }

  /** A situation is answered on its own test: no regime, no subsidiarity, no bar. */
  situation(basis: Registered, member: Condition): Result {
    const found = this.evaluation(basis).conditions.find(({ id }) => id === member.fullId)!;
    const { status } = found;
    const missingFacts: FactName[] = [];
    if (status === 'unknown') member.test.missing(this.context, missingFacts);
    const requirements = basis.situationEvidence?.[member.id];
    const evidence = requirements && this.calendar ? this.report(requirements, this.calendar) : undefined;
    const score = situationScore(status, basis.strength, evidence);
    const risk = member.risk ?? 'high';
    const failedConditions = status === 'not-met' ? [member.fullId] : NONE;
    const result = { status, missingFacts, failedConditions, conditions: [found], bars: NONE, warnings: NONE, risk, score };
    return evidence ? { ...result, evidence } : result;
  }

  result(basis: Registered): Result {
    const evaluation = this.evaluation(basis);
    const { status, missing: missingFacts, failed: failedConditions, conditions } = evaluation;
    // Warnings and risk may look at the child the basis was judged for.
    this.context.child = evaluation.child;
    const risk = typeof basis.risk === 'string' ? basis.risk : basis.risk(evaluation);
    const warnings = this.warnings(evaluation);
    this.context.child = null;
    if (basis.kind === 'bar') return { status, missingFacts, failedConditions, conditions, bars: NONE, warnings, risk, score: 0 };
    const { strength } = basis;
    const bars = this.barsReaching(basis);
    const ways = basis.evidence?.(evaluation);
    const evidence = ways && this.bestReport(ways);
    const score = scoreOf({ evaluation, asksEvidence: ways !== undefined, report: evidence, raisedBars: bars.length });
    if (!evidence) return { status, strength, missingFacts, failedConditions, conditions, bars, warnings, risk, score };
    return { status, strength, missingFacts, failedConditions, conditions, evidence, bars, warnings, risk, score };
  }
}

/** Situations of a basis, each answered on its own test alone. */
const addSituations = (basis: Registered, weighing: Weighing, results: Record<string, Result>): void => {
  const evaluation = weighing.evaluation(basis);
  for (const condition of evaluation.version.conditions) {
    if (!condition.standalone) continue;
    for (const member of condition.members) results[member.fullId] = weighing.situation(basis, member);
  }
};

/**
 * Weighs every basis, situation and bar for one person on one day. Pure: no clock, no locale; the same input always gives the same answer.
 * @param input facts that are absent or null are unknown; `documents` absent = evidence not looked at.
 */
export const assess = (input: AssessInput): Assessment => {
  const weighing = new Weighing(input);
  const results: Record<string, Result> = {};
  const undecided: Undecided[] = [];
  const worthwhile: { id: string; score: number; met: boolean; order: number }[] = [];
  BASES.forEach((basis, order) => {
    const result = weighing.result(basis);
    results[basis.id] = result;
    addSituations(basis, weighing, results);
    if (result.status === 'not-met') return;
    worthwhile.push({ id: basis.id, score: result.score, met: result.status === 'met', order });
    if (result.status === 'unknown') undecided.push({ id: basis.id, score: result.score, missing: result.missingFacts });
  });
  for (const bar of BARS) results[bar.id] = weighing.result(bar);
  const { facts } = weighing.context;
  const ranking = worthwhile.sort((a, b) => b.score - a.score || Number(b.met) - Number(a.met) || a.order - b.order).map(({ id }) => id);
  return {
    onDate: input.onDate,
    results,
    nextFacts: nextFacts(undecided, facts.domesticViolence === true || facts.violenceByCurrentPartner === true),
    ranking,
    rulesVersion: RULES_VERSION,
  };
};

/**
 * The status of every basis and bar, and nothing else: what a sweep over many dossiers compares between two days.
 * The same statuses as `assess`, several times as quick.
 */
export const statuses = ({ onDate, facts: given }: Pick<AssessInput, 'onDate' | 'facts'>): Readonly<Record<string, Status>> => {
  const facts = inOneShape(given ?? {});
  const found: (Status | undefined)[] = [];
  const statusOf = (basis: Registered): Status => (found[basis.index] ??= statusAlone(basis, context));
  const context: Context = {
    onDate,
    facts,
    answers: inOrder(facts),
    child: null,
    statusOf: (id) => {
      // Asked from inside another basis: that one's child stays its own.
      const { child } = context;
      context.child = null;
      const status = statusOf(BY_ID.get(id)!);
      context.child = child;
      return status;
    },
    stillHolds: (id) => {
      const basis = BY_ID.get(id);
      return basis?.kind === 'basis' ? stillHolds(basis, context) : UNKNOWN_PERMIT;
    },
  };
  return Object.fromEntries(ALL.map((basis) => [basis.id, statusOf(basis)]));
};

/** The parts of one basis' score, with their points, for the screen. Empty when it is not met. @throws RangeError for an unknown id. */
export const scoreParts = (basisId: string, input: AssessInput): readonly ScorePart[] => {
  const basis = BY_ID.get(basisId);
  if (basis?.kind !== 'basis') throw new RangeError(`unknown basis: "${basisId}"`);
  return new Weighing(input).scoreParts(basis);
};

/** Every id `assess` answers for: bases, situations, bars. */
export const resultIds = (): readonly string[] =>
  ALL.flatMap((basis) => [
    basis.id,
    ...basis.versions[basis.versions.length - 1]!.conditions.flatMap((condition) =>
      condition.standalone ? condition.members.map(({ fullId }) => fullId) : [],
    ),
  ]);
