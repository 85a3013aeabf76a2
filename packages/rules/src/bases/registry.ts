import type { Basis } from '../engine/basis.ts';
import { ALGERIAN } from './algerian.ts';
import { BARS as RAISED } from './bars.ts';
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

/** A basis or bar with its place in the list, where its evaluation is kept. */
export type Registered = Basis & { readonly index: number };

const register = (first: number, list: readonly Basis[]): readonly Registered[] => list.map((basis, i) => ({ ...basis, index: first + i }));

const LISTED = [
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
/** Every basis, in the order in which equal ones are shown. */
export const BASES = register(0, LISTED);
export const BARS = register(LISTED.length, RAISED);

export const ALL: readonly Registered[] = [...BASES, ...BARS];
export const BY_ID: ReadonlyMap<string, Registered> = new Map(ALL.map((basis) => [basis.id, basis]));
