import type { IsoDate } from '@permanence/rules';
import type { When } from '../mail/person-message.ts';
import { localOf } from './local-time.ts';

/** The dates of a source that a message can announce. */
export interface Announceable {
  prudentOn: string | null;
  lastDayOn: string | null;
  startsAt: string | null;
  expiresAt: string | null;
}
/**
 * The day, or the day and hour, that a person is told; null when there is none. Once the prudent day is over, the day that still counts
 * is the last one of the law.
 */
export function announcedOf({ prudentOn, lastDayOn, startsAt, expiresAt }: Announceable, now: string, timeZone: string): When | null {
  if (startsAt) return localOf(startsAt, timeZone);
  const today = localOf(now, timeZone).on;
  const day = prudentOn && prudentOn < today && lastDayOn ? lastDayOn : prudentOn;
  if (day) return { on: day as IsoDate };
  return expiresAt ? localOf(expiresAt, timeZone) : null;
}
