import { addMonths, addYears, type IsoDate } from '../calendar/iso-date.ts';
import { childFactName, positionOf, type FactName } from '../facts/facts.ts';
import { add, type Because, type Context, type Status, type Test, type Threshold } from './outcome.ts';

/** Reads one fact, of the person or of the child under test; null when nobody has answered. */
export type Read<T> = (context: Context) => T | null;

export const reader = <T>(fact: FactName): Read<T> => {
  const position = positionOf(fact);
  if (position >= 0) return (context) => context.answers[position] as T | null;
  const name = childFactName(fact);
  return (context) => (context.child?.[name] as T | null | undefined) ?? null;
};

const verdict = (holds: boolean): Status => (holds ? 'met' : 'not-met');
export const missingFact = (facts: readonly string[]): Because => ({ code: 'fact-missing', values: { facts } });

interface Leaf<T> {
  readonly fact: FactName;
  readonly thresholds?: readonly Threshold[];
  readonly decide: (answer: T, context: Context) => Status;
  readonly why: (answer: T, status: Status, context: Context) => Because;
}
/** A test on one fact: unknown while there is no answer, and when `decide` leaves the answer open. */
const leaf = <T>({ fact, thresholds = [], decide, why }: Leaf<T>): Test => {
  const read = reader<T>(fact);
  const position = positionOf(fact);
  const absent = missingFact([fact]);
  return {
    facts: [fact],
    thresholds,
    // Asked a thousand times per person: an answer of the person is read in place, without a call.
    status: (context) => {
      const answer = position >= 0 ? (context.answers[position] as T | null) : read(context);
      return answer === null ? 'unknown' : decide(answer, context);
    },
    because: (context, status) => {
      const answer = read(context);
      return answer === null ? absent : why(answer, status, context);
    },
    missing: (_context, into) => add(into, fact),
  };
};

const ANSWER_CODES: Record<Status, string> = { met: 'answer-fits', 'not-met': 'answer-does-not-fit', unknown: 'answer-open' };

/**
 * The answer is one of `values`. `open`: answers that leave the question undecided (an opinion still awaited, a threat only alleged):
 * unknown, and the fact stays among those to ask.
 */
export const oneOf = (fact: FactName, values: readonly string[], open: readonly string[] = []): Test => {
  const reasons = new Map<string, Because>();
  const reason = (answer: string, status: Status): Because => {
    const known = reasons.get(answer);
    if (known) return known;
    const made: Because = { code: ANSWER_CODES[status], values: { fact, answer, wanted: values } };
    // Kept only for the answers the rule itself names: any other text must not grow the map.
    if (values.includes(answer) || open.includes(answer)) reasons.set(answer, made);
    return made;
  };
  return leaf<string>({
    fact,
    thresholds: [{ fact, is: 'one-of', amount: values }],
    decide: (answer) => (values.includes(answer) ? 'met' : open.includes(answer) ? 'unknown' : 'not-met'),
    why: reason,
  });
};
export const is = (fact: FactName, value: string): Test => oneOf(fact, [value]);

/** Any answer but these. */
export const noneOf = (fact: FactName, values: readonly string[], open: readonly string[] = []): Test =>
  leaf<string>({
    fact,
    thresholds: [{ fact, is: 'one-of', amount: values }],
    decide: (answer) => (values.includes(answer) ? 'not-met' : open.includes(answer) ? 'unknown' : 'met'),
    why: (answer, status) => ({
      code: status === 'not-met' ? 'answer-excluded' : ANSWER_CODES[status],
      values: { fact, answer, excluded: values },
    }),
  });

const yesNo = (fact: FactName, wanted: boolean): Test => {
  const fits: Because = { code: wanted ? 'yes-as-wanted' : 'no-as-wanted', values: { fact } };
  const differs: Because = { code: wanted ? 'no-but-wanted-yes' : 'yes-but-wanted-no', values: { fact } };
  return leaf<boolean>({
    fact,
    decide: (answer) => verdict(answer === wanted),
    why: (_answer, status) => (status === 'met' ? fits : differs),
  });
};
export const yes = (fact: FactName): Test => yesNo(fact, true);
export const no = (fact: FactName): Test => yesNo(fact, false);

