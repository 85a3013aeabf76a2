export { createPermanence } from './create-permanence.ts';
export { recordReception } from './record-reception.ts';
export { searchPermanences } from './search-permanences.ts';
