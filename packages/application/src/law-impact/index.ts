export { lawImpact } from './law-impact.ts';
