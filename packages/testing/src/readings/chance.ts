import { addDays, dayOf, isoDate, monthOf, yearOf, type IsoDate } from '@permanence/rules';

/** The same numbers each time for the same seed (mulberry32): a made paper can be made again. */
export const chance = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  return { next, whole, pick, day: (): IsoDate => addDays(isoDate('2019-01-02'), whole(0, 2_700)) };
};
export type Chance = ReturnType<typeof chance>;

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const SHORT = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
const two = (n: number): string => String(n).padStart(2, '0');

export const inFigures = (day: IsoDate, mark = '/'): string => [two(dayOf(day)), two(monthOf(day)), yearOf(day)].join(mark);
export const inWords = (day: IsoDate): string => `${dayOf(day) === 1 ? '1er' : dayOf(day)} ${MONTHS[monthOf(day) - 1]} ${yearOf(day)}`;
export const monthInWords = (day: IsoDate): string => `${MONTHS[monthOf(day) - 1]} ${yearOf(day)}`;
/** As papers write days, in one of the ways they do. */
export const written = (day: IsoDate, { pick }: Chance): string =>
  pick([
    inFigures(day),
    inFigures(day),
    inWords(day),
    inWords(day),
    inWords(day).toUpperCase(),
    inFigures(day, '.'),
    inFigures(day, '-'),
    `${dayOf(day)} ${SHORT[monthOf(day) - 1]} ${yearOf(day)}`,
    `${two(dayOf(day))}/${two(monthOf(day))}/${two(yearOf(day) % 100)}`,
  ]);
