import { addDays, dayNumber, isoDate, type IsoDate } from '@permanence/rules';

const MINUTE = 60_000;
/** Making a formatter costs a thousand times more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(timeZone: string): Intl.DateTimeFormat {
  const made = formatters.get(timeZone);
  if (made) return made;
  const fresh = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, fresh);
  return fresh;
}

export interface Local {
  on: IsoDate;
  /** Minutes since local midnight. */
  minutes: number;
}

/** The day and hour a clock on the wall shows at `instant` (ISO) in `timeZone` (IANA). */
export function localOf(instant: string, timeZone: string): Local {
  const p = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(new Date(instant))
      .map(({ type, value }) => [type, value]),
  );
  return { on: isoDate(`${p['year']!.padStart(4, '0')}-${p['month']}-${p['day']}`), minutes: Number(p['hour']) * 60 + Number(p['minute']) };
}

/**
 * The ISO instant at which that clock shows this time. When an hour is repeated, its first showing; when it is skipped, the instant
 * the clock jumps to.
 */
export function instantAt({ on, minutes }: Local, timeZone: string): string {
  const wall = dayNumber(on) * 1440 + minutes;
  const shown = (at: number): number => {
    const local = localOf(new Date(at * MINUTE).toISOString(), timeZone);
    return dayNumber(local.on) * 1440 + local.minutes;
  };
  const offsets = [wall - 1440, wall + 1440].map((at) => shown(at) - at);
  const exact = offsets.map((offset) => wall - offset).filter((at) => shown(at) === wall);
  return new Date((exact.length ? Math.min(...exact) : wall - Math.min(...offsets)) * MINUTE).toISOString();
}

/** Messages leave between 8 h and 20 h. */
export const OPENS_AT = 8 * 60;
export const CLOSES_AT = 20 * 60;
/** `instant` itself when it lies within the sending hours, else the next 8 h. */
export function withinSendingHours(instant: string, timeZone: string): string {
  const { on, minutes } = localOf(instant, timeZone);
  if (minutes >= OPENS_AT && minutes < CLOSES_AT) return instant;
  return instantAt({ on: minutes < OPENS_AT ? on : addDays(on, 1), minutes: OPENS_AT }, timeZone);
}
