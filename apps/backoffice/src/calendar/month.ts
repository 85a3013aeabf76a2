import type { Appointment, DeadlineRow } from '@permanence/contracts';
import { addDays, addMonths, isIsoDate, isoDate, weekday, type IsoDate } from '@permanence/rules';
import { parisDay } from '../ui/days.ts';

/** urgent: hours, people held and seven days; grave: fifteen days and a month; calm: the rest. Each has its sign and its word. */
export type GravityBand = 'urgent' | 'grave' | 'calm';
export const bandOf = (gravity: number): GravityBand => (gravity <= 3 ? 'urgent' : gravity <= 5 ? 'grave' : 'calm');

export type Entry =
  | { kind: 'prudent' | 'last' | 'hour'; on: IsoDate; at: string | null; deadline: DeadlineRow }
  | { kind: 'appointment'; on: IsoDate; at: string; appointment: Appointment };

/** Court limits by the hour, then by their gravity; then appointments, in the order of the day. */
const rank = (entry: Entry): string =>
  entry.kind === 'appointment' ? `9 ${entry.at}` : `${entry.deadline.gravity} ${entry.kind === 'last' ? 1 : 0} ${entry.at ?? ''}`;

/** What falls on each day of a month: the prudent day and the legal last day of a limit are two entries, unless they are one day. */
export function entriesOf(deadlines: readonly DeadlineRow[], appointments: readonly Appointment[], month: string): Map<IsoDate, Entry[]> {
  const entries: Entry[] = [];
  for (const deadline of deadlines) {
    const { expiresAt, prudentOn, lastDayOn } = deadline;
    // On the clock of the place: the day on which the hours run out there.
    const hourOn = expiresAt?.slice(0, 10);
    if (isIsoDate(hourOn)) entries.push({ kind: 'hour', on: hourOn, at: expiresAt, deadline });
    if (isIsoDate(prudentOn)) entries.push({ kind: 'prudent', on: prudentOn, at: null, deadline });
    if (isIsoDate(lastDayOn) && lastDayOn !== prudentOn) entries.push({ kind: 'last', on: lastDayOn, at: null, deadline });
  }
  for (const appointment of appointments)
    entries.push({ kind: 'appointment', on: parisDay(appointment.startsAt), at: appointment.startsAt, appointment });
  const days = new Map<IsoDate, Entry[]>();
  for (const entry of entries.filter(({ on }) => on.startsWith(month)).sort((a, b) => (rank(a) < rank(b) ? -1 : 1)))
    days.set(entry.on, [...(days.get(entry.on) ?? []), entry]);
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const firstDay = (month: string): IsoDate => isoDate(`${month}-01`);
export const lastDay = (month: string): IsoDate => addDays(addMonths(firstDay(month), 1), -1);
export const nextMonth = (month: string, by: number): string => addMonths(firstDay(month), by).slice(0, 7);

/** Whole weeks from Monday to Sunday that hold a month; days of its neighbours are null. */
export function weeksOf(month: string): (IsoDate | null)[][] {
  const [first, last] = [firstDay(month), lastDay(month)];
  const weeks: (IsoDate | null)[][] = [];
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, at) => {
        const on = addDays(monday, at);
        return on < first || on > last ? null : on;
      }),
    );
  return weeks;
}
