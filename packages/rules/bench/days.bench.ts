/**
 * A calendar of the reference's own, on JavaScript dates: the tested one must not vouch for itself. Days are numbers, 1 January 1970 = 0.
 */
const DAY = 86_400_000;
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** The day so many months later; the last of the month when that day does not exist. */
export const monthsLater = (day: number, months: number): number => {
  const start = new Date(day * DAY);
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / DAY + Math.min(start.getUTCDate(), last) - 1;
};

/** The latest start whose anniversary has come on `on` (or, strictly, was before it): what engines without a calendar compare with. */
export const latestStart = (on: number, months: number, strictly: boolean): number => {
  let start = monthsLater(on, -months) + 4;
  while (monthsLater(start, months) > (strictly ? on - 1 : on)) start--;
  return start;
};
