import type { Deadline, Decision, Filing } from '@permanence/contracts';
import { addDays, addMonths, dayNumber, daysBetween, isIsoDate, isoDate, monthOf, yearOf, type IsoDate } from '@permanence/rules';

/**
 * What the drawing of a dossier's clock shows, worked out apart from how it is drawn. Every day comes from the server; nothing is computed
 * here but where it lies.
 */
export const MARKS = ['event', 'received', 'opens', 'term', 'prudent', 'last', 'ends', 'done'] as const;
export type MarkKind = (typeof MARKS)[number];
export interface Mark {
  kind: MarkKind;
  on: IsoDate;
}
export type LaneState = Deadline['state'] | 'event';
export interface Lane {
  id: string;
  /** As it is numbered in the table too. */
  number: number;
  state: LaneState;
  marks: Mark[];
  from: IsoDate;
  to: IsoDate;
  /** A window: drawn as a bar from its first day to its last. */
  bar: boolean;
  deadline: Deadline | null;
  event: DossierEvent | null;
}
export type DossierEvent =
  | { kind: 'decision'; paper: Decision['paper']; on: IsoDate }
  | { kind: 'filed'; filing: Filing['kind']; on: IsoDate }
  | { kind: 'complete'; on: IsoDate }
  | { kind: 'receipt'; on: IsoDate };

const day = (text: unknown): IsoDate | null => {
  const on = typeof text === 'string' ? text.slice(0, 10) : text;
  return isIsoDate(on) ? on : null;
};
/** The day the decision came: handed over, collected, first presented or put online, as the rules were told. */
export const receivedOn = ({ facts }: Pick<Deadline, 'facts'>): IsoDate | null => {
  const inner = (facts['facts'] ?? {}) as Record<string, unknown>;
  const told = [facts['notifiedAt'], facts['notifiedOn'], inner['collectedOn'], inner['firstPresentedOn'], inner['postedOnPortalOn']];
  return told.map(day).find((on) => on !== null) ?? null;
};

const RANK: Record<Deadline['state'], number> = { open: 0, done: 1, cancelled: 2, superseded: 3 };
const byUrgency = (a: Deadline, b: Deadline): number =>
  RANK[a.state] - RANK[b.state] ||
  a.gravity - b.gravity ||
  (a.expiresAt ?? a.prudentOn ?? '').localeCompare(b.expiresAt ?? b.prudentOn ?? '') ||
  b.createdAt.localeCompare(a.createdAt);

function deadlineLane(deadline: Deadline): Omit<Lane, 'number'> | null {
  const { id, state, opensOn, termOn, prudentOn, lastDayOn, expiresAt, doneOn } = deadline;
  const found: [MarkKind, IsoDate | null][] = [
    ['received', receivedOn(deadline)],
    ['opens', day(opensOn)],
    ['term', day(termOn)],
    ['prudent', day(prudentOn)],
    ['last', day(lastDayOn)],
    ['ends', day(expiresAt)],
    ['done', day(doneOn)],
  ];
  const marks = found.flatMap(([kind, on]): Mark[] => (on ? [{ kind, on }] : []));
  if (!marks.length) return null;
  const days = marks.map(({ on }) => on).sort();
  return { id, state, marks, from: days[0]!, to: days.at(-1)!, bar: opensOn !== null, deadline, event: null };
}

const eventLane = (id: string, event: DossierEvent): Omit<Lane, 'number'> => ({
  id,
  state: 'event',
  marks: [{ kind: 'event', on: event.on }],
  from: event.on,
  to: event.on,
  bar: false,
  deadline: null,
  event,
});

function eventsOf(decisions: readonly Decision[], filings: readonly Filing[]): Omit<Lane, 'number'>[] {
  const lanes: Omit<Lane, 'number'>[] = [];
  for (const { id, paper, notifiedAt, notifiedOn, decisionOn } of decisions) {
    const on = day(notifiedAt) ?? day(notifiedOn) ?? day(decisionOn);
    if (on) lanes.push(eventLane(id, { kind: 'decision', paper, on }));
  }
  for (const { id, kind, filedOn, completeOn, receiptUntil } of filings) {
    const on = { filed: day(filedOn), complete: day(completeOn), receipt: day(receiptUntil) };
    if (on.filed) lanes.push(eventLane(`${id}-filed`, { kind: 'filed', filing: kind, on: on.filed }));
    if (on.complete) lanes.push(eventLane(`${id}-complete`, { kind: 'complete', on: on.complete }));
    if (on.receipt) lanes.push(eventLane(`${id}-receipt`, { kind: 'receipt', on: on.receipt }));
  }
  return lanes.sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Limits first, what runs before what is behind; then what happened, in its order. */
export const lanesOf = (deadlines: readonly Deadline[], decisions: readonly Decision[], filings: readonly Filing[]): Lane[] =>
  [...[...deadlines].sort(byUrgency).flatMap((deadline) => deadlineLane(deadline) ?? []), ...eventsOf(decisions, filings)].map(
    (lane, at) => ({ ...lane, number: at + 1 }),
  );

export interface Span {
  from: IsoDate;
  to: IsoDate;
}
/** A year back and two ahead at most: what lies outside is drawn at the edge, with an arrow, and said in full in the table. */
const BACK_MONTHS = -12;
const AHEAD_MONTHS = 24;
const MARGIN_DAYS = 10;

/** The days drawn: all of the lanes and today, within reason. */
export function spanOf(lanes: readonly Lane[], today: IsoDate): Span {
  const days = [today, ...lanes.flatMap(({ from, to }) => [from, to])].sort();
  const [first, last] = [addMonths(today, BACK_MONTHS), addMonths(today, AHEAD_MONTHS)];
  const from = days[0]! < first ? first : days[0]!;
  const to = days.at(-1)! > last ? last : days.at(-1)!;
  return { from: addDays(from, -MARGIN_DAYS), to: addDays(to, MARGIN_DAYS) };
}
/** Where a day lies, from 0 to 1; beyond, it is cut to the edge. */
export const placeOf = (on: IsoDate, { from, to }: Span): { at: number; outside: 'before' | 'after' | null } => {
  const at = daysBetween(from, on) / daysBetween(from, to);
  if (at < 0) return { at: 0, outside: 'before' };
  return at > 1 ? { at: 1, outside: 'after' } : { at, outside: null };
};

const LEAST_TICK_POINTS = 64;
/** First days of months for the scale, as many as the width holds. */
export function ticksOf({ from, to }: Span, width: number): IsoDate[] {
  const months = Math.max(1, (dayNumber(to) - dayNumber(from)) / 30.4);
  const step = [1, 2, 3, 6, 12].find((n) => (width * n) / months >= LEAST_TICK_POINTS) ?? 12;
  const ticks: IsoDate[] = [];
  let month = isoDate(`${from.slice(0, 7)}-01`);
  for (; month <= to; month = addMonths(month, 1))
    if (month >= from && (yearOf(month) * 12 + monthOf(month) - 1) % step === 0) ticks.push(month);
  return ticks;
}
