export { brokenContacts } from './broken-contacts.ts';
export { isProvider, PROVIDERS, type Provider } from './providers.ts';
export { readReport, returnPathOf, type DeliveryReport } from './read-report.ts';
export { recordReport } from './record-report.ts';
