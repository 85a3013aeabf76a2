import type { Actor } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { fromDay, toDay, toInstant } from '../support/dates.ts';
import { personScope } from '../support/scope.ts';

/** A weighing as stored: with all it was given, so that a corrected rule can list whom it touches. */
export interface AssessmentRow {
  id: string;
  personId: string;
  dossierId: string | null;
  onDate: string;
  facts: unknown;
  documents: unknown;
  result: unknown;
  rulesVersion: string;
  createdByName: string | null;
  createdAt: string;
}
const select = {
  id: true,
  personId: true,
  dossierId: true,
  onDate: true,
  facts: true,
  documents: true,
  result: true,
  rulesVersion: true,
  createdById: true,
  createdAt: true,
} as const;

export class AssessmentsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  /** A weighing that counted restricted papers would tell of them: it is for those who may see them. */
  private get scope() {
    return {
      associationId: this.actor.associationId,
      person: personScope(this.actor),
      ...(this.actor.restrictedPapers ? {} : { NOT: { documents: { array_contains: [{ confidential: true }] } } }),
    } satisfies Prisma.AssessmentWhereInput;
  }
  async add(assessment: Omit<AssessmentRow, 'createdByName'>): Promise<void> {
    const { onDate, createdAt, facts, documents, result, ...rest } = assessment;
    await this.tx.assessment.create({
      data: {
        ...rest,
        onDate: fromDay(onDate),
        createdAt: new Date(createdAt),
        facts: facts as Prisma.InputJsonValue,
        documents: documents as Prisma.InputJsonValue,
        result: result as Prisma.InputJsonValue,
        createdById: this.actor.userId,
        associationId: this.actor.associationId,
      },
    });
  }
  /** Newest first. */
  async ofPerson(personId: string, limit: number): Promise<AssessmentRow[]> {
    return this.rows({ personId }, limit);
  }
  async find(id: string): Promise<AssessmentRow | null> {
    return (await this.rows({ id }, 1))[0] ?? null;
  }
  /** The weighing of the same person before this one. */
  async before({ id, personId, createdAt }: Pick<AssessmentRow, 'id' | 'personId' | 'createdAt'>): Promise<AssessmentRow | null> {
    const at = new Date(createdAt);
    const where = { personId, OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
    return (await this.rows(where, 1))[0] ?? null;
  }
  /** The newest weighing of each of these people, by person. */
  async latestOf(personIds: readonly string[]): Promise<Map<string, AssessmentRow>> {
    const rows = await this.tx.assessment.findMany({
      where: { ...this.scope, personId: { in: [...personIds] } },
      distinct: ['personId'],
      select: { id: true },
      orderBy: [{ personId: 'asc' }, { createdAt: 'desc' }, { id: 'desc' }],
    });
    const full = await this.rows({ id: { in: rows.map(({ id }) => id) } }, rows.length);
    return new Map(full.map((row) => [row.personId, row]));
  }

  private async rows(where: Prisma.AssessmentWhereInput, limit: number): Promise<AssessmentRow[]> {
    const rows = await this.tx.assessment.findMany({
      where: { AND: [this.scope, where] },
      select,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    const users = await this.tx.user.findMany({
      where: { associationId: this.actor.associationId, id: { in: rows.map((row) => row.createdById).filter((id) => id !== null) } },
      select: { id: true, displayName: true },
    });
    const names = new Map(users.map((user) => [user.id, user.displayName]));
    return rows.map(({ createdById, onDate, createdAt, ...row }) => ({
      ...row,
      onDate: toDay(onDate),
      createdAt: toInstant(createdAt),
      createdByName: names.get(createdById ?? '') ?? null,
    }));
  }
}
