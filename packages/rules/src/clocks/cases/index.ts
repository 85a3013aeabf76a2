import { ASYLUM_CASES } from './asylum.cases.ts';
import type { DeadlineCase } from './case.ts';
import { EXAMPLES } from './examples.cases.ts';
import { REMOVAL_CASES } from './removal.cases.ts';
import { RESIDENCE_CASES } from './residence.cases.ts';

/** Every worked example of the clocks, in the order printed. */
export const listDeadlineCases = (): readonly DeadlineCase[] => [...EXAMPLES, ...RESIDENCE_CASES, ...REMOVAL_CASES, ...ASYLUM_CASES];
