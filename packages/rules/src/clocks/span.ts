import { dayOff, workingDayUpTo } from '../calendar/holidays.ts';
import { addHours, formatInstant, localAt } from '../calendar/instant.ts';
import { addDays, addMonths, dayOf, minDate, type IsoDate } from '../calendar/iso-date.ts';
import { isOverseas, type Territory } from '../calendar/territory.ts';
import type { Case, Moment } from './case.ts';
import { weaker } from './case.ts';
import type { Limit } from './rule.ts';
import type { Coded, Confidence } from './types.ts';

/** A limit in days or months run from a day. */
export interface Span {
  start: IsoDate;
  term: IsoDate;
  /** The last day before any carry-over: the term, or the day after it when the limit is clear. */
  beforeCarry: IsoDate;
  /** The last day by the other way of counting months, where the two differ. */
  monthEnd?: IsoDate;
  lastDay: IsoDate;
  prudentDay: IsoDate;
  confidence: Confidence;
  steps: Coded[];
}
/** A limit in hours run from a moment. */
export interface HourSpan {
  expiresAt: string;
  /** What it was counted from. */
  moment: Moment;
  /** Day on which it expires, on the clock of the place. */
  on: IsoDate;
  steps: Coded[];
}

/** Months added for distance (CJA R.421-7). The court of a fixed seat and every court of appeal sit in mainland France. */
export const distanceMonths = (c: Case, limit: Limit): number => {
  if (limit.distance === 'none') return 0;
  const residence = c.ask('residence');
  if (residence === null) return 0;
  if (residence === 'abroad') return 2;
  const followsPlace = limit.court.startsWith('TA-') && limit.court !== 'TA-Nantes';
  if (!followsPlace) return residence === 'overseas' ? 1 : 0;
  if (c.territory === null) return 0;
  const courtOverseas = isOverseas(c.territory);
  // A person overseas before an overseas court is taken to live in its territory: nothing says otherwise, and unknown never lengthens.
  return (residence === 'overseas') !== courtOverseas ? 1 : 0;
};

/** Whose local holidays count: those of the place where the court sits. */
const courtTerritory = (c: Case, limit: Limit): Territory | null => {
  if (limit.court === 'TA-res' || limit.court === 'TA-pref' || limit.court === 'letter') return c.territory;
  return limit.court === 'TA-lieu' || limit.court === 'TA-zone' ? c.measureTerritory : null;
};

/** First working day from `day`, with one step per day skipped. */
const carry = (territory: Territory | null, day: IsoDate, steps: Coded[]): { on: IsoDate; local: boolean } => {
  let on = day;
  let local = false;
  for (let off = dayOff(on, territory); off; off = dayOff(on, territory)) {
    local ||= off.local;
    steps.push({ code: 'carried-over', date: addDays(on, 1), values: { from: on, reason: off.reason } });
    on = addDays(on, 1);
  }
  return { on, local };
};

/** The working day at or before the earliest reading, where the prefecture is and where the court is: the day to show first. */
export const prudent = (c: Case, limit: Limit, ...readings: IsoDate[]): IsoDate => {
  const court = courtTerritory(c, limit);
  let day = minDate(...readings);
  for (let back = true; back;) {
    const both = workingDayUpTo(workingDayUpTo(day, c.territory), court);
    back = both !== day;
    day = both;
  }
  return day;
};

/** Days and months: term, clear day, carry-over, and the disputed readings. */
export const runSpan = (c: Case, start: IsoDate, limit: Limit): Span => {
  const steps: Coded[] = [];
  let confidence = limit.confidence;
  const distance = limit.unit === 'months' ? distanceMonths(c, limit) : 0;
  const amount = limit.amount + distance;
  const count = (from: IsoDate, n: number) =>
    limit.unit === 'months' ? addMonths(from, n) : addDays(from, limit.countsFirstDay ? n - 1 : n);
  const term = count(start, amount);
  if (distance > 0)
    steps.push({ code: limit.distance === 'D?' ? 'distance-added-disputed' : 'distance-added', values: { months: distance } });
  steps.push({ code: limit.unit === 'months' ? 'months-counted' : 'days-counted', date: term, values: { from: start, amount } });
  if (limit.countsFirstDay) steps.push({ code: 'first-day-counted', date: start });
  if (limit.unit === 'months' && dayOf(term) !== dayOf(start)) steps.push({ code: 'clamped-to-month-end', date: term });

  const clear = limit.franc === 'F' || limit.franc === 'F?';
  const beforeCarry = clear ? addDays(term, 1) : term;
  if (clear) steps.push({ code: 'franc-day-added', date: beforeCarry });
  const readings = [term];
  let monthEnd: IsoDate | null = null;
  if (clear && limit.unit === 'months') {
    const fromNextDay = addMonths(addDays(start, 1), amount);
    if (fromNextDay !== beforeCarry) {
      readings.push(fromNextDay);
      monthEnd = fromNextDay;
      confidence = weaker(confidence, 'medium');
      steps.push({ code: 'month-end-disputed', date: fromNextDay });
    }
  }
  if (limit.distance === 'D?' && distance > 0) {
    readings.push(count(start, limit.amount));
    confidence = weaker(confidence, 'medium');
  }
  let lastDay = beforeCarry;
  if (limit.carry === 'Y' || limit.carry === 'Y?') {
    const carried = carry(courtTerritory(c, limit), beforeCarry, steps);
    lastDay = carried.on;
    if (carried.local) {
      confidence = weaker(confidence, 'medium');
      steps.push({ code: 'local-holiday-not-verified', date: lastDay });
    }
    if (limit.carry === 'Y?' && lastDay !== beforeCarry) {
      confidence = weaker(confidence, 'medium');
      steps.push({ code: 'carry-over-disputed', date: lastDay });
    }
  }
  const prudentDay = prudent(c, limit, ...readings);
  if (prudentDay !== minDate(...readings)) steps.push({ code: 'prudent-day-moved-back', date: prudentDay });
  return { start, term, beforeCarry, ...(monthEnd && { monthEnd }), lastDay, prudentDay, confidence, steps };
};

/** Hours: to the minute on the clock of the place, nothing added and nothing moved. */
export const runHours = (moment: Moment, limit: Limit): HourSpan => {
  const end = addHours(moment.at, limit.amount, moment.zone);
  const expiresAt = formatInstant(end.at, moment.zone(end.at));
  const steps: Coded[] = [
    { code: 'hours-counted', at: expiresAt, values: { from: formatInstant(moment.at, moment.zone(moment.at)), amount: limit.amount } },
  ];
  if (!moment.known) steps.unshift({ code: 'hour-unknown', date: moment.on });
  if (end.clockChanged) steps.push({ code: 'clock-change-earlier-kept', at: expiresAt });
  return { expiresAt, moment, on: localAt(end.at, moment.zone(end.at)).on, steps };
};
