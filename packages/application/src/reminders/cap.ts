import { DANGER_POLICIES } from '@permanence/contracts';
import { addDays, daysBetween, isoDate, type IsoDate } from '@permanence/rules';
import { instantAt, localOf } from './local-time.ts';
import { NINE } from './notices.ts';

/** At most one automatic message in so many days to one person, over all their dossiers. */
export const CAP_DAYS = 7;
/** So near to the date, and after it, nothing is held back. */
export const LAST_DAYS = 3;
/** Policies of appeals and of detention: never held back, whatever was sent before. */
const NEVER_HELD_BACK: readonly string[] = DANGER_POLICIES;

/** A notice to the person, as the cap looks at it. */
export interface CappedNotice {
  id: string;
  sourceId: string;
  /** `policy.step` */
  step: string;
  /** The day or instant announced. */
  targetKey: string;
  dueAt: string;
}
/** What else happens to the same person. Of nobody else: a mailbox two people share counts for each of them alone. */
export interface PersonTraffic {
  /** Automatic messages that left, may have left or are leaving, with the instant. */
  sent: readonly { id: string; at: string }[];
  /** Other notices waiting to leave now. */
  due: readonly CappedNotice[];
  /** The notice of the same date that follows this one, if it is still planned. */
  next: { id: string; dueAt: string } | null;
}
/**
 * `go`: it leaves. `move`: it waits until `dueAt`, since `winnerId` leaves first. `fold`: it is left out, since the notice `intoId` of
 * the same date comes before it could leave.
 */
export type CapVerdict = { kind: 'go' } | { kind: 'move'; dueAt: string; winnerId: string } | { kind: 'fold'; intoId: string };

const targetDay = (notice: CappedNotice, timeZone: string): IsoDate =>
  notice.targetKey.length === 10 ? isoDate(notice.targetKey) : localOf(notice.targetKey, timeZone).on;

export const neverHeldBack = (notice: CappedNotice, today: IsoDate, timeZone: string): boolean =>
  NEVER_HELD_BACK.includes(notice.step.split('.')[0] ?? '') || daysBetween(today, targetDay(notice, timeZone)) <= LAST_DAYS;

/** The nearer date first; between equals an order that is always the same. */
function goesBefore(a: CappedNotice, b: CappedNotice, timeZone: string): boolean {
  const key = (n: CappedNotice): string => `${targetDay(n, timeZone)} ${n.sourceId} ${n.step}`;
  return key(a) < key(b);
}

/**
 * The weekly cap. A held-back notice is never lost: it leaves a week after what went first or, if that is sooner, when the last days
 * before its date begin; it is folded only into a later notice of the same date.
 * @param now ISO instant
 * @param timeZone in which days are counted
 */
export function capVerdict(notice: CappedNotice, traffic: PersonTraffic, now: string, timeZone: string): CapVerdict {
  const today = localOf(now, timeZone).on;
  if (neverHeldBack(notice, today, timeZone)) return { kind: 'go' };
  const lately = traffic.sent
    .map(({ id, at }) => ({ id, on: localOf(at, timeZone).on }))
    .filter(({ on }) => daysBetween(on, today) < CAP_DAYS)
    .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.id < b.id ? -1 : 1));
  const before = traffic.due
    .filter((other) => neverHeldBack(other, today, timeZone) || goesBefore(other, notice, timeZone))
    .sort((a, b) => (goesBefore(a, b, timeZone) ? -1 : 1));
  const winner = before[0] ? { id: before[0].id, on: today } : lately[0];
  if (!winner) return { kind: 'go' };
  const free = addDays(winner.on, CAP_DAYS);
  const lastDays = addDays(targetDay(notice, timeZone), -LAST_DAYS);
  const dueAt = instantAt({ on: free < lastDays ? free : lastDays, minutes: NINE }, timeZone);
  if (traffic.next && traffic.next.dueAt <= dueAt) return { kind: 'fold', intoId: traffic.next.id };
  return { kind: 'move', dueAt, winnerId: winner.id };
}
