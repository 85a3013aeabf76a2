export { keepFilingDeadlines } from './filing-deadlines.ts';
export { listFilings } from './list-filings.ts';
export { recordFiling } from './record-filing.ts';
export { updateFiling } from './update-filing.ts';
