import { toFieldProblems, type FieldProblem } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import type { z } from 'zod';
import type { Words } from '../i18n/words.ts';
import { parseDay, parseTime } from './days.ts';

/** The form found something to correct before sending anything. */
export class Refused extends Error {
  readonly problems: readonly FieldProblem[];
  constructor(problems: readonly FieldProblem[]) {
    super('refused');
    this.problems = problems;
  }
}

/** Turns what was typed into a request, gathering what is wrong on the way, so that everything is said at once. */
export class Reading {
  private readonly problems: FieldProblem[] = [];
  constructor(private readonly words: Pick<Words, 'form'>) {}

  refuse(field: string, message: string): void {
    this.problems.push({ field, message });
  }
  /** A day typed `JJ/MM/AAAA`; null when left empty. */
  day(field: string, typed: string): IsoDate | null {
    const day = parseDay(typed);
    if (day !== 'invalid') return day;
    this.refuse(field, this.words.form.badDay);
    return null;
  }
  /** A day that must be there. */
  neededDay(field: string, typed: string): IsoDate | null {
    const day = this.day(field, typed);
    if (day === null && !typed.trim()) this.refuse(field, this.words.form.needed);
    return day;
  }
  time(field: string, typed: string): string | null {
    const time = parseTime(typed);
    if (time === undefined || time === null) {
      this.refuse(field, this.words.form.badTime);
      return null;
    }
    return time;
  }
  /** A number typed with a comma or a point; null when left empty. */
  number(field: string, typed: string): number | null {
    const text = typed
      .trim()
      .replace(/[\s\u202f]/g, '')
      .replace(',', '.');
    if (!text) return null;
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
    this.refuse(field, this.words.form.badNumber);
    return null;
  }
  /**
   * The request, checked by the contract's own schema: the sentences are those of the API.
   * @throws Refused with every problem found, one per field
   */
  done<T>(schema: z.ZodType<T>, request: unknown): T {
    const parsed = schema.safeParse(request);
    const found = [...this.problems, ...(parsed.success ? [] : toFieldProblems(parsed.error.issues))];
    if (found.length || !parsed.success)
      throw new Refused(found.filter(({ field }, at) => found.findIndex((f) => f.field === field) === at));
    return parsed.data;
  }
  /** @throws Refused when something was noted */
  finish(): void {
    if (this.problems.length) throw new Refused(this.problems);
  }
}
/** Text as typed, or null when there is none. */
export const orNull = (typed: string): string | null => typed.trim() || null;
