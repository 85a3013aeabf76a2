import type { IsoDate } from '../calendar/iso-date.ts';
import type { Case } from './case.ts';
import { formerKind } from './choose.ts';
import type { DecisionId } from './ids.ts';
import { clockRule, versionOn } from './registry.ts';
import type { ClockRule, ClockVersion, Limit } from './rule.ts';

const roughDays = ({ amount, unit }: Limit) => (unit === 'hours' ? amount / 24 : unit === 'days' ? amount : amount * 30);
const shortest = (limits: readonly Limit[]): Limit => limits.reduce((a, b) => (roughDays(b) < roughDays(a) ? b : a));

const FORMER_LENGTH = { 'oqtf-sans-delai-avant-2024': 0, 'oqtf-15-jours-avant-2024': 1, 'oqtf-30-jours-avant-2024': 2 } as const;

/** The length of a row for these facts; the shortest while the fact that picks it is unknown. */
export const limitOf = (c: Case, rule: ClockRule, version: ClockVersion): Limit => {
  if (rule.id === 'oqtf-detenu-avant-2024') return version.limits[FORMER_LENGTH[formerKind(c)]]!;
  const own = ownLimit(c, rule, version);
  if (rule.id !== 'pays-de-renvoi') return own;
  // The country of return follows the measure it enforces. An order to leave has the lengths of this row itself: the shorter is kept.
  const enforced = c.ask('initialDecision');
  if (enforced === null || enforced === 'pays-de-renvoi') return own;
  const other = clockRule(enforced);
  const followed = ownLimit(c, other, versionFor(c, other, null) ?? other.versions.at(-1)!);
  return OWN_LENGTH.includes(enforced) || roughDays(followed) < roughDays(own) ? followed : own;
};

/** Measures whose own length the country of return takes, whatever it would be for a plain order to leave. */
const OWN_LENGTH: readonly DecisionId[] = ['expulsion', 'oqtf-outre-mer-derogatoire', 'irtf-autonome', 'remise-ou-mesure-etat-membre'];

const ownLimit = (c: Case, rule: ClockRule, version: ClockVersion): Limit => {
  const here = version.limits.filter((l) => l.territories && c.territory && l.territories.includes(c.territory));
  const article = c.facts.houseArrestArticle ?? '';
  const named = version.limits.filter((l) => l.houseArrestArticle && article.includes(l.houseArrestArticle));
  const general = version.limits.filter((l) => !l.territories && !l.houseArrestArticle);
  const limits = here.length > 0 ? here : named.length > 0 ? named : general;
  if (limits.length === 1) return limits[0]!;
  const measure = c.ask('measure');
  if (measure === null) return shortest(limits);
  return limits.find((l) => l.measures?.includes(measure)) ?? shortest(limits);
};

/** The day the letter itself would give, counted like the row; null for hours printed on a row in hours. */
export const letterLimit = (c: Case, limit: Limit): Limit | null => {
  const printed = c.facts.limitPrintedOnLetter;
  if (!printed) return null;
  if (printed.unit === 'hours')
    return limit.unit === 'hours' ? null : { ...limit, amount: Math.floor(printed.amount / 24), unit: 'days', franc: 'NF', carry: 'N' };
  const clear = limit.franc === 'H' ? 'NF' : limit.franc;
  const carry = limit.franc === 'H' ? 'N' : limit.carry;
  return { ...limit, amount: printed.amount, unit: printed.unit, franc: clear, carry };
};

/** Same number as the row's own: nothing to compare. */
export const printsTheSame = (c: Case, limit: Limit): boolean => {
  const printed = c.facts.limitPrintedOnLetter;
  return !printed || (printed.amount === limit.amount && printed.unit === limit.unit);
};

/** Version picked by the day of the decision; its notification, or the birth of the refusal, stands in. */
export const versionFor = (c: Case, rule: ClockRule, day: IsoDate | null): ClockVersion | null => versionOn(rule, c.decisionOn ?? day);
