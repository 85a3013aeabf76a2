import { atLeast, missingFact, no, oneOf, reader, yes } from '../engine/answers.ts';
import { defineBasis } from '../engine/basis.ts';
import { allOf, anyOf } from '../engine/combine.ts';
import { c0Algerian, c0General } from '../engine/regime.ts';
import type { FactName } from '../facts/facts.ts';
import { add, type Context, type Status, type Test } from '../engine/outcome.ts';
import { AGREEMENT_2001, CODE_2021, numbered, over65, seeTwin, since } from './common.ts';
import { reachesSmic, smicThreshold } from './smic.ts';

const resources = reader<number>('avgMonthlyNetResources');
const household = reader<number>('householdSize');
const surface = reader<number>('housingSurface');
const zone = reader<'A' | 'B' | 'C'>('housingZone');

/** Tenths of the SMIC by size of the household once the family has come: 2-3, 4-5, 6 and more. */
const tenthsFor = (persons: number): number => (persons <= 3 ? 10 : persons <= 5 ? 11 : 12);
const LEAST_TENTHS = 10;
const MOST_TENTHS = 12;

/**
 * A test on several facts that can be decided before all are known: it holds whatever the missing ones are, or fails whatever they are.
 * `decide` answers for the facts known so far.
 */
const bounded = (
  facts: readonly FactName[],
  thresholds: Test['thresholds'],
  decide: (context: Context) => Status,
  values: (context: Context) => Record<string, string | number>,
  code: string,
): Test => {
  const missing = (context: Context, into: FactName[]): void => {
    for (const fact of facts) if (reader<unknown>(fact)(context) === null) add(into, fact);
  };
  return {
    facts,
    thresholds,
    status: decide,
    missing,
    because: (context, status) => {
      if (status !== 'unknown') return { code: `${code}-${status === 'met' ? 'enough' : 'not-enough'}`, values: values(context) };
      const open: FactName[] = [];
      missing(context, open);
      return missingFact(open);
    },
  };
};

/** Mean resources against the SMIC, raised for large households (R.434-4). */
export const resourcesForHousehold = (): Test =>
  bounded(
    ['avgMonthlyNetResources', 'householdSize'],
    [
      { fact: 'avgMonthlyNetResources', is: 'at-least', amount: 'SMIC', unit: 'euros' },
      { fact: 'householdSize', is: 'at-least', amount: 4 },
      { fact: 'householdSize', is: 'at-least', amount: 6 },
    ],
    (context) => {
      const amount = resources(context);
      if (amount === null) return 'unknown';
      const persons = household(context);
      if (persons !== null) return reachesSmic(amount, context.onDate, tenthsFor(persons)) ? 'met' : 'not-met';
      if (reachesSmic(amount, context.onDate, MOST_TENTHS)) return 'met';
      return reachesSmic(amount, context.onDate, LEAST_TENTHS) ? 'unknown' : 'not-met';
    },
    (context) => ({ value: resources(context) ?? 0, minimum: smicThreshold(context.onDate, tenthsFor(household(context) ?? 2)) }),
    'resources',
  );
/** Mean resources against the SMIC, whatever the household. */
export const resourcesAtLeastSmic = (): Test =>
  bounded(
    ['avgMonthlyNetResources'],
    [{ fact: 'avgMonthlyNetResources', is: 'at-least', amount: 'SMIC', unit: 'euros' }],
    (context) => {
      const amount = resources(context);
      return amount === null ? 'unknown' : reachesSmic(amount, context.onDate) ? 'met' : 'not-met';
    },
    (context) => ({ value: resources(context) ?? 0, minimum: smicThreshold(context.onDate) }),
    'resources',
  );

const FLOOR_FOR_TWO = { A: 22, B: 24, C: 28 } as const;
/** Square metres (R.434-5): a floor for two, 10 more per person up to eight, 5 beyond. */
export const surfaceNeeded = (persons: number, housingZone: 'A' | 'B' | 'C'): number =>
  FLOOR_FOR_TWO[housingZone] + 10 * Math.max(0, Math.min(persons, 8) - 2) + 5 * Math.max(0, persons - 8);

