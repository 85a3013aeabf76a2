import type { Lead } from '@permanence/contracts';

export type LeadKind = Lead['at'];

/** How many days, months or hours; null for a moment without a number. */
export function numberOf(lead: Lead): number | null {
  switch (lead.at) {
    case 'days-before':
    case 'days-after':
      return lead.days;
    case 'months-before':
      return lead.months;
    case 'hours-before':
      return lead.hours;
    default:
      return null;
  }
}
/** What was chosen and typed, for the schema to judge: a number that is none stays one that is refused. */
export function leadOf(at: LeadKind, typed: string): unknown {
  const number = /^\d+$/.test(typed.trim()) ? Number(typed) : undefined;
  switch (at) {
    case 'days-before':
    case 'days-after':
      return { at, days: number };
    case 'months-before':
      return { at, months: number };
    case 'hours-before':
      return { at, hours: number };
    default:
      return { at };
  }
}
