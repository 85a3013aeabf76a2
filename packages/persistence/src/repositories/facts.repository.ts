import type { Actor, AnswerState, Child, FactHistoryLine, FactValue, SaidBy } from '@permanence/contracts';
import { FactValue as FactValueSchema } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import type { AnswerState as StoredState } from '../generated/enums.ts';
import { fromDay, toDay, toInstant, toInstantOrNull } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { personScope } from '../support/scope.ts';

export interface StoredAnswer {
  fact: string;
  childId: string | null;
  state: AnswerState;
  value: FactValue | null;
  saidBy: SaidBy;
  saidOn: string;
  recordedByName: string | null;
  recordedAt: string;
}
export type NewAnswer = Omit<StoredAnswer, 'recordedByName' | 'recordedAt'> & { id: string };

const STATES: Record<StoredState, AnswerState> = {
  value: 'value',
  dont_know: 'dont-know',
  prefers_not: 'prefers-not',
  skipped: 'skipped',
  withdrawn: 'withdrawn',
};
const stored = (state: AnswerState): StoredState => state.replace('-', '_') as StoredState;
const select = {
  id: true,
  factKey: true,
  childId: true,
  state: true,
  value: true,
  saidBy: true,
  saidOn: true,
  recordedById: true,
  recordedAt: true,
  supersededAt: true,
  child: { select: { label: true } },
} as const;

const toAnswer = (
  row: Omit<Prisma.FactAnswerGetPayload<{ select: typeof select }>, 'child'>,
  recordedByName: string | null,
): StoredAnswer => ({
  fact: row.factKey,
  childId: row.childId,
  state: STATES[row.state],
  value: row.value === null ? null : FactValueSchema.parse(row.value),
  saidBy: row.saidBy as SaidBy,
  saidOn: toDay(row.saidOn),
  recordedByName,
  recordedAt: toInstant(row.recordedAt),
});

/** Answers are never changed, only superseded: the history stays. */
export class FactsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, person: personScope(this.actor) };
  }

  /** One writer at a time per person until the transaction ends: two batches at once follow each other instead of colliding. */
  async lock(personId: string): Promise<void> {
    await this.tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`facts ${personId}`}, 0))`;
  }

  /** Answers in force, those about removed children left out. */
  async current(personId: string): Promise<StoredAnswer[]> {
    const rows = await this.tx.factAnswer.findMany({
      where: { ...this.scope, personId, current: true, OR: [{ childId: null }, { child: { removedAt: null } }] },
      select,
    });
    const names = await this.names(rows.map((row) => row.recordedById));
    return rows.map((row) => toAnswer(row, names.get(row.recordedById ?? '') ?? null));
  }

  /** Answers in force and children of several people at once, by person; who noted them is left out. */
  async ofMany(personIds: readonly string[]): Promise<Map<string, { answers: StoredAnswer[]; children: { id: string }[] }>> {
    const mine = { ...this.scope, personId: { in: [...personIds] } };
    const [answers, children] = await Promise.all([
      this.tx.factAnswer.findMany({
        where: { ...mine, current: true, OR: [{ childId: null }, { child: { removedAt: null } }] },
        select: { ...select, personId: true },
      }),
      this.tx.child.findMany({
        where: { ...mine, removedAt: null },
        select: { id: true, personId: true },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      }),
    ]);
    const found = new Map(personIds.map((id) => [id, { answers: [] as StoredAnswer[], children: [] as { id: string }[] }]));
    for (const { personId, ...row } of answers) found.get(personId)?.answers.push(toAnswer(row, null));
    for (const { personId, id } of children) found.get(personId)?.children.push({ id });
    return found;
  }

  /** Newest first, children removed since included. */
  async history(personId: string, limit: number): Promise<FactHistoryLine[]> {
    const rows = await this.tx.factAnswer.findMany({
      where: { ...this.scope, personId },
      select,
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    const names = await this.names(rows.map((row) => row.recordedById));
    return rows.map((row) => ({
      id: row.id,
      fact: row.factKey,
      childId: row.childId,
      childLabel: row.child?.label ?? null,
      state: STATES[row.state],
      value: row.value === null ? null : FactValueSchema.parse(row.value),
      saidBy: row.saidBy as SaidBy,
      saidOn: toDay(row.saidOn),
      recordedByName: names.get(row.recordedById ?? '') ?? null,
      recordedAt: toInstant(row.recordedAt),
      supersededAt: toInstantOrNull(row.supersededAt),
    }));
  }

  /** Supersedes what was in force for the same questions. Call `lock` first. */
  async record(personId: string, answers: readonly NewAnswer[], at: string): Promise<void> {
    for (const { fact, childId } of answers) await this.supersede(personId, fact, childId, at);
    await this.tx.factAnswer.createMany({
      data: answers.map(({ id, fact, childId, state, value, saidBy, saidOn }) => ({
        id,
        associationId: this.actor.associationId,
        personId,
        factKey: fact,
        childId,
        subject: childId ?? '',
        state: stored(state),
        ...(value === null ? {} : { value }),
        saidBy,
        saidOn: fromDay(saidOn),
        recordedById: this.actor.userId,
        recordedAt: new Date(at),
      })),
    });
  }
  async supersede(personId: string, fact: string, childId: string | null, at: string): Promise<number> {
    const { count } = await this.tx.factAnswer.updateMany({
      where: { ...this.scope, personId, factKey: fact, subject: childId ?? '', current: true },
      data: { current: null, supersededAt: new Date(at) },
    });
    return count;
  }

  async children(personId: string): Promise<Child[]> {
    return this.tx.child.findMany({
      where: { ...this.scope, personId, removedAt: null },
      select: { id: true, label: true, position: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
  }
  async findChild(id: string): Promise<(Child & { personId: string }) | null> {
    return this.tx.child.findFirst({
      where: { ...this.scope, id, removedAt: null },
      select: { id: true, label: true, position: true, personId: true },
    });
  }
  async addChild(child: Child & { personId: string }): Promise<void> {
    await this.tx.child.create({ data: { ...child, associationId: this.actor.associationId } });
  }
  async renameChild(id: string, label: string): Promise<void> {
    const { count } = await this.tx.child.updateMany({ where: { ...this.scope, id, removedAt: null }, data: { label } });
    expectOne(count, false);
  }
  async removeChild(id: string, at: string): Promise<void> {
    const { count } = await this.tx.child.updateMany({ where: { ...this.scope, id, removedAt: null }, data: { removedAt: new Date(at) } });
    expectOne(count, false);
  }

  private async names(ids: readonly (string | null)[]): Promise<Map<string, string>> {
    const users = await this.tx.user.findMany({
      where: { associationId: this.actor.associationId, id: { in: [...new Set(ids.filter((id) => id !== null))] } },
      select: { id: true, displayName: true },
    });
    return new Map(users.map((user) => [user.id, user.displayName]));
  }
}
