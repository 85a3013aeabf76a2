export * from './timing.ts';
export * from './weighing.ts';