const surfaceTest = (): Test =>
  bounded(
    ['housingSurface', 'housingZone', 'householdSize'],
    [
      { fact: 'housingSurface', is: 'at-least', amount: 22, unit: 'square-metres' },
      { fact: 'housingSurface', is: 'at-least', amount: 24, unit: 'square-metres' },
      { fact: 'housingSurface', is: 'at-least', amount: 28, unit: 'square-metres' },
    ],
    (context) => {
      const metres = surface(context);
      if (metres === null) return 'unknown';
      const [persons, where] = [household(context), zone(context)];
      if (metres < surfaceNeeded(persons ?? 2, where ?? 'A')) return 'not-met';
      // However large the home, an unknown household could need more.
      return persons !== null && metres >= surfaceNeeded(persons, where ?? 'C') ? 'met' : 'unknown';
    },
    (context) => ({ value: surface(context) ?? 0, minimum: surfaceNeeded(household(context) ?? 2, zone(context) ?? 'A') }),
    'surface',
  );
export const housing = (): Test => allOf(surfaceTest(), yes('housingDecent'));

/** Over 65, 25 years of regular stay, married for ten years: no test of resources. */
const oldAndSettled = () =>
  allOf(over65(), atLeast('regularStaySince', { years: 25 }), oneOf('partnerRelation', ['married']), atLeast('unionDate', { years: 10 }));

export const familyReunificationSponsor = defineBasis({
  id: 'family-reunification-sponsor-l434',
  kind: 'basis',
  family: 'family',
  regime: 'general',
  twin: 'dz-family-reunification-art4',
  article: 'L.434-1 to L.434-12',
  place: 'not-applicable',
  strength: 'full',
  confidence: 'high',
  permit: { kind: 'family-visa', work: false },
  next: ['family-reunification-member-l423-14'],
  risk: 'medium',
  warnings: [
    seeTwin('dz-family-reunification-art4'),
    {
      code: 'family-reunification-below-thresholds',
      when: ({ condition }) => condition('c3') === 'not-met' || condition('c4') === 'not-met',
    },
    { code: 'family-reunification-on-site-exceptional', when: ({ condition }) => condition('c6') === 'not-met' },
  ],
  versions: [
    since(
      CODE_2021,
      [
        c0General('dz-family-reunification-art4'),
        ...numbered(
          ['regular-stay-18-months', atLeast('regularStaySince', { months: 18 }), { articles: ['L.434-2'] }],
          ['permit-of-one-year-or-more', oneOf('currentStatus', ['cst', 'csp', 'resident', 'renewal-receipt']), { articles: ['L.434-2'] }],
          [
            'resources-for-household',
            anyOf(resourcesForHousehold(), yes('disabilityAllowance'), oldAndSettled()),
            { articles: ['L.434-7', 'L.434-8', 'R.434-4'] },
          ],
          ['decent-housing', housing(), { articles: ['L.434-7', 'R.434-5'] }],
          ['family-principles', no('polygamyInFrance'), { articles: ['L.434-7'] }],
          ['family-abroad', yes('familyAbroad'), { articles: ['L.434-2', 'R.434-6'] }],
        ),
      ],
      {
        sources: ['L434', 'SMIC'],
        leftOut: ['age of the spouse and of the children at filing: no fact', 'housing may be available on arrival only'],
      },
    ),
  ],
});

export const dzFamilyReunification = defineBasis({
  id: 'dz-family-reunification-art4',
  kind: 'basis',
  family: 'algerian',
  regime: 'algerian',
  twin: 'family-reunification-sponsor-l434',
  article: 'Agreement of 1968, art. 4',
  place: 'not-applicable',
  strength: 'full',
  confidence: 'medium',
  permit: { kind: 'family-visa', work: false },
  next: [],
  risk: 'medium',
  evidence: () => [[{ subject: 'work', months: 12 }]],
  warnings: [seeTwin('family-reunification-sponsor-l434')],
  versions: [
    since(
      AGREEMENT_2001,
      [
        c0Algerian('family-reunification-sponsor-l434'),
        ...numbered(
          ['regular-stay-12-months', allOf(oneOf('currentStatus', ['cra-1y', 'cra-10y']), atLeast('regularStaySince', { months: 12 }))],
          ['resources-smic', resourcesAtLeastSmic()],
          ['decent-housing', housing(), { articles: ['Agreement of 1968, art. 4', 'R.434-5'] }],
          ['family-abroad', yes('familyAbroad')],
        ),
      ],
      { sources: ['DZ-ARTICLES', 'L434', 'SMIC'], leftOut: ['larger households: the agreement names the SMIC only'] },
    ),
  ],
});
