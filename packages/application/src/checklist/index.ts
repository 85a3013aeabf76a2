export { getChecklist } from './get-checklist.ts';
