import { addDays, type IsoDate, isoDate } from '../calendar/iso-date.ts';
import type { FactName } from '../facts/facts.ts';
import type { ConditionKind, Risk, Strength } from '../assess/assessment.ts';
import type { EvidenceRequirement } from '../evidence/requirement.ts';
import type { Context, ReasonValue, Status, Test } from './outcome.ts';

export type Regime = 'general' | 'algerian' | 'any';
export type Confidence = 'high' | 'medium' | 'low';
/** Where a first request is made: in France, or after a long-stay visa asked for abroad. */
export type Place = 'in-country' | 'visa-d' | 'either' | 'not-applicable';
export type PermitKind = 'cst' | 'csp' | 'resident' | 'aps' | 'cra-1y' | 'cra-10y' | 'retired-card' | 'family-visa';
export type Mention = 'vpf' | 'salarie' | 'travailleur-temporaire' | 'etudiant' | 'visiteur';

/** A text that was read for a rule, and when. */
export interface Source {
  readonly key: string;
  readonly urls: readonly string[];
  /** Date of the text or page itself, as far as known. */
  readonly textDated: string;
  readonly readOn: IsoDate;
}

export interface ConditionDefinition {
  /** Short: `c1`. The full id is `<basis>.c1`. */
  readonly id: string;
  readonly kind: ConditionKind;
  /** Message code of its title. */
  readonly title: string;
  readonly test: Test;
  /** Articles printed beside it; absent = those of the basis. */
  readonly articles?: readonly string[];
  /** Tested when the first card is asked for, not when one asks whether the ground still holds. */
  readonly firstIssueOnly?: true;
  /** Alternatives of a group (`situations`): shown one by one; only the group decides. */
  readonly members?: readonly ConditionDefinition[];
  /** Members are also answered on their own, under `<basis>.<member>`. */
  readonly standalone?: true;
  readonly risk?: Risk;
}

export interface VersionDefinition {
  /** First and last day in force. `until: null`: still open. */
  readonly from: string;
  readonly until: string | null;
  readonly conditions: readonly ConditionDefinition[];
  /** Keys of `SOURCES`. */
  readonly sources: readonly string[];
  /** Clauses of the texts that are not encoded, in words. */
  readonly leftOut: readonly string[];
}

/** Seen while a basis is judged; what a warning, a risk or an evidence need may look at. */
export interface Judged {
  readonly context: Context;
  readonly status: Status;
  /** Status of one of its conditions by short id (`s4`). A property: rules take it apart. */
  readonly condition: (id: string) => Status | undefined;
}
export interface WarningRule {
  readonly code: string;
  readonly when: (judged: Judged) => boolean;
  readonly values?: (judged: Judged) => Readonly<Record<string, ReasonValue>>;
}

export interface BasisDefinition {
  readonly id: string;
  readonly kind: 'basis' | 'bar';
  readonly family: string;
  readonly regime: Regime;
  /** The basis of the other regime that plays the same part. */
  readonly twin?: string;
  readonly article: string;
  readonly place: Place;
  readonly strength: Strength;
  readonly confidence: Confidence;
  readonly permit: { readonly kind: PermitKind; readonly mention?: Mention; readonly years?: number; readonly work: boolean } | null;
  /** Bases one may move to later. */
  readonly next: readonly string[];
  readonly risk: Risk | ((judged: Judged) => Risk);
  /** True: its conditions on `children[]` are judged child by child, for one child at a time. */
  readonly childByChild?: true;
  /** The ways in which it can be proved: the best covered one is reported. */
  readonly evidence?: (judged: Judged) => readonly (readonly EvidenceRequirement[])[];
  /** What each situation asks by itself, by short id. */
  readonly situationEvidence?: Readonly<Record<string, readonly EvidenceRequirement[]>>;
  readonly warnings?: readonly WarningRule[];
  readonly versions: readonly VersionDefinition[];
  /** Bars only: the bases it reaches when raised. */
  readonly reaches?: (basis: BasisDefinition, context: Context) => boolean;
}

export interface Condition extends Omit<ConditionDefinition, 'articles' | 'members'> {
  readonly fullId: string;
  readonly articles: readonly string[];
  readonly onChild: boolean;
  readonly members: readonly Condition[];
}
export interface Version extends Omit<VersionDefinition, 'from' | 'until' | 'conditions'> {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly conditions: readonly Condition[];
}
export interface Basis extends Omit<BasisDefinition, 'versions'> {
  readonly versions: readonly [Version, ...Version[]];
  /** `<id>.validity`, and what it is read from. */
  readonly validityId: string;
  /** The last version has a last day: the validity is then shown as a condition also while it holds. */
  readonly ends: boolean;
}

const compileCondition = (basisId: string, article: string, definition: ConditionDefinition): Condition => {
  const members = (definition.members ?? []).map((member) => compileCondition(basisId, article, member));
  return {
    ...definition,
    fullId: `${basisId}.${definition.id}`,
    articles: definition.articles ?? [article],
    onChild: definition.test.facts.some((fact: FactName) => fact.startsWith('children[].')),
    members,
  };
};

/** @throws RangeError when the versions are not in order, overlap or leave a gap: a mistake in the data, seen at load. */
export const defineBasis = (definition: BasisDefinition): Basis => {
  const versions = definition.versions.map((version) => ({
    ...version,
    from: isoDate(version.from),
    until: version.until === null ? null : isoDate(version.until),
    conditions: version.conditions.map((condition) => compileCondition(definition.id, definition.article, condition)),
  }));
  versions.forEach((version, i) => {
    const next = versions[i + 1];
    const wrong =
      version.until === null ? next !== undefined : version.until < version.from || (next && addDays(version.until, 1) !== next.from);
    if (wrong) throw new RangeError(`${definition.id}: versions overlap, leave a gap or are out of order after ${version.from}`);
  });
  const [first, ...others] = versions;
  if (!first) throw new RangeError(`${definition.id}: no version`);
  const last = versions[versions.length - 1]!;
  return { ...definition, versions: [first, ...others], validityId: `${definition.id}.validity`, ends: last.until !== null };
};
