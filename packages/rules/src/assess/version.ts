/** Changes whenever a rule, a date or a threshold changes: kept with each stored result. Date of the state of the law, then a count. */
export const RULES_VERSION = '2026-11-21.3';
