export {
  recomputeDeadlines,
  recomputeEverywhere,
  recomputeHeartbeat,
  rulesAreNew,
  weighDossierAnew,
  type Recomputed,
} from './recompute-deadlines.ts';
export { tellChanges } from './tell-changes.ts';
