import type { DeadlineRow } from '@permanence/contracts';
import { useWords } from '../i18n/words.ts';
import { Badge, type Tone } from '../ui/page.tsx';

type Left = Pick<DeadlineRow, 'daysLeft' | 'workingDaysLeft'> & { minutesLeft?: number | null };

const SOON_DAYS = 7;
const NEAR_DAYS = 30;
export const toneOf = ({ daysLeft, minutesLeft }: Left): Tone =>
  (minutesLeft !== null && minutesLeft !== undefined) || daysLeft <= SOON_DAYS ? 'danger' : daysLeft <= NEAR_DAYS ? 'warn' : 'quiet';

/** How much is left: days and working days; hours and minutes where hours count, the night and the week-end with them. */
export function useLeft(): (left: Left) => string {
  const { words } = useWords();
  const t = words.deadlines;
  return ({ daysLeft, workingDaysLeft, minutesLeft }) =>
    minutesLeft === null || minutesLeft === undefined ? t.daysLeft(daysLeft, workingDaysLeft) : t.minutesLeft(minutesLeft);
}
export function LeftBadge({ of }: { of: Left }) {
  const left = useLeft();
  return <Badge tone={toneOf(of)}>{left(of)}</Badge>;
}
