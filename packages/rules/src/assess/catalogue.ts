import type { IsoDate } from '../calendar/iso-date.ts';
import { ALL, BY_ID, type Registered } from '../bases/registry.ts';
import { sourceOf } from '../bases/sources.ts';
import type { Condition, Confidence, Mention, PermitKind, Place, Regime, Source } from '../engine/basis.ts';
import { versionOn } from '../engine/evaluate.ts';
import type { Threshold } from '../engine/outcome.ts';
import type { FactName } from '../facts/facts.ts';
import type { ConditionKind, Strength } from './assessment.ts';

export interface CatalogueCondition {
  readonly id: string;
  readonly kind: ConditionKind;
  /** Code of its title in the message files (`conditions`). */
  readonly title: string;
  readonly articles: readonly string[];
  readonly facts: readonly FactName[];
  readonly thresholds: readonly Threshold[];
  readonly members: readonly CatalogueCondition[];
}
export interface CatalogueVersion {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly conditions: readonly CatalogueCondition[];
  readonly sources: readonly Source[];
  readonly leftOut: readonly string[];
}
/** A basis or bar as screens, pages and the law-print command show it. Its titles are in the message files (`bases`). */
export interface CatalogueEntry {
  readonly id: string;
  readonly kind: 'basis' | 'bar';
  readonly family: string;
  readonly regime: Regime;
  readonly twin: string | null;
  readonly article: string;
  readonly place: Place;
  readonly strength: Strength;
  readonly confidence: Confidence;
  readonly permit: { readonly kind: PermitKind; readonly mention?: Mention; readonly years?: number; readonly work: boolean } | null;
  readonly next: readonly string[];
  readonly versions: readonly CatalogueVersion[];
}

const condition = ({ fullId, kind, title, articles, test, members }: Condition): CatalogueCondition => ({
  id: fullId,
  kind,
  title,
  articles,
  facts: test.facts,
  thresholds: test.thresholds,
  members: members.map(condition),
});
const entry = (basis: Registered): CatalogueEntry => ({
  id: basis.id,
  kind: basis.kind,
  family: basis.family,
  regime: basis.regime,
  twin: basis.twin ?? null,
  article: basis.article,
  place: basis.place,
  strength: basis.strength,
  confidence: basis.confidence,
  permit: basis.permit,
  next: basis.next,
  versions: basis.versions.map(({ from, until, conditions, sources, leftOut }) => ({
    from,
    until,
    conditions: conditions.map(condition),
    sources: sources.map(sourceOf),
    leftOut,
  })),
});

let entries: readonly CatalogueEntry[] | null = null;
const catalogue = (): readonly CatalogueEntry[] => (entries ??= ALL.map(entry));

/** Every basis, in the order in which equal ones are shown. */
export const listBases = (): readonly CatalogueEntry[] => catalogue().filter(({ kind }) => kind === 'basis');
export const listBars = (): readonly CatalogueEntry[] => catalogue().filter(({ kind }) => kind === 'bar');
/** @throws RangeError for an unknown id. */
export const getBasis = (id: string): CatalogueEntry => {
  const basis = BY_ID.get(id);
  if (!basis) throw new RangeError(`unknown basis: "${id}"`);
  return catalogue()[basis.index]!;
};
/** The version of a basis or bar whose conditions are shown on a day. */
export const basisVersionOn = (id: string, onDate: IsoDate): CatalogueVersion => {
  const basis = BY_ID.get(id);
  if (!basis) throw new RangeError(`unknown basis: "${id}"`);
  return getBasis(id).versions[basis.versions.indexOf(versionOn(basis, onDate).version)]!;
};

let titles: ReadonlyMap<string, string> | null = null;
/** Code of the title of a condition or situation id (`vpf-l423-23.s4`), `validity` included; undefined for an unknown id. */
export const conditionTitle = (id: string): string | undefined => {
  if (!titles) {
    const found = new Map<string, string>();
    const collect = (one: CatalogueCondition): void => {
      found.set(one.id, one.title);
      one.members.forEach(collect);
    };
    for (const { id: basisId, versions } of catalogue()) {
      found.set(`${basisId}.validity`, 'validity');
      for (const version of versions) version.conditions.forEach(collect);
    }
    titles = found;
  }
  return titles.get(id);
};

/** Every fact that some rule reads: the forms ask no other. */
export const factsRead = (): ReadonlySet<FactName> =>
  new Set(
    catalogue().flatMap(({ versions }) =>
      versions.flatMap(({ conditions }) => conditions.flatMap(({ facts, members }) => [...facts, ...members.flatMap((m) => m.facts)])),
    ),
  );
