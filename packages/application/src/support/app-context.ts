import type { Database } from '@permanence/persistence';
import type { Clock } from './clock.ts';

/** What every use case may reach. Made once per process; tests make it with a fixed clock. */
export interface AppContext {
  database: Database;
  clock: Clock;
}
