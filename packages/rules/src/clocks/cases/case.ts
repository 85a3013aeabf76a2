import type { IsoDate } from '../../calendar/iso-date.ts';
import type { DecisionFacts, DeadlineAnswer, DeadlineInput } from '../types.ts';

type Loose<T> = { [K in keyof T]?: IsoDate extends NonNullable<T[K]> ? string | null : T[K] };
/** One line a jurist can check: what is given, what must come out, and why. Days are written as plain text. */
export interface DeadlineCase {
  name: string;
  given: Omit<Loose<DeadlineInput>, 'decision' | 'facts'> & Pick<DeadlineInput, 'decision'> & { facts?: Loose<DecisionFacts> };
  expect: Loose<
    Pick<DeadlineAnswer, 'rule' | 'version' | 'term' | 'lastDay' | 'prudentDay' | 'expiresAt' | 'running' | 'confidence' | 'court'>
  > & {
    /** Codes that must be among the steps, the warnings and the missing facts. */
    steps?: string[];
    warnings?: string[];
    missing?: string[];
    /** Codes or facts that must not be there. */
    without?: string[];
  };
  why: string;
}
export const asInput = (c: DeadlineCase): DeadlineInput => c.given as DeadlineInput;
