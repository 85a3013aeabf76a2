import {
  nextStages,
  type Actor,
  type Dossier,
  type DossierMember,
  type DossierRow,
  type DossierStage,
  type MemberKind,
  type Page,
  type SearchDossiersRequest,
} from '@permanence/contracts';
import { yearOf, type IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { fromDay, fromDayOrNull, toDayOrNull, toInstant } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { dossierScope } from '../support/scope.ts';
import { searchWords } from '../support/search-text.ts';
import { withoutUndefined } from '../support/without-undefined.ts';
import { rowSelect, toDossierRow } from './dossier-rows.ts';

export interface DossierChange {
  basis?: string | null | undefined;
  stage?: DossierStage | undefined;
  departement?: string | null | undefined;
  closedOn?: IsoDate | null;
  closeReason?: string | null;
}

export class DossiersRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}

  /** The next reference of the association, such as D-2026-0041; the counter's row lock makes it unique. */
  async nextReference(today: IsoDate): Promise<string> {
    const { dossierCounter } = await this.tx.association.update({
      where: { id: this.actor.associationId },
      data: { dossierCounter: { increment: 1 } },
      select: { dossierCounter: true },
    });
    return `D-${yearOf(today)}-${String(dossierCounter).padStart(4, '0')}`;
  }

  /** Inserts the dossier; nobody but coordinators sees it before a member is added. */
  async create(dossier: {
    id: string;
    personId: string;
    reference: string;
    basis: string | null;
    stage: DossierStage;
    departement: string | null;
    openedOn: IsoDate;
  }): Promise<void> {
    const { associationId, userId } = this.actor;
    await this.tx.dossier.createMany({
      // createMany: no RETURNING, which the reading policy would refuse before the member row exists.
      data: [{ ...dossier, openedOn: fromDay(dossier.openedOn), associationId, createdById: userId ?? dossier.id }],
    });
  }

  async find(id: string): Promise<Dossier | null> {
    const row = await this.tx.dossier.findFirst({
      where: { ...dossierScope(this.actor), id },
      select: {
        ...rowSelect,
        closeReason: true,
        createdAt: true,
        version: true,
        person: {
          select: {
            id: true,
            reference: true,
            givenName: true,
            familyName: true,
            birthOn: true,
            nationality: true,
            languages: true,
            preferredLanguage: true,
            needsInterpreter: true,
          },
        },
        _count: {
          select: {
            notes: true,
            filings: true,
            decisions: { where: { removedAt: null } },
            deadlines: { where: { state: 'open' } },
            tasks: { where: { doneAt: null } },
            appointments: { where: { status: 'planned' } },
          },
        },
      },
    });
    if (!row) return null;
    const { _count: counts, closeReason, createdAt, version, ...rest } = row;
    return {
      ...toDossierRow(rest),
      closeReason: closeReason as Dossier['closeReason'],
      createdAt: toInstant(createdAt),
      version,
      nextStages: nextStages(row.stage as DossierStage),
      person: {
        ...row.person,
        languages: row.person.languages as Dossier['person']['languages'],
        birthOn: toDayOrNull(row.person.birthOn),
      },
      members: await this.members(id),
      counts: {
        notes: counts.notes,
        filings: counts.filings,
        decisions: counts.decisions,
        openDeadlines: counts.deadlines,
        openTasks: counts.tasks,
        plannedAppointments: counts.appointments,
      },
    };
  }

  /** What a change elsewhere needs of a dossier the caller may open. */
  async brief(id: string): Promise<{ id: string; personId: string; stage: DossierStage; closed: boolean; version: number } | null> {
    const row = await this.tx.dossier.findFirst({
      where: { ...dossierScope(this.actor), id },
      select: { id: true, personId: true, stage: true, closedOn: true, version: true },
    });
    if (!row) return null;
    const { closedOn, stage, ...rest } = row;
    return { ...rest, stage: stage as DossierStage, closed: closedOn !== null };
  }

  async update(id: string, version: number, { closedOn, ...change }: DossierChange): Promise<void> {
    const where = { ...dossierScope(this.actor), id };
    const { count } = await this.tx.dossier.updateMany({
      where: { ...where, version },
      data: {
        ...withoutUndefined(change),
        ...(closedOn === undefined ? {} : { closedOn: fromDayOrNull(closedOn) }),
        version: { increment: 1 },
      },
    });
    expectOne(count, (await this.tx.dossier.count({ where })) > 0);
  }
  /** The stage that follows from an event (a filing, a decision). The version is left alone: it guards what a person edits. */
  async moveTo(id: string, stage: DossierStage): Promise<void> {
    await this.tx.dossier.updateMany({ where: { ...dossierScope(this.actor), id }, data: { stage } });
  }

  async search({ page, perPage, sort, filter }: SearchDossiersRequest): Promise<Page<DossierRow>> {
    const where = this.where(filter);
    const [rows, total] = await Promise.all([
      this.tx.dossier.findMany({
        where,
        select: rowSelect,
        orderBy: [{ [sort?.field ?? 'updatedAt']: sort?.order ?? 'desc' }, { id: 'desc' }],
        skip: (page - 1) * perPage,
        take: perPage,
      }),
      this.tx.dossier.count({ where }),
    ]);
    return { data: rows.map(toDossierRow), total };
  }

  /** One part of the open dossiers the caller may see, in the order of their ids, with what the rules need of the person's record. */
  async openPart(
    after: string | null,
    limit: number,
  ): Promise<{
    total: number;
    rows: (Pick<DossierRow, 'id' | 'reference' | 'personId' | 'personName' | 'basis'> & {
      holders: string[];
      nationality: string | null;
      birthOn: string | null;
    })[];
  }> {
    const where = { ...dossierScope(this.actor), closedOn: null };
    const [total, rows] = await Promise.all([
      this.tx.dossier.count({ where }),
      this.tx.dossier.findMany({
        where: { ...where, ...(after ? { id: { gt: after } } : {}) },
        select: {
          id: true,
          reference: true,
          personId: true,
          basis: true,
          members: rowSelect.members,
          person: { select: { givenName: true, familyName: true, nationality: true, birthOn: true } },
        },
        orderBy: { id: 'asc' },
        take: limit,
      }),
    ]);
    return {
      total,
      rows: rows.map(({ person, members, ...row }) => ({
        ...row,
        personName: `${person.givenName} ${person.familyName}`,
        holders: members.map(({ user }) => user.displayName),
        nationality: person.nationality,
        birthOn: toDayOrNull(person.birthOn),
      })),
    };
  }

  private where(filter: SearchDossiersRequest['filter']): Prisma.DossierWhereInput {
    const { stage, basis, departement, personId, holderless, holderId, mine, closed, q } = filter;
    const me = this.actor.userId ?? '';
    const members: Prisma.DossierWhereInput[] = [
      ...(holderless === undefined ? [] : [{ members: { [holderless ? 'none' : 'some']: { current: true, kind: 'holder' as const } } }]),
      ...(holderId ? [{ members: { some: { current: true, kind: 'holder' as const, userId: holderId } } }] : []),
      ...(mine === undefined ? [] : [{ members: { [mine ? 'some' : 'none']: { current: true, userId: me } } }]),
    ];
    return {
      ...dossierScope(this.actor),
      ...(stage ? { stage: { in: stage } } : {}),
      ...(basis ? { basis } : {}),
      ...(departement ? { departement } : {}),
      ...(personId ? { personId } : {}),
      ...(closed === undefined ? {} : { closedOn: closed ? { not: null } : null }),
      AND: [
        ...members,
        // A word is part of a name, or the very reference is given.
        ...(q
          ? [
              {
                OR: [
                  { reference: { equals: q.trim(), mode: 'insensitive' as const } },
                  { person: { reference: { equals: q.trim(), mode: 'insensitive' as const } } },
                  { AND: searchWords(q).map((word) => ({ person: { searchText: { contains: word } } })) },
                ],
              },
            ]
          : []),
      ],
    };
  }

  async ofPerson(personId: string): Promise<DossierRow[]> {
    const rows = await this.tx.dossier.findMany({
      where: { ...dossierScope(this.actor), personId },
      select: rowSelect,
      orderBy: [{ openedOn: 'desc' }, { id: 'desc' }],
    });
    return rows.map(toDossierRow);
  }

  async members(dossierId: string): Promise<DossierMember[]> {
    const rows = await this.tx.dossierMember.findMany({
      where: { associationId: this.actor.associationId, dossierId, current: true, dossier: dossierScope(this.actor) },
      select: { userId: true, kind: true, since: true, user: { select: { displayName: true } } },
      orderBy: [{ since: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ user, since, ...row }) => ({ ...row, displayName: user.displayName, since: toInstant(since) }));
  }
  /** Adds a member, unless they are one of this kind already, and lets them open the person. True: something changed. */
  async addMember(id: string, dossier: { id: string; personId: string }, userId: string, kind: MemberKind): Promise<boolean> {
    const { associationId } = this.actor;
    const { count } = await this.tx.dossierMember.createMany({
      data: [{ id, associationId, dossierId: dossier.id, userId, kind }],
      skipDuplicates: true,
    });
    await this.tx.personAccess.createMany({ data: [{ personId: dossier.personId, userId, associationId }], skipDuplicates: true });
    return count === 1;
  }
  /**
   * Ends every membership of a user in a dossier, and their access to the person when no other dossier of the person is theirs.
   * False: they were no member.
   */
  async endMembership(dossier: { id: string; personId: string }, userId: string, at: string): Promise<boolean> {
    const { associationId } = this.actor;
    const others = await this.tx.dossierMember.count({
      where: { associationId, userId, current: true, dossierId: { not: dossier.id }, dossier: { personId: dossier.personId } },
    });
    const { count } = await this.tx.dossierMember.updateMany({
      where: { associationId, dossierId: dossier.id, userId, current: true },
      data: { current: null, endedAt: new Date(at) },
    });
    if (count > 0 && others === 0) await this.tx.personAccess.deleteMany({ where: { associationId, personId: dossier.personId, userId } });
    return count > 0;
  }
  /** Makes whoever else wants to change this dossier wait for the end of this transaction. */
  async lock(id: string): Promise<void> {
    await this.tx.dossier.updateMany({ where: { ...dossierScope(this.actor), id }, data: { updatedAt: new Date() } });
  }
  async isHeld(dossierId: string): Promise<boolean> {
    const { associationId } = this.actor;
    return (await this.tx.dossierMember.count({ where: { associationId, dossierId, kind: 'holder', current: true } })) > 0;
  }
}
