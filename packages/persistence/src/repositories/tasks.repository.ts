import { seesWholeAssociation, type Actor, type Page, type SearchTasksRequest, type Task } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { dayChange, fromDay, fromDayOrNull, toDayOrNull, toInstant, toInstantOrNull } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { dossierScope, personScope } from '../support/scope.ts';
import { withoutUndefined } from '../support/without-undefined.ts';

const select = {
  id: true,
  personId: true,
  dossierId: true,
  kind: true,
  title: true,
  dueOn: true,
  assigneeId: true,
  assignee: { select: { displayName: true } },
  reminderId: true,
  createdAt: true,
  doneAt: true,
  doneById: true,
  version: true,
} as const satisfies Prisma.TaskSelect;
export interface TaskData {
  kind: Task['kind'];
  title: string;
  dueOn: string | null;
  assigneeId: string | null;
}

export class TasksRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  /** One's own tasks, and those of the dossiers and people one may open. */
  private get scope(): Prisma.TaskWhereInput {
    const { associationId, userId } = this.actor;
    if (seesWholeAssociation(this.actor)) return { associationId };
    return {
      associationId,
      OR: [
        { assigneeId: userId ?? '' },
        { createdById: userId ?? '' },
        { dossier: dossierScope(this.actor) },
        { dossierId: null, person: personScope(this.actor) },
      ],
    };
  }

  /** The person and the dossier must be the caller's to open. */
  async create(task: TaskData & { id: string; personId: string | null; dossierId: string | null }): Promise<void> {
    await this.tx.task.createMany({
      data: [{ ...task, dueOn: fromDayOrNull(task.dueOn), associationId: this.actor.associationId, createdById: this.actor.userId }],
    });
  }
  async update(id: string, version: number, { dueOn, ...change }: { [K in keyof TaskData]?: TaskData[K] | undefined }): Promise<void> {
    await this.change(id, version, { ...withoutUndefined(change), ...(dueOn === undefined ? {} : { dueOn: dayChange(dueOn) ?? null }) });
  }
  async setDone(id: string, version: number, at: string | null): Promise<void> {
    await this.change(id, version, { doneAt: at === null ? null : new Date(at), doneById: at === null ? null : this.actor.userId });
  }
  private async change(id: string, version: number, data: Prisma.TaskUncheckedUpdateManyInput): Promise<void> {
    const mine = { AND: [this.scope, { id }] };
    const { count } = await this.tx.task.updateMany({ where: { ...mine, version }, data: { ...data, version: { increment: 1 } } });
    expectOne(count, (await this.tx.task.count({ where: mine })) > 0);
  }

  async find(id: string, today: IsoDate): Promise<Task | null> {
    const [row] = await this.many({ id }, today);
    return row ?? null;
  }
  /** The open task of a kind for a person or a dossier, so that the same one is not opened twice. */
  async openOfKind(
    kind: Task['kind'],
    about: { personId: string; dossierId: string | null; title?: string },
    today: IsoDate,
  ): Promise<Task | null> {
    const [row] = await this.many({ kind, ...about, doneAt: null, reminderId: null }, today);
    return row ?? null;
  }
  private async many(where: Prisma.TaskWhereInput, today: IsoDate): Promise<Task[]> {
    return this.named(await this.tx.task.findMany({ where: { AND: [this.scope, where] }, select, orderBy: { createdAt: 'asc' } }), today);
  }
  async search({ page, perPage, sort, filter }: SearchTasksRequest, today: IsoDate): Promise<Page<Task>> {
    const where = this.where(filter, today);
    const [rows, total] = await Promise.all([
      this.tx.task.findMany({
        where,
        select,
        orderBy: [
          sort?.field === undefined || sort.field === 'dueOn'
            ? { dueOn: { sort: sort?.order ?? 'asc', nulls: 'last' } }
            : { [sort.field]: sort.order },
          { id: 'asc' },
        ],
        skip: (page - 1) * perPage,
        take: perPage,
      }),
      this.tx.task.count({ where }),
    ]);
    return { data: await this.named(rows, today), total };
  }
  private where(filter: SearchTasksRequest['filter'], today: IsoDate): Prisma.TaskWhereInput {
    const { mine, assigneeId, unassigned, done, overdue, kind, dossierId, personId } = filter;
    const late: Prisma.TaskWhereInput = { doneAt: null, dueOn: { lt: fromDay(today) } };
    // Not its negation: in SQL, "not unknown" is unknown too.
    const inTime: Prisma.TaskWhereInput = { OR: [{ doneAt: { not: null } }, { dueOn: null }, { dueOn: { gte: fromDay(today) } }] };
    const me = this.actor.userId ?? '';
    return {
      AND: [
        this.scope,
        ...(mine === undefined ? [] : [mine ? { assigneeId: me } : { OR: [{ assigneeId: null }, { assigneeId: { not: me } }] }]),
        ...(assigneeId ? [{ assigneeId }] : []),
        ...(unassigned === undefined ? [] : [{ assigneeId: unassigned ? null : { not: null } }]),
        ...(done === undefined ? [] : [{ doneAt: done ? { not: null } : null }]),
        ...(overdue === undefined ? [] : [overdue ? late : inTime]),
        ...(kind ? [{ kind }] : []),
        ...(dossierId ? [{ dossierId }] : []),
        ...(personId ? [{ personId }] : []),
      ],
    };
  }

  /** A task one is assigned to may be about somebody one may not open: the name then stays out. */
  private async named(rows: Prisma.TaskGetPayload<{ select: typeof select }>[], today: IsoDate): Promise<Task[]> {
    const ids = (pick: (row: (typeof rows)[number]) => string | null) => [...new Set(rows.map(pick).filter((id) => id !== null))];
    // One after the other: inside a transaction there is one connection.
    const people = await this.tx.person.findMany({
      where: { ...personScope(this.actor), id: { in: ids((row) => row.personId) } },
      select: { id: true, givenName: true, familyName: true },
    });
    const dossiers = await this.tx.dossier.findMany({
      where: { ...dossierScope(this.actor), id: { in: ids((row) => row.dossierId) } },
      select: { id: true, reference: true },
    });
    const names = new Map(people.map((p) => [p.id, `${p.givenName} ${p.familyName}`]));
    const references = new Map(dossiers.map((d) => [d.id, d.reference]));
    return rows.map(({ assignee, ...row }) => ({
      ...row,
      kind: row.kind as Task['kind'],
      personName: (row.personId && names.get(row.personId)) || null,
      dossierReference: (row.dossierId && references.get(row.dossierId)) || null,
      dueOn: toDayOrNull(row.dueOn),
      assigneeName: assignee?.displayName ?? null,
      createdAt: toInstant(row.createdAt),
      doneAt: toInstantOrNull(row.doneAt),
      overdue: row.doneAt === null && row.dueOn !== null && row.dueOn < fromDay(today),
    }));
  }
}
