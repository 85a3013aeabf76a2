export { createPermanence, recordReception, searchPermanences } from './permanences.ts';
