export { getCoordination } from './get-coordination.ts';
