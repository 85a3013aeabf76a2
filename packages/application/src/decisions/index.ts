export { COVERED_ROWS } from './coverage.ts';
export { listDecisions } from './list-decisions.ts';
export { previewDecision } from './preview-decision.ts';
export { recordDecision } from './record-decision.ts';
export { removeDecision } from './remove-decision.ts';
export { updateDecision } from './update-decision.ts';
