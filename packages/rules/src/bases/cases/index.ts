import type { Case } from './case.ts';
import { childrenCases } from './children.cases.ts';
import { coupleCases } from './couple.cases.ts';
import { privateLifeCases } from './private-life.cases.ts';

export type { Case, Outcome } from './case.ts';
/** Every worked example of the weighing, in the order printed. */
export const listCases = (): readonly Case[] => [...privateLifeCases, ...coupleCases, ...childrenCases];
