import { algerianCases } from './algerian.cases.ts';
import { barCases } from './bars.cases.ts';
import type { Case } from './case.ts';
import { childrenCases } from './children.cases.ts';
import { coupleCases } from './couple.cases.ts';
import { exceptionalAndWorkCases } from './exceptional-work.cases.ts';
import { familyCases } from './family.cases.ts';
import { healthAndVictimCases } from './health-victims.cases.ts';
import { privateLifeCases } from './private-life.cases.ts';
import { protectionAndLongCardCases } from './protection-long.cases.ts';
import { youngCases } from './young.cases.ts';

export type { Case, Outcome } from './case.ts';
/** Every worked example of the weighing, in the order printed. */
export const listCases = (): readonly Case[] => [
  ...privateLifeCases,
  ...coupleCases,
  ...childrenCases,
  ...familyCases,
  ...youngCases,
  ...healthAndVictimCases,
  ...exceptionalAndWorkCases,
  ...protectionAndLongCardCases,
  ...algerianCases,
  ...barCases,
];
