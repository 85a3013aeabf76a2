import type { Basis } from '../engine/basis.ts';
import { ALGERIAN } from './algerian.ts';
import { BARS } from './bars.ts';
import { CHILDREN } from './children.ts';
import { COUPLE } from './couple.ts';
import { EXCEPTIONAL } from './exceptional.ts';
import { FAMILY } from './family.ts';
import { HEALTH } from './health.ts';
import { LONG_CARDS } from './long-cards.ts';
import { vpfL42323 } from './personal-ties.ts';
import { PROTECTION } from './protection.ts';
import { VICTIMS } from './victims.ts';
import { WORK } from './work.ts';
import { YOUNG } from './young.ts';

/** Every basis, in the order in which equal ones are shown. */
export const BASES: readonly Basis[] = [
  vpfL42323,
  ...COUPLE,
  ...CHILDREN,
  ...FAMILY,
  ...YOUNG,
  ...HEALTH,
  ...VICTIMS,
  ...EXCEPTIONAL,
  ...WORK,
  ...PROTECTION,
  ...LONG_CARDS,
  ...ALGERIAN,
];
export { BARS };

export const ALL: readonly Basis[] = [...BASES, ...BARS];
export const BY_ID: ReadonlyMap<string, Basis> = new Map(ALL.map((basis) => [basis.id, basis]));
