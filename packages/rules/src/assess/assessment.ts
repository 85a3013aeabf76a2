import type { IsoDate } from '../calendar/iso-date.ts';
import type { Because, ReasonValue, Status } from '../engine/outcome.ts';
import type { EvidenceDocument } from '../evidence/document.ts';
import type { EvidenceReport, EvidenceTolerance } from '../evidence/requirement.ts';
import type { FactName, Facts } from '../facts/facts.ts';

/** R: required by the text; X: exclusion (met = not excluded); I: indicator from practice, which never decides. */
export type ConditionKind = 'R' | 'X' | 'I';
export type Strength = 'full' | 'discretionary' | 'mixed';
export type Risk = 'low' | 'medium' | 'high' | 'very-high';

export interface AssessInput {
  readonly onDate: IsoDate;
  readonly facts?: Facts | null;
  /** Absent or null: evidence not looked at. `[]`: looked at, nothing there. */
  readonly documents?: readonly EvidenceDocument[] | null;
  /** A stricter or looser reading of "nearly complete" for one prefecture; absent = the product's figures. */
  readonly tolerance?: EvidenceTolerance | null;
}

export interface ConditionResult {
  readonly id: string;
  readonly kind: ConditionKind;
  readonly status: Status;
  readonly because: Because;
  /** Articles and texts, as printed beside the condition. */
  readonly sources: readonly string[];
}
export interface Warning {
  readonly code: string;
  readonly values: Readonly<Record<string, ReasonValue>>;
}

/** The answer for one basis, one situation (`vpf-l423-23.s1`) or one bar (`bar-…`; met = raised). */
export interface Result {
  readonly status: Status;
  /** Absent on bars and situations. */
  readonly strength?: Strength;
  readonly missingFacts: readonly FactName[];
  readonly failedConditions: readonly string[];
  readonly conditions: readonly ConditionResult[];
  /** Present when documents were given and the basis asks for dated papers. */
  readonly evidence?: EvidenceReport;
  /** Raised bars that reach this basis. */
  readonly bars: readonly string[];
  readonly warnings: readonly Warning[];
  readonly risk: Risk;
  /** 0 to 100. Orders the work; it is no probability. See `scoreParts`. */
  readonly score: number;
}

export interface NextFact {
  readonly fact: FactName;
  /** Bases whose status an answer could change. */
  readonly couldChange: readonly string[];
}

export interface Assessment {
  readonly onDate: IsoDate;
  readonly results: Readonly<Record<string, Result>>;
  readonly nextFacts: readonly NextFact[];
  /** Bases worth pursuing, best first. */
  readonly ranking: readonly string[];
  readonly rulesVersion: string;
}
