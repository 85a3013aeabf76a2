import { bundles } from './bundles.ts';
import { clocks } from './clocks.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { procedures } from './procedures.ts';
import { readings } from './readings.ts';
import { reminders } from './reminders.ts';
import type { Rows } from './row.ts';

/** Every route of the API. A route without a row fails the build; so does a row without a route. */
export const MATRIX: Rows = { ...people, ...bundles, ...papers, ...procedures, ...clocks, ...readings, ...reminders };
