import { isoDate, type IsoDate } from '../calendar/iso-date.ts';
import type { ClockVersion, Limit } from './rule.ts';

/** Decisions taken from this day follow the single-judge procedures of book IX (law 2024-42, art. 86 IV). */
export const REFORM_2024 = isoDate('2024-07-15');
export const BEFORE_REFORM_2024 = isoDate('2024-07-14');
export const VISA_REFORM_2023 = isoDate('2023-01-01');
/** The European procedure regulation applies from this day; no French adaptation of the time limits was found. */
export const ASYLUM_PACT = isoDate('2026-06-12');
/** Optional administrative appeals made from this day are dated by the postmark (CE 30 June 2025). */
export const POSTMARK_RULE = isoDate('2025-06-30');

type Columns = Partial<Limit> & Pick<Limit, 'court'>;

/** The ordinary court action: months, clear, carried over, extended by distance, interrupted by appeal and by legal aid. */
export const months = (amount: number, columns: Columns): Limit => ({
  amount,
  unit: 'months',
  franc: 'F',
  carry: 'Y',
  distance: 'D',
  adm: 'I',
  aj: 'I',
  confidence: 'high',
  ...columns,
});
/** The short limits of book IX: nothing interrupts them, and whether they are clear or carried over is argued. */
export const days = (amount: number, columns: Columns): Limit => ({
  amount,
  unit: 'days',
  franc: 'NF?',
  carry: 'Y?',
  distance: 'none',
  adm: '0',
  aj: '0',
  confidence: 'medium',
  ...columns,
});
/** Hour by hour: never clear, never carried over, day and night. */
export const hours = (amount: number, columns: Columns): Limit => ({
  amount,
  unit: 'hours',
  franc: 'H',
  carry: 'N',
  distance: 'none',
  adm: '0',
  aj: '0',
  confidence: 'high',
  ...columns,
});
/** Silence becoming a refusal: a birth date, never moved. */
export const silence = (amount: number, unit: 'months' | 'days'): Limit => ({
  amount,
  unit,
  franc: 'NF',
  carry: 'N',
  distance: 'none',
  adm: '0',
  aj: '0',
  court: 'none',
  confidence: 'high',
});

type Text = Pick<ClockVersion, 'limits' | 'legalBasis' | 'sources'> & { leftOut?: readonly string[] };
const version = (name: string, from: IsoDate | null, until: IsoDate | null, text: Text): ClockVersion => ({
  version: name,
  from,
  until,
  leftOut: [],
  ...text,
});
/** Already in force at the recodification of 1 May 2021; how long before was not looked for. */
export const since2021 = (text: Text, until: IsoDate | null = null): ClockVersion => version('2021-05-01', null, until, text);
export const from = (day: IsoDate, text: Text, until: IsoDate | null = null): ClockVersion => version(day, day, until, text);
