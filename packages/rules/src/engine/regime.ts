import { missingFact } from './answers.ts';
import { anyOf } from './combine.ts';
import type { ConditionDefinition } from './basis.ts';
import type { Because, Context, Status, Test } from './outcome.ts';

/** European Union, European Economic Area and Switzerland (ISO 3166-1 alpha-3): free movement, outside this catalogue. */
export const FREE_MOVEMENT: ReadonlySet<string> = new Set(
  (
    'AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE ' + 'ISL LIE NOR CHE'
  ).split(' '),
);
export const ALGERIA = 'DZA';

type Answered = Because & { readonly status: Status };
const onNationality = (decide: (nationality: string) => Answered): Test => {
  const answers = new Map<string, Answered>();
  const answer = (nationality: string) => {
    const known = answers.get(nationality);
    if (known) return known;
    const made = decide(nationality);
    // Bounded: there are fewer than 300 country codes.
    if (answers.size < 300) answers.set(nationality, made);
    return made;
  };
  const absent = missingFact(['nationality']);
  return {
    facts: ['nationality'],
    thresholds: [],
    status: ({ facts }: Context) => (facts.nationality == null ? 'unknown' : answer(facts.nationality).status),
    because: ({ facts }: Context) => {
      if (facts.nationality == null) return absent;
      const { code, values } = answer(facts.nationality);
      return { code, values };
    },
    missing: (_context, into) => {
      if (!into.includes('nationality')) into.push('nationality');
    },
  };
};

/** The general regime (CESEDA): neither Algerian nor under free movement. `except`: nationals whose own agreement takes its place. */
export const generalRegime = (twin = '', except: readonly string[] = []): Test =>
  onNationality((nationality): Answered => {
    if (nationality === ALGERIA) return { status: 'not-met', code: 'regime-algerian', values: { twin } };
    if (FREE_MOVEMENT.has(nationality)) return { status: 'not-met', code: 'regime-free-movement', values: { nationality } };
    if (except.includes(nationality)) return { status: 'not-met', code: 'regime-own-agreement', values: { nationality } };
    return { status: 'met', code: 'regime-general', values: { nationality } };
  });
/** The Franco-Algerian agreement of 1968. */
export const algerianRegime = (twin = ''): Test =>
  onNationality((nationality): Answered =>
    nationality === ALGERIA
      ? { status: 'met', code: 'regime-agreement-1968', values: {} }
      : { status: 'not-met', code: 'regime-not-algerian', values: { nationality, twin } },
  );
/** Bars that are never raised against an Algerian national. */
export const notAlgerian = (): Test =>
  onNationality((nationality): Answered =>
    nationality === ALGERIA
      ? { status: 'not-met', code: 'not-opposable-to-algerians', values: {} }
      : { status: 'met', code: 'regime-general', values: { nationality } },
  );

export const c0General = (twin?: string, except?: readonly string[]): ConditionDefinition => ({
  id: 'c0',
  kind: 'R',
  title: 'regime-general',
  test: generalRegime(twin, except),
});
export const c0Algerian = (twin?: string): ConditionDefinition => ({
  id: 'c0',
  kind: 'R',
  title: 'regime-algerian',
  test: algerianRegime(twin),
});

/** Subsidiary basis: excluded only by another one that is met already. Undecided ones are a warning, never a question. */
export const noneMet = (bases: readonly string[]): Test => {
  const free: Because = { code: 'no-other-basis-met', values: { bases } };
  const met = (context: Context): string[] => bases.filter((id) => context.statusOf(id) === 'met');
  return {
    facts: [],
    thresholds: [],
    status: (context) => (bases.some((id) => context.statusOf(id) === 'met') ? 'not-met' : 'met'),
    because: (context, status) => (status === 'met' ? free : { code: 'other-basis-met', values: { bases: met(context) } }),
    missing: () => undefined,
  };
};
export const undecided = (context: Context, bases: readonly string[]): string[] => bases.filter((id) => context.statusOf(id) === 'unknown');

/** A group of alternatives under one id; its members carry their own. */
export const group = (id: string, title: string, members: readonly ConditionDefinition[]): ConditionDefinition => ({
  id,
  kind: 'R',
  title,
  test: anyOf(...members.map((member) => member.test)),
  members,
  standalone: true,
});
