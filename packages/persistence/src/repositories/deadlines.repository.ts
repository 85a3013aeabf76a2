import { seesWholeAssociation, type Actor, type Page, type RetiredBecause, type SearchDeadlinesRequest } from '@permanence/contracts';
import { RULES_VERSION, type IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { fromDay, fromDayOrNull, toDayOrNull } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { dossierScope, personScope } from '../support/scope.ts';
import { searchWords } from '../support/search-text.ts';
import { deadlineSelect, toDeadline, type DeadlineData, type NewDeadline, type StoredDeadline } from './deadline-rows.ts';
import { BY_GRAVITY } from './dossier-rows.ts';
import { userNames } from './notes.repository.ts';

/** What `due` and `overdue` are measured by. */
export interface Now {
  today: IsoDate;
  /** ISO instant. */
  at: string;
  /** First instant after the window, for limits in hours. */
  until: string | null;
  /** Last day of the window. */
  untilOn: IsoDate | null;
  /** The instants that `from` and `to` begin and end with, at the association. */
  between?: { from: string | null; to: string | null };
}

export interface PermitDates {
  id: string;
  title: string;
  basis: string | null;
  validFrom: IsoDate | null;
  validUntil: IsoDate | null;
  channel: string | null;
  nationality: string | null;
}

export class DeadlinesRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  /** A limit is seen by those of its dossier; one without a dossier by those of its person. */
  private get scope(): Prisma.DeadlineWhereInput {
    const { associationId } = this.actor;
    if (seesWholeAssociation(this.actor)) return { associationId };
    return { associationId, OR: [{ dossierId: null, person: personScope(this.actor) }, { dossier: dossierScope(this.actor) }] };
  }

  async create(deadline: NewDeadline): Promise<void> {
    const { termOn, lastDayOn, prudentOn, expiresAt, opensOn, ...rest } = deadline;
    await this.tx.deadline.createMany({
      data: [
        {
          ...rest,
          termOn: fromDayOrNull(termOn),
          lastDayOn: fromDayOrNull(lastDayOn),
          prudentOn: fromDayOrNull(prudentOn),
          expiresAt: expiresAt === null ? null : new Date(expiresAt),
          opensOn: fromDayOrNull(opensOn),
          rulesSeen: RULES_VERSION,
          associationId: this.actor.associationId,
        },
      ],
    });
  }

  /** Those of one source now in force, done ones included. */
  currentOf(sourceId: string): Promise<StoredDeadline[]> {
    return this.many({ sourceId, current: true });
  }
  /** The limits of a person's permits now in force. */
  currentOfPermits(personId: string): Promise<StoredDeadline[]> {
    return this.many({ personId, sourceKind: 'permit', current: true });
  }
  /** The whole story of a dossier, with the windows of its person's permits, superseded limits included; those in force first. */
  async ofDossier(dossierId: string, personId: string): Promise<StoredDeadline[]> {
    const rows = await this.many({ OR: [{ dossierId }, { dossierId: null, personId }] });
    const rank = { open: 0, done: 1, cancelled: 2, superseded: 3 } as const;
    return rows.sort((a, b) => rank[a.state] - rank[b.state]);
  }
  async find(id: string): Promise<StoredDeadline | null> {
    const [row] = await this.many({ id });
    return row ?? null;
  }
  private async many(where: Prisma.DeadlineWhereInput): Promise<StoredDeadline[]> {
    const rows = await this.tx.deadline.findMany({ where: { AND: [this.scope, where] }, select: deadlineSelect, orderBy: [...BY_GRAVITY] });
    return this.named(rows);
  }
  private async named(rows: DeadlineData[]): Promise<StoredDeadline[]> {
    const names = await userNames(
      this.tx,
      this.actor,
      rows.map((row) => row.doneById),
    );
    return rows.map((row) => toDeadline(row, row.doneById ? (names.get(row.doneById) ?? null) : null));
  }

  /** No longer in force: superseded or cancelled, for good. A done one keeps its state and its proof. */
  async retire(id: string, state: 'superseded' | 'cancelled', because: RetiredBecause): Promise<void> {
    const mine = { AND: [this.scope, { id }] };
    const gone = { current: null, retiredBecause: because, version: { increment: 1 } };
    await this.tx.deadline.updateMany({ where: { ...mine, state: { not: 'done' } }, data: { ...gone, state } });
    await this.tx.deadline.updateMany({ where: { ...mine, state: 'done' }, data: gone });
  }
  /** The limits of a source were checked with the rules of today. */
  async seen(sourceId: string): Promise<void> {
    await this.tx.deadline.updateMany({
      where: { AND: [this.scope, { sourceId, current: true }, { OR: [{ rulesSeen: null }, { rulesSeen: { not: RULES_VERSION } }] }] },
      data: { rulesSeen: RULES_VERSION },
    });
  }
  /**
   * Cancelled by hand, by two people. It stays the current row of its source, so that the same computation does not bring it back;
   * another day would.
   */
  async cancelByTwo(id: string): Promise<boolean> {
    const { count } = await this.tx.deadline.updateMany({
      where: { AND: [this.scope, { id }], state: 'open', current: true },
      data: { state: 'cancelled', retiredBecause: 'two-people', version: { increment: 1 } },
    });
    return count === 1;
  }
  /** With the dossier: its open limits sleep, and wake when it is opened again. */
  async ofDossierBetween(dossierId: string, from: 'open' | 'cancelled', to: 'open' | 'cancelled'): Promise<StoredDeadline[]> {
    // One that two people cancelled stays so.
    const rows = await this.many({ dossierId, state: from, current: true, retiredBecause: null });
    await this.tx.deadline.updateMany({
      where: { AND: [this.scope, { id: { in: rows.map((row) => row.id) } }] },
      data: { state: to, version: { increment: 1 } },
    });
    return rows;
  }
  async markDone(
    id: string,
    version: number,
    { doneOn, proof, documentId }: { doneOn: IsoDate; proof: string | null; documentId: string | null },
  ): Promise<void> {
    await this.change(id, version, 'open', {
      state: 'done',
      doneOn: fromDay(doneOn),
      doneById: this.actor.userId,
      doneProof: proof,
      doneDocumentId: documentId,
    });
  }
  async reopen(id: string, version: number, reason: string): Promise<void> {
    await this.change(id, version, 'done', {
      state: 'open',
      doneOn: null,
      doneById: null,
      doneProof: null,
      doneDocumentId: null,
      reopenReason: reason,
    });
  }
  private async change(id: string, version: number, from: 'open' | 'done', data: Prisma.DeadlineUncheckedUpdateManyInput): Promise<void> {
    const mine = { AND: [this.scope, { id }] };
    const { count } = await this.tx.deadline.updateMany({
      where: { ...mine, version, state: from, current: true },
      data: { ...data, version: { increment: 1 } },
    });
    expectOne(count, (await this.tx.deadline.count({ where: mine })) > 0);
  }

  async search(request: Pick<SearchDeadlinesRequest, 'page' | 'perPage' | 'sort' | 'filter'>, now: Now): Promise<Page<StoredDeadline>> {
    const { page, perPage, sort } = request;
    const where = this.where(request.filter, now);
    const order: Prisma.DeadlineOrderByWithRelationInput[] =
      sort?.field === 'prudentOn'
        ? [{ prudentOn: { sort: sort.order, nulls: 'first' } }, { expiresAt: sort.order }, { id: 'asc' }]
        : sort?.field === 'createdAt'
          ? [{ createdAt: sort.order }, { id: 'asc' }]
          : [...BY_GRAVITY];
    const [rows, total] = await Promise.all([
      this.tx.deadline.findMany({ where, select: deadlineSelect, orderBy: order, skip: (page - 1) * perPage, take: perPage }),
      this.tx.deadline.count({ where }),
    ]);
    return { data: await this.named(rows), total };
  }

  where(filter: SearchDeadlinesRequest['filter'], now: Now): Prisma.DeadlineWhereInput {
    const { state, withinDays, overdue, from, to, mine, holderId, dossierId, personId, sourceKind, q } = filter;
    const [day, at] = [fromDay(now.today), new Date(now.at)];
    const past: Prisma.DeadlineWhereInput = { OR: [{ prudentOn: { lt: day } }, { expiresAt: { lt: at } }] };
    // Not its negation: in SQL, "not unknown" is unknown too.
    const toCome: Prisma.DeadlineWhereInput = {
      AND: [{ OR: [{ prudentOn: null }, { prudentOn: { gte: day } }] }, { OR: [{ expiresAt: null }, { expiresAt: { gte: at } }] }],
    };
    const days = { ...(from ? { gte: fromDay(from) } : {}), ...(to ? { lte: fromDay(to) } : {}) };
    const instants = {
      ...(now.between?.from ? { gte: new Date(now.between.from) } : {}),
      ...(now.between?.to ? { lt: new Date(now.between.to) } : {}),
    };
    const me = this.actor.userId ?? '';
    const heldBy = (userId: string): Prisma.DeadlineWhereInput => ({
      dossier: { members: { some: { current: true, kind: 'holder', userId } } },
    });
    return {
      AND: [
        this.scope,
        ...(state ? [{ state }] : []),
        ...(withinDays === undefined || !now.untilOn || !now.until
          ? []
          : [{ OR: [{ prudentOn: { lte: fromDay(now.untilOn) } }, { expiresAt: { lt: new Date(now.until) } }] }]),
        ...(overdue === undefined ? [] : [overdue ? past : toCome]),
        ...(from || to ? [{ OR: [{ prudentOn: days }, { lastDayOn: days }, { expiresAt: instants }] }] : []),
        ...(mine === undefined
          ? []
          : [
              mine
                ? heldBy(me)
                : { OR: [{ dossierId: null }, { dossier: { members: { none: { current: true, kind: 'holder' as const, userId: me } } } }] },
            ]),
        ...(holderId ? [heldBy(holderId)] : []),
        ...(dossierId ? [{ dossierId }] : []),
        ...(personId ? [{ personId }] : []),
        ...(sourceKind ? [{ sourceKind }] : []),
        ...searchWords(q ?? '').map((word) => ({ person: { searchText: { contains: word } } })),
      ],
    };
  }

  /** What the daily check goes through: open dossiers with something to compute from, and people with a permit. */
  async toRecheck(): Promise<{ dossiers: { dossierId: string; personId: string }[]; personIds: string[] }> {
    const { associationId } = this.actor;
    const dossiers = await this.tx.dossier.findMany({
      where: { ...dossierScope(this.actor), closedOn: null, OR: [{ decisions: { some: { removedAt: null } } }, { filings: { some: {} } }] },
      select: { id: true, personId: true },
      orderBy: { id: 'asc' },
    });
    const permits = await this.tx.permit.findMany({
      where: { associationId, removedAt: null, person: personScope(this.actor) },
      select: { personId: true },
      distinct: ['personId'],
      orderBy: { personId: 'asc' },
    });
    return {
      dossiers: dossiers.map(({ id, personId }) => ({ dossierId: id, personId })),
      personIds: permits.map((permit) => permit.personId),
    };
  }

  /** Permits held or held before, with what the windows of renewal are computed from; the one that ends last comes first. */
  async permitsOf(personId: string): Promise<PermitDates[]> {
    const rows = await this.tx.permit.findMany({
      where: { associationId: this.actor.associationId, personId, removedAt: null, person: personScope(this.actor) },
      select: {
        id: true,
        title: true,
        basis: true,
        validFrom: true,
        validUntil: true,
        channel: true,
        person: { select: { nationality: true } },
      },
      orderBy: [{ validUntil: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    });
    return rows.map(({ person, ...row }) => ({
      ...row,
      nationality: person.nationality,
      validFrom: toDayOrNull(row.validFrom),
      validUntil: toDayOrNull(row.validUntil),
    }));
  }
}
