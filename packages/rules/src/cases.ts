// The worked examples, for pages a jurist signs and for the bench: a way in of its own, so that no browser downloads them.
export { listCases, type Case, type Outcome } from './bases/cases/index.ts';
export type { GivenFacts } from './bases/cases/case.ts';
export { listDeadlineCases } from './clocks/cases/index.ts';
export { asInput, type DeadlineCase } from './clocks/cases/case.ts';
export { RENEWAL_CASES, type RenewalCase } from './renewals/renewal.cases.ts';
export { RENEWAL_SOURCES_READ_ON, renewalSourceUrls } from './renewals/sources.ts';
