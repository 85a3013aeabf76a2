export * from './calendar/iso-date.ts';
