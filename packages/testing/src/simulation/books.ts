import type { Want } from './oracle/limits.ts';

/** One limit as the second reader's books say it must stand in the product now. */
export interface Line {
  sourceId: string;
  want: Want;
  /** Everything it follows from, written in one word: another one is another limit, even on the same day. */
  given: string;
  state: 'open' | 'done' | 'two-people';
  asleep: boolean;
  /** It followed another one of the same source and rule. */
  follows: boolean;
  /** What was expected before, to tell a limit nobody recomputed from one that is wrong. */
  before: Want | null;
  /** Days an older version of the rules had given, until the night weighs it again. */
  stale: Want | null;
}
export interface Counts {
  opened: number;
  recomputed: number;
  replaced: number;
  done: number;
  cancelled: number;
}
export const noCounts = (): Counts => ({ opened: 0, recomputed: 0, replaced: 0, done: 0, cancelled: 0 });

export const sameWant = (a: Want, b: Want): boolean =>
  a.last === b.last && a.prudent === b.prudent && a.expires === b.expires && a.opens === b.opens;

/** What must exist, kept apart from the product: one line per source and rule, and how many are history. */
export class Books {
  private readonly sources = new Map<string, Map<string, Line>>();
  readonly history = new Map<string, number>();
  readonly counts = noCounts();

  ofSource(sourceId: string): Line[] {
    return [...(this.sources.get(sourceId)?.values() ?? [])];
  }
  all(): Line[] {
    return [...this.sources.values()].flatMap((lines) => [...lines.values()]);
  }
  line(sourceId: string, ruleId: string): Line | undefined {
    return this.sources.get(sourceId)?.get(ruleId);
  }
  private retire(line: Line): void {
    const key = `${line.sourceId} ${line.want.ruleId}`;
    this.sources.get(line.sourceId)!.delete(line.want.ruleId);
    this.history.set(key, (this.history.get(key) ?? 0) + 1);
  }
  private open(sourceId: string, want: Want, given: string, old: Line | undefined): void {
    const line: Line = { sourceId, want, given, state: 'open', asleep: false, follows: !!old, before: old?.want ?? null, stale: null };
    const lines = this.sources.get(sourceId) ?? new Map<string, Line>();
    this.sources.set(sourceId, lines.set(want.ruleId, line));
  }

  /** A person changed the source: whatever follows from other facts is another limit. */
  changed(sourceId: string, wants: readonly Want[], given: string): void {
    this.replace(sourceId, wants, given, (line, want) => sameWant(line.stale ?? line.want, want) && line.given === given, false);
  }
  /** The system looked again: only other days are a change, and what was done stays. @returns how many changed */
  checked(sourceId: string, wants: readonly Want[], given: string): number {
    return this.replace(sourceId, wants, given, (line, want) => sameWant(line.stale ?? line.want, want), true);
  }
  private replace(
    sourceId: string,
    wants: readonly Want[],
    given: string,
    same: (line: Line, want: Want) => boolean,
    bySystem: boolean,
  ): number {
    let changes = 0;
    const before = this.ofSource(sourceId);
    for (const line of before) {
      const want = wants.find((w) => w.ruleId === line.want.ruleId);
      if ((want && same(line, want)) || (bySystem && line.state === 'done')) continue;
      this.retire(line);
      if (want) this.counts[bySystem ? 'recomputed' : 'replaced'] += 1;
      else this.counts.cancelled += 1;
      if (!want) changes += 1;
    }
    for (const want of wants) {
      if (this.line(sourceId, want.ruleId)) continue;
      const old = before.find((line) => line.want.ruleId === want.ruleId);
      this.open(sourceId, want, given, old);
      if (!old) this.counts.opened += 1;
      changes += 1;
    }
    return changes;
  }
  drop(line: Line): void {
    this.retire(line);
    this.counts.cancelled += 1;
  }
}
