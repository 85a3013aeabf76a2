/** The three operations of the rules, apart from the rest of the contracts: what the command needs, and small. */
export * from './assess.ts';
export * from './deadline.ts';
export { BASIS_IDS, RuleBasis, RuleBasisOrOther, RuleCountry, RuleDay, RuleDepartement, RuleInstant } from './fields.ts';
export * from './problems.ts';
export * from './renewal.ts';
