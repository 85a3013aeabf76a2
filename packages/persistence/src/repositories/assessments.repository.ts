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
    const rows = await this.tx.assessment.findMany({
      where: { ...this.scope, personId },
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
