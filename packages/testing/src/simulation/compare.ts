import type { TestDatabase } from '../database/test-database.ts';
import type { Books, Line } from './books.ts';
import type { Want } from './oracle/limits.ts';

/** A limit as it is really stored. */
interface Row {
  id: string;
  source_id: string;
  rule_id: string;
  last: string | null;
  prudent: string | null;
  expires: string | null;
  opens: string | null;
  state: string;
  current: boolean | null;
  replaces_id: string | null;
  retired_because: string | null;
}
export const FAULTS = ['lost', 'doubled', 'notRecomputed', 'wrong', 'moved'] as const;
/**
 * `lost`: a limit, or a line of its history, that is no longer there. `doubled`: open twice. `notRecomputed`: still the day of before.
 * `wrong`: another day, state or history than the second reader's. `moved`: the day of a row changed under the same id.
 */
export type Fault = (typeof FAULTS)[number];

const text = (row: Row): string => `${row.last} ${row.prudent} ${row.expires} ${row.opens}`;
const textOf = ({ last, prudent, expires, opens }: Want): string => `${last} ${prudent} ${expires} ${opens}`;
const stateOf = (line: Line): string => (line.asleep || line.state === 'two-people' ? 'cancelled' : line.state);

/** Compares what is stored with the books, and remembers every row it has seen. */
export class Comparison {
  /** Faults by kind, each named once however often it is seen. */
  readonly faults: Record<Fault, Map<string, string>> = {
    lost: new Map(),
    doubled: new Map(),
    notRecomputed: new Map(),
    wrong: new Map(),
    moved: new Map(),
  };
  checks = 0;
  private on = '';
  private printed = '';
  private readonly seen = new Map<string, string>();
  constructor(
    private readonly db: Pick<TestDatabase, 'asSuperuser'>,
    private readonly associationId: string,
    private readonly books: Books,
  ) {}

  private rows(personId: string | null): Promise<Row[]> {
    return this.db.asSuperuser<Row & Record<string, unknown>>(
      `select id, source_id, rule_id, last_day_on::text as last, prudent_on::text as prudent, opens_on::text as opens,
         (extract(epoch from expires_at) * 1000)::bigint::text as expires, state::text, current, replaces_id, retired_because
       from deadline where association_id = $1 and ($2::uuid is null or person_id = $2)`,
      [this.associationId, personId],
    );
  }
  private fault(kind: Fault, what: string): void {
    if (!this.faults[kind].has(what)) this.faults[kind].set(what, this.on);
  }
  /** The row of the books changed by the simulation itself, as an older version of the rules had left it. */
  forget(id: string): void {
    this.seen.delete(id);
  }

  /** Every row in one number: while it is the one of the last look, nothing has moved. */
  private async print(): Promise<string> {
    const [row] = await this.db.asSuperuser<{ print: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(
         concat_ws(' ', id, source_id, rule_id, last_day_on, prudent_on, expires_at, opens_on, state, current, replaces_id), 0)), 0) as print
       from deadline where association_id = $1`,
      [this.associationId],
    );
    return row!.print;
  }
  /** Everything of the association. `changed` false: nothing happened since the last look. */
  async everything(on: string, changed: boolean): Promise<void> {
    const print = await this.print();
    if (!changed && print === this.printed) {
      this.checks += this.books.all().length;
      return;
    }
    this.printed = print;
    this.on = on;
    const rows = await this.rows(null);
    this.compare(rows, this.books.all());
    const there = new Set(rows.map((row) => row.id));
    for (const id of this.seen.keys()) if (!there.has(id)) this.fault('lost', `row ${id}`);
    const history = new Map<string, number>();
    for (const { source_id, rule_id, current } of rows)
      if (!current) history.set(`${source_id} ${rule_id}`, (history.get(`${source_id} ${rule_id}`) ?? 0) + 1);
    for (const [key, n] of this.books.history) {
      const kept = history.get(key) ?? 0;
      if (kept !== n) this.fault(kept < n ? 'lost' : 'wrong', `${key}: ${kept} lines of history, expected ${n}`);
      this.checks += 1;
    }
  }
  /** What concerns one person, right after a change. */
  async person(personId: string, sources: readonly string[], on: string): Promise<void> {
    this.on = on;
    const rows = await this.rows(personId);
    this.compare(
      rows,
      sources.flatMap((id) => this.books.ofSource(id)),
    );
  }

  private compare(rows: readonly Row[], lines: readonly Line[]): void {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const current = new Map<string, Row[]>();
    for (const row of rows) {
      this.remember(row);
      if (row.current || row.state === 'open')
        current.set(`${row.source_id} ${row.rule_id}`, [...(current.get(`${row.source_id} ${row.rule_id}`) ?? []), row]);
    }
    for (const line of lines) {
      const key = `${line.sourceId} ${line.want.ruleId}`;
      const found = current.get(key) ?? [];
      current.delete(key);
      this.checks += 1;
      if (found.length > 1) this.fault('doubled', key);
      const row = found.find((one) => one.current) ?? found[0];
      if (!row) this.fault('lost', `${key} ${textOf(line.want)}`);
      else this.compareOne(row, line, byId);
    }
    for (const [key, [row]] of current) this.fault('wrong', `${key}: ${row!.state} ${text(row!)}, expected none`);
  }
  private compareOne(row: Row, line: Line, byId: ReadonlyMap<string, Row>): void {
    const key = `${row.source_id} ${row.rule_id}`;
    const expected = line.stale ?? line.want;
    if (text(row) !== textOf(expected)) {
      const old = line.before && text(row) === textOf(line.before);
      this.fault(old ? 'notRecomputed' : 'wrong', `${key}: ${text(row)}, expected ${textOf(expected)}`);
    }
    const state = stateOf(line);
    if (row.state !== state) this.fault(state === 'open' ? 'lost' : 'wrong', `${key}: ${row.state}, expected ${state}`);
    if (!line.follows) return;
    const before = row.replaces_id ? byId.get(row.replaces_id) : null;
    if (!before || before.current || before.source_id !== row.source_id || !before.retired_because)
      this.fault('wrong', `${key}: nothing leads to what it replaced`);
  }
  private remember(row: Row): void {
    const known = this.seen.get(row.id);
    if (known === undefined) this.seen.set(row.id, text(row));
    else if (known !== text(row)) this.fault('moved', `${row.source_id} ${row.rule_id}: ${text(row)}, was ${known}`);
  }
}
