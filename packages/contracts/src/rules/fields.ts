import { COUNTRY_CODES, isDepartement, isInstant, isIsoDate, resultIds, type IsoDate } from '@permanence/rules';
import * as z from 'zod';
import { shown } from './problems.ts';

type Raw = { input?: unknown };
/** "required" for what is absent, the given sentence and the value for the rest. */
const say =
  (what: string) =>
  (issue: Raw): string =>
    issue.input === undefined || issue.input === null ? 'required' : `${what}: ${shown(issue.input)}`;
const checked = (what: string, ok: (text: unknown) => boolean, meta: Record<string, unknown>) =>
  z
    .string({ error: say(what) })
    .refine(ok, { error: say(what) })
    .meta({ type: 'string', ...meta });

/** A calendar day that exists: 30 February is refused. */
export const RuleDay = checked('not a calendar date', isIsoDate, { format: 'date', example: '2026-11-21' }).transform(
  (text) => text as IsoDate,
);
/** An instant with its offset: a clock time without one is no instant. */
export const RuleInstant = checked('not an instant with its offset', isInstant, {
  format: 'date-time',
  example: '2026-12-24T18:40:00+01:00',
});
export const RuleDepartement = checked('unknown department', isDepartement, { example: '69' });

/** Ids of the bases, without their situations and without the bars. */
export const BASIS_IDS: readonly string[] = resultIds().filter((id) => !id.startsWith('bar-') && !id.includes('.'));
const BASES = new Set(BASIS_IDS);
export const RuleBasis = checked('unknown basis', (text) => typeof text === 'string' && BASES.has(text), { example: 'vpf-l423-23' });
export const RuleBasisOrOther = checked('unknown basis', (text) => text === 'other' || (typeof text === 'string' && BASES.has(text)), {
  example: 'vpf-l423-23',
});
export const RuleCountry = checked(
  'not a country code (ISO 3166-1 alpha-3)',
  (text) => typeof text === 'string' && COUNTRY_CODES.has(text),
  {
    example: 'DZA',
  },
);

/** Absent and null are the same everywhere: unknown. */
export const bool = z.boolean().nullish();
export const day = RuleDay.nullish();
export const words = z.string().nullish();
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).nullish();
