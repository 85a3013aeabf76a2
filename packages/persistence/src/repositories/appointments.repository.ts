import { seesWholeAssociation, type Actor, type Appointment, type Page, type SearchAppointmentsRequest } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { toInstant } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { dossierScope, personScope } from '../support/scope.ts';

const select = {
  id: true,
  personId: true,
  person: { select: { givenName: true, familyName: true } },
  dossierId: true,
  dossier: { select: { reference: true } },
  kind: true,
  startsAt: true,
  place: true,
  status: true,
  createdAt: true,
  version: true,
} as const satisfies Prisma.AppointmentSelect;
export interface AppointmentChange {
  kind?: Appointment['kind'];
  /** ISO instant. */
  startsAt?: string;
  place?: string;
  status?: Appointment['status'];
}

export class AppointmentsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope(): Prisma.AppointmentWhereInput {
    const { associationId } = this.actor;
    if (seesWholeAssociation(this.actor)) return { associationId };
    return { associationId, OR: [{ dossierId: null, person: personScope(this.actor) }, { dossier: dossierScope(this.actor) }] };
  }

  /** The person and the dossier must be the caller's to open. */
  async create(appointment: {
    id: string;
    personId: string;
    dossierId: string | null;
    kind: Appointment['kind'];
    startsAt: string;
    place: string;
  }): Promise<void> {
    const { associationId, userId } = this.actor;
    await this.tx.appointment.createMany({
      data: [{ ...appointment, startsAt: new Date(appointment.startsAt), associationId, createdById: userId ?? appointment.id }],
    });
  }
  /** Only a planned appointment changes. */
  async update(id: string, version: number, { startsAt, ...change }: AppointmentChange): Promise<void> {
    const mine = { AND: [this.scope, { id }] };
    const { count } = await this.tx.appointment.updateMany({
      where: { ...mine, version, status: 'planned' },
      data: { ...change, ...(startsAt === undefined ? {} : { startsAt: new Date(startsAt) }), version: { increment: 1 } },
    });
    expectOne(count, (await this.tx.appointment.count({ where: mine })) > 0);
  }
  async find(id: string): Promise<Appointment | null> {
    const row = await this.tx.appointment.findFirst({ where: { AND: [this.scope, { id }] }, select });
    return row && toAppointment(row);
  }
  /** `from` and `until` are instants: the first one in the span, and the first one after it. */
  async search(
    { page, perPage, sort, filter }: SearchAppointmentsRequest,
    span: { from: string | null; until: string | null },
  ): Promise<Page<Appointment>> {
    const { status, kind, dossierId, personId } = filter;
    const where: Prisma.AppointmentWhereInput = {
      AND: [
        this.scope,
        ...(status ? [{ status }] : []),
        ...(kind ? [{ kind }] : []),
        ...(dossierId ? [{ dossierId }] : []),
        ...(personId ? [{ personId }] : []),
        ...(span.from ? [{ startsAt: { gte: new Date(span.from) } }] : []),
        ...(span.until ? [{ startsAt: { lt: new Date(span.until) } }] : []),
      ],
    };
    const [rows, total] = await Promise.all([
      this.tx.appointment.findMany({
        where,
        select,
        orderBy: [{ [sort?.field ?? 'startsAt']: sort?.order ?? 'asc' }, { id: 'asc' }],
        skip: (page - 1) * perPage,
        take: perPage,
      }),
      this.tx.appointment.count({ where }),
    ]);
    return { data: rows.map(toAppointment), total };
  }
}

const toAppointment = ({ person, dossier, ...row }: Prisma.AppointmentGetPayload<{ select: typeof select }>): Appointment => ({
  ...row,
  personName: `${person.givenName} ${person.familyName}`,
  dossierReference: dossier?.reference ?? null,
  kind: row.kind as Appointment['kind'],
  status: row.status as Appointment['status'],
  startsAt: toInstant(row.startsAt),
  createdAt: toInstant(row.createdAt),
});
