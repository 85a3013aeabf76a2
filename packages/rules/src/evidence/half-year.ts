import type { CalendarOfPapers } from './calendar-of-papers.ts';
import type { HalfYearReading } from './requirement.ts';

/** `2024-S1` = January to June 2024. */
const label = (halfYear: number): string => `${String(Math.floor(halfYear / 2)).padStart(4, '0')}-S${(halfYear % 2) + 1}`;

/**
 * How files of many years are read in practice: at least two grade A papers a year, one in each half-year; or grade B papers, one in each
 * quarter. The first and last half-years count whole, also for the months outside the period.
 */
export const halfYearReading = (calendar: CalendarOfPapers, from: number, to: number): HalfYearReading => {
  const first = Math.floor(from / 6);
  const last = Math.floor(to / 6);
  const missing: string[] = [];
  let gradeA = 0;
  for (let half = first; half <= last; half++) {
    let certain = false;
    const quarters = [false, false];
    for (let month = Math.max(from, half * 6); month <= Math.min(to, half * 6 + 5); month++) {
      const grade = calendar.grade('presence', month);
      if (grade === 'A') {
        gradeA++;
        certain = true;
      }
      if (grade === 'A' || grade === 'B') quarters[month % 6 < 3 ? 0 : 1] = true;
    }
    const wanted = [half * 6 + 2 >= from && half * 6 <= to, half * 6 + 5 >= from && half * 6 + 3 <= to];
    if (!certain && wanted.some((asked, quarter) => asked && !quarters[quarter])) missing.push(label(half));
  }
  const halfYears = last - first + 1;
  const covered = halfYears - missing.length;
  const status = missing.length === 0 ? 'complete' : missing.length === 1 && halfYears >= 10 ? 'nearly' : 'insufficient';
  return { status, halfYears, coveredHalfYears: covered, gradeA, missing };
};