export interface Length {
  readonly years?: number;
  readonly months?: number;
}
const monthsIn = ({ years = 0, months = 0 }: Length): number => years * 12 + months;
const lengthValues = (length: Length) =>
  length.years ? { amount: length.years, unit: 'years' as const } : { amount: length.months ?? 0, unit: 'months' as const };

const duration = (fact: FactName, length: Length, strictly: boolean): Test => {
  const months = monthsIn(length);
  const shown = lengthValues(length);
  // The same start is read by many rules of one person: the last answer is kept beside the rule.
  let lastStart = '';
  let lastEnd = '' as IsoDate;
  const anniversary = (start: IsoDate): IsoDate => {
    if (start !== lastStart) {
      lastEnd = addMonths(start, months);
      lastStart = start;
    }
    return lastEnd;
  };
  return leaf<IsoDate>({
    fact,
    thresholds: [{ fact, is: strictly ? 'more-than' : 'at-least', ...shown }],
    decide: (start, { onDate }) => verdict(strictly ? anniversary(start) < onDate : anniversary(start) <= onDate),
    why: (start, status) => ({
      code: status === 'met' ? 'duration-reached' : 'duration-not-reached',
      values: { fact, since: start, ...shown, strictly, anniversary: anniversary(start) },
    }),
  });
};
/** "au moins": met on the anniversary. */
export const atLeast = (fact: FactName, length: Length): Test => duration(fact, length, false);
/** "plus de": met from the day after the anniversary. */
export const moreThan = (fact: FactName, length: Length): Test => duration(fact, length, true);

/** A length of time `days` before its end is enough: the window in which one may file. */
export const atLeastLess = (fact: FactName, length: Length, endMinus: (anniversary: IsoDate) => IsoDate): Test => {
  const months = monthsIn(length);
  return leaf<IsoDate>({
    fact,
    thresholds: [{ fact, is: 'at-least', ...lengthValues(length) }],
    decide: (start, { onDate }) => verdict(endMinus(addMonths(start, months)) <= onDate),
    why: (start, status) => ({
      code: status === 'met' ? 'window-open' : 'window-not-open',
      values: { fact, since: start, ...lengthValues(length), opensOn: endMinus(addMonths(start, months)) },
    }),
  });
};

/** Less than this long ago, counted from `fact`: false on the anniversary. */
export const lessThanAgo = (fact: FactName, length: Length): Test => {
  const months = monthsIn(length);
  return leaf<IsoDate>({
    fact,
    thresholds: [{ fact, is: 'less-than', ...lengthValues(length) }],
    decide: (start, { onDate }) => verdict(addMonths(start, months) > onDate),
    why: (start, status) => ({
      code: status === 'met' ? 'less-than-ago' : 'no-longer-less-than-ago',
      values: { fact, since: start, ...lengthValues(length), anniversary: addMonths(start, months) },
    }),
  });
};

/** The day has not gone by: it is `onDate` or later. */
export const notBefore = (fact: FactName): Test =>
  leaf<IsoDate>({
    fact,
    thresholds: [{ fact, is: 'on-or-after', amount: 'onDate' }],
    decide: (day, { onDate }) => verdict(day >= onDate),
    why: (day, status) => ({ code: status === 'met' ? 'still-running' : 'has-ended', values: { fact, day } }),
  });
/** The day has come: it is `onDate` or earlier. */
export const hasBegun = (fact: FactName): Test =>
  leaf<IsoDate>({
    fact,
    thresholds: [{ fact, is: 'on-or-before', amount: 'onDate' }],
    decide: (day, { onDate }) => verdict(day <= onDate),
    why: (day, status) => ({ code: status === 'met' ? 'has-begun' : 'has-not-begun', values: { fact, day } }),
  });

