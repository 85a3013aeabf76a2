import type { Actor } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import { fromDay, toDayOrNull, toInstant, toInstantOrNull } from '../support/dates.ts';

/** A day of the calendar, without a name nor a place. */
export interface CalendarDeadline {
  sourceId: string;
  ruleId: string;
  prudentOn: IsoDate | null;
  expiresAt: string | null;
  reference: string | null;
  /** Grows with every change of the limit, also across the rows that superseded one another. */
  sequence: number;
  changedAt: string;
}
export interface CalendarAppointment {
  id: string;
  startsAt: string;
  reference: string | null;
  sequence: number;
  changedAt: string;
}

/** The caller's own feed, and what it shows: the dossiers they hold or help in. */
export class CalendarRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get own() {
    return { associationId: this.actor.associationId, userId: this.actor.userId ?? '' };
  }
  private get myDossiers() {
    const members = { some: { current: true, userId: this.own.userId, kind: { in: ['holder' as const, 'helper' as const] } } };
    return { associationId: this.own.associationId, closedOn: null, members };
  }

  async made(): Promise<string | null> {
    const row = await this.tx.calendarFeed.findFirst({ where: this.own, select: { createdAt: true } });
    return toInstantOrNull(row?.createdAt ?? null);
  }
  /** The former secret no longer opens anything. */
  async replace(id: string, secretHash: string, at: string): Promise<void> {
    await this.tx.calendarFeed.deleteMany({ where: this.own });
    await this.tx.calendarFeed.createMany({ data: [{ id, ...this.own, secretHash, createdAt: new Date(at) }] });
  }
  async revoke(): Promise<number> {
    return (await this.tx.calendarFeed.deleteMany({ where: this.own })).count;
  }

  async deadlines(from: IsoDate, to: IsoDate): Promise<CalendarDeadline[]> {
    const rows = await this.tx.deadline.findMany({
      where: {
        associationId: this.own.associationId,
        state: 'open',
        OR: [
          { prudentOn: { gte: fromDay(from), lte: fromDay(to) } },
          { prudentOn: null, expiresAt: { gte: fromDay(from), lte: fromDay(to) } },
        ],
        AND: { OR: [{ dossier: this.myDossiers }, { dossierId: null, person: { dossiers: { some: this.myDossiers } } }] },
      },
      select: {
        sourceId: true,
        ruleId: true,
        prudentOn: true,
        expiresAt: true,
        updatedAt: true,
        dossier: { select: { reference: true } },
        person: { select: { dossiers: { where: this.myDossiers, select: { reference: true }, orderBy: { reference: 'desc' }, take: 1 } } },
      },
      orderBy: [{ prudentOn: 'asc' }, { id: 'asc' }],
    });
    const versions = await this.tx.deadline.groupBy({
      by: ['sourceId', 'ruleId'],
      where: { associationId: this.own.associationId, sourceId: { in: rows.map((row) => row.sourceId) } },
      _sum: { version: true },
    });
    const sequence = new Map(versions.map((v) => [`${v.sourceId} ${v.ruleId}`, (v._sum.version ?? 1) - 1]));
    return rows.map((row) => ({
      sourceId: row.sourceId,
      ruleId: row.ruleId,
      prudentOn: toDayOrNull(row.prudentOn),
      expiresAt: toInstantOrNull(row.expiresAt),
      reference: row.dossier?.reference ?? row.person.dossiers[0]?.reference ?? null,
      sequence: sequence.get(`${row.sourceId} ${row.ruleId}`) ?? 0,
      changedAt: toInstant(row.updatedAt),
    }));
  }
  async appointments(from: IsoDate, to: IsoDate): Promise<CalendarAppointment[]> {
    const rows = await this.tx.appointment.findMany({
      where: {
        associationId: this.own.associationId,
        status: 'planned',
        startsAt: { gte: fromDay(from), lte: fromDay(to) },
        OR: [{ dossier: this.myDossiers }, { dossierId: null, createdById: this.own.userId }],
      },
      select: { id: true, startsAt: true, version: true, createdAt: true, dossier: { select: { reference: true } } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ startsAt, createdAt, version, dossier, id }) => ({
      id,
      startsAt: toInstant(startsAt),
      reference: dossier?.reference ?? null,
      sequence: version - 1,
      changedAt: toInstant(createdAt),
    }));
  }
}
