/** A question of the interview, by what it is about. */
export interface Asked {
  readonly fact: string;
  readonly childId: string | null;
}
export const sameQuestion = (a: Asked, b: Asked): boolean => a.fact === b.fact && a.childId === b.childId;
