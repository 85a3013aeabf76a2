import { addMonths, type IsoDate, isoDate, toIsoDate } from '../calendar/iso-date.ts';
import { monthIndex } from '../evidence/months.ts';

/**
 * Net monthly minimum wage (SMIC) in cents of euro, from the first day it applied. The first row also stands for the time before it:
 * older amounts are not recorded. Source: key SMIC.
 */
export const SMIC_NET: readonly { readonly from: IsoDate; readonly cents: number }[] = [
  { from: isoDate('2024-11-01'), cents: 142630 },
  { from: isoDate('2026-01-01'), cents: 144311 },
];

const smicOn = (day: IsoDate): number => {
  let cents = SMIC_NET[0]!.cents;
  for (const row of SMIC_NET) if (row.from <= day) cents = row.cents;
  return cents;
};

let lastMonth = -1;
let lastSum = 0;
/** Sum of the twelve monthly amounts of the year that ends with the month of `onDate`, in cents. Divided by 12: the average to compare with. */
export const smicTwelveMonths = (onDate: IsoDate): number => {
  const month = monthIndex(onDate);
  if (month === lastMonth) return lastSum;
  let sum = 0;
  const first = toIsoDate(Math.floor(month / 12), (month % 12) + 1, 1);
  for (let back = 0; back < 12; back++) sum += smicOn(addMonths(first, -back));
  lastMonth = month;
  lastSum = sum;
  return sum;
};

/** Whether a mean monthly amount (euros) reaches the average of the twelve months, times `tenths` / 10. Whole cents: no rounding error. */
export const reachesSmic = (euros: number, onDate: IsoDate, tenths = 10): boolean =>
  Math.round(euros * 100) * 120 >= smicTwelveMonths(onDate) * tenths;
/** The amount to reach, in euros, rounded up to the cent. */
export const smicThreshold = (onDate: IsoDate, tenths = 10): number => Math.ceil((smicTwelveMonths(onDate) * tenths) / 120) / 100;
