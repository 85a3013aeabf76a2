import {
  AppError,
  seesWholeAssociation,
  type Actor,
  type CancelRequest,
  type Page,
  type SearchCancelRequests,
} from '@permanence/contracts';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { toDayOrNull, toInstant, toInstantOrNull } from '../support/dates.ts';
import { expectOne, isUniqueViolation } from '../support/errors.ts';
import { dossierScope, personScope } from '../support/scope.ts';
import { userNames } from './notes.repository.ts';

const select = {
  id: true,
  deadlineId: true,
  reason: true,
  state: true,
  requestedById: true,
  requestedAt: true,
  decidedById: true,
  decidedAt: true,
  decisionReason: true,
  version: true,
  deadline: { select: { ruleId: true, prudentOn: true, expiresAt: true, dossierId: true, dossier: { select: { reference: true } } } },
} as const satisfies Prisma.CancelRequestSelect;

export class CancelRequestsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  /** Seen by whoever sees the limit. */
  private get scope(): Prisma.CancelRequestWhereInput {
    const { associationId } = this.actor;
    if (seesWholeAssociation(this.actor)) return { associationId };
    const deadline = { OR: [{ dossierId: null, person: personScope(this.actor) }, { dossier: dossierScope(this.actor) }] };
    return { associationId, deadline };
  }

  /** @throws AppError already-exists while another request about the same limit waits */
  async create(request: { id: string; deadlineId: string; reason: string; requestedById: string; requestedAt: string }): Promise<void> {
    const { associationId } = this.actor;
    try {
      await this.tx.cancelRequest.createMany({ data: [{ ...request, requestedAt: new Date(request.requestedAt), associationId }] });
    } catch (error) {
      if (isUniqueViolation(error)) throw new AppError('already-exists', { message: 'a request waits already', cause: error });
      throw error;
    }
  }
  async decide(
    id: string,
    version: number,
    decision: { state: 'approved' | 'refused'; decidedById: string; decidedAt: string; decisionReason: string | null },
  ): Promise<void> {
    const mine = { AND: [this.scope, { id }] };
    const { count } = await this.tx.cancelRequest.updateMany({
      where: { ...mine, version, state: 'pending' },
      data: { ...decision, decidedAt: new Date(decision.decidedAt), pending: null, version: { increment: 1 } },
    });
    expectOne(count, (await this.tx.cancelRequest.count({ where: mine })) > 0);
  }
  async find(id: string): Promise<CancelRequest | null> {
    const [row] = await this.named(await this.tx.cancelRequest.findMany({ where: { AND: [this.scope, { id }] }, select }));
    return row ?? null;
  }
  async search({ page, perPage, sort, filter }: SearchCancelRequests): Promise<Page<CancelRequest>> {
    const { state, deadlineId, dossierId } = filter;
    const where: Prisma.CancelRequestWhereInput = {
      AND: [
        this.scope,
        ...(state ? [{ state }] : []),
        ...(deadlineId ? [{ deadlineId }] : []),
        ...(dossierId ? [{ deadline: { dossierId } }] : []),
      ],
    };
    const total = await this.tx.cancelRequest.count({ where });
    const rows = await this.tx.cancelRequest.findMany({
      where,
      select,
      orderBy: [{ requestedAt: sort?.order ?? 'desc' }, { id: 'asc' }],
      skip: (page - 1) * perPage,
      take: perPage,
    });
    return { data: await this.named(rows), total };
  }

  private async named(rows: Prisma.CancelRequestGetPayload<{ select: typeof select }>[]): Promise<CancelRequest[]> {
    const names = await userNames(
      this.tx,
      this.actor,
      rows.flatMap((row) => [row.requestedById, row.decidedById]),
    );
    const nameOf = (id: string | null): string | null => (id ? (names.get(id) ?? null) : null);
    return rows.map(({ deadline: { dossier, prudentOn, expiresAt, ...deadline }, ...row }) => ({
      ...row,
      ...deadline,
      dossierReference: dossier?.reference ?? null,
      prudentOn: toDayOrNull(prudentOn),
      expiresAt: toInstantOrNull(expiresAt),
      state: row.state as CancelRequest['state'],
      requestedByName: nameOf(row.requestedById),
      requestedAt: toInstant(row.requestedAt),
      decidedByName: nameOf(row.decidedById),
      decidedAt: toInstantOrNull(row.decidedAt),
    }));
  }
}
