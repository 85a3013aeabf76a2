export * from './auth/index.ts';
export * from './contacts/index.ts';
export * from './permanences/index.ts';
export * from './persons/index.ts';
export * from './users/index.ts';
export type { AppContext } from './support/app-context.ts';
export { clockAt, PARIS, systemClock, type Clock } from './support/clock.ts';
export { newId } from './support/ids.ts';
export type { RequestInfo } from './support/use-case.ts';