export const atLeastNumber = (fact: FactName, minimum: number, unit?: Threshold['unit']): Test =>
  leaf<number>({
    fact,
    thresholds: [{ fact, is: 'at-least', amount: minimum, unit }],
    decide: (value) => verdict(value >= minimum),
    why: (value, status) => ({ code: status === 'met' ? 'number-reached' : 'number-not-reached', values: { fact, value, minimum } }),
  });
export const moreThanNumber = (fact: FactName, limit: number): Test =>
  leaf<number>({
    fact,
    thresholds: [{ fact, is: 'more-than', amount: limit }],
    decide: (value) => verdict(value > limit),
    why: (value, status) => ({ code: status === 'met' ? 'number-above' : 'number-not-above', values: { fact, value, limit } }),
  });

/** Age on `onDate`, from a birth date: `from` reached, and the birthday `before` not yet. A 29 February is reached on 28 February. */
export const ageBetween = (fact: FactName, { from, before }: { from?: number; before?: number }): Test => {
  const ages = (birth: IsoDate) => ({
    reached: from === undefined ? null : addYears(birth, from),
    ends: before === undefined ? null : addYears(birth, before),
  });
  return leaf<IsoDate>({
    fact,
    thresholds: [
      ...(from === undefined ? [] : [{ fact, is: 'at-least' as const, amount: from, unit: 'years' as const }]),
      ...(before === undefined ? [] : [{ fact, is: 'less-than' as const, amount: before, unit: 'years' as const }]),
    ],
    decide: (birth, { onDate }) => {
      const { reached, ends } = ages(birth);
      return verdict((reached === null || reached <= onDate) && (ends === null || onDate < ends));
    },
    why: (birth, status, { onDate }): Because => {
      const { reached, ends } = ages(birth);
      if (status === 'met') return { code: 'age-fits', values: { fact, birth, from: from ?? 0, before: before ?? 0 } };
      return reached !== null && reached > onDate
        ? { code: 'too-young', values: { fact, birth, from: from!, reachedOn: reached } }
        : { code: 'too-old', values: { fact, birth, before: before!, endedOn: ends! } };
    },
  });
};
/** Older than this: from the day after the birthday. */
export const olderThan = (fact: FactName, years: number): Test =>
  leaf<IsoDate>({
    fact,
    thresholds: [{ fact, is: 'more-than', amount: years, unit: 'years' }],
    decide: (birth, { onDate }) => verdict(addYears(birth, years) < onDate),
    why: (birth, status) => ({
      code: status === 'met' ? 'older-than' : 'not-older-than',
      values: { fact, birth, years, birthday: addYears(birth, years) },
    }),
  });

/** Two days compared, the second moved by a whole number of months (a 13th birthday is birth + 156 months). */
export const dayCompared = (
  fact: FactName,
  relation: 'on-or-before' | 'before' | 'after',
  other: { readonly fact: FactName; readonly years?: number; readonly months?: number },
): Test => {
  const first = reader<IsoDate>(fact);
  const second = reader<IsoDate>(other.fact);
  const months = monthsIn(other);
  const holds = (a: IsoDate, limit: IsoDate): boolean =>
    relation === 'on-or-before' ? a <= limit : relation === 'before' ? a < limit : a > limit;
  const absent = (context: Context): FactName[] => [
    ...(first(context) === null ? [fact] : []),
    ...(second(context) === null ? [other.fact] : []),
  ];
  return {
    facts: [fact, other.fact],
    thresholds: [{ fact, is: relation === 'after' ? 'more-than' : relation, ...lengthValues(other) }],
    status: (context) => {
      const [a, b] = [first(context), second(context)];
      return a === null || b === null ? 'unknown' : verdict(holds(a, addMonths(b, months)));
    },
    because: (context, status) => {
      const [day, start] = [first(context), second(context)];
      if (day === null || start === null) return missingFact(absent(context));
      const values = { fact, day, limit: addMonths(start, months), from: other.fact, ...lengthValues(other), relation };
      return { code: status === 'met' ? 'day-fits' : 'day-does-not-fit', values };
    },
    missing: (context, into) => absent(context).forEach((name) => add(into, name)),
  };
};
