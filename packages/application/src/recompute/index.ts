export { recomputeDeadlines, recomputeEverywhere, recomputeHeartbeat, rulesAreNew, type Recomputed } from './recompute-deadlines.ts';
