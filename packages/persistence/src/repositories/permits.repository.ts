import type { Actor, Permit } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { dayChange, fromDayOrNull, toDayOrNull, toInstant } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { personScope } from '../support/scope.ts';

export type PermitData = Pick<Permit, 'title' | 'basis' | 'validFrom' | 'validUntil' | 'channel'>;
const select = {
  id: true,
  personId: true,
  title: true,
  basis: true,
  validFrom: true,
  validUntil: true,
  channel: true,
  createdAt: true,
  version: true,
} as const;
interface Row {
  id: string;
  personId: string;
  title: string;
  basis: string | null;
  validFrom: Date | null;
  validUntil: Date | null;
  channel: string | null;
  createdAt: Date;
  version: number;
}
const toPermit = (row: Row): Permit => ({
  ...row,
  title: row.title as Permit['title'],
  channel: row.channel as Permit['channel'],
  validFrom: toDayOrNull(row.validFrom),
  validUntil: toDayOrNull(row.validUntil),
  createdAt: toInstant(row.createdAt),
});

export class PermitsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, removedAt: null, person: personScope(this.actor) };
  }
  /** The latest to end first; one without an end before all others. */
  async ofPerson(personId: string): Promise<Permit[]> {
    const rows = await this.tx.permit.findMany({
      where: { ...this.scope, personId },
      select,
      orderBy: [{ validUntil: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    });
    return rows.map(toPermit);
  }
  async find(id: string): Promise<Permit | null> {
    const row = await this.tx.permit.findFirst({ where: { ...this.scope, id }, select });
    return row && toPermit(row);
  }
  async add(permit: PermitData & { id: string; personId: string; createdAt: string }): Promise<void> {
    const { validFrom, validUntil, createdAt, ...rest } = permit;
    await this.tx.permit.create({
      data: {
        ...rest,
        validFrom: fromDayOrNull(validFrom),
        validUntil: fromDayOrNull(validUntil),
        createdAt: new Date(createdAt),
        createdById: this.actor.userId ?? permit.id,
        associationId: this.actor.associationId,
      },
    });
  }
  async update(id: string, version: number, change: Partial<PermitData>): Promise<void> {
    const { validFrom, validUntil, ...rest } = change;
    const from = dayChange(validFrom);
    const until = dayChange(validUntil);
    const { count } = await this.tx.permit.updateMany({
      where: { ...this.scope, id, version },
      data: {
        ...rest,
        ...(from === undefined ? {} : { validFrom: from }),
        ...(until === undefined ? {} : { validUntil: until }),
        version: { increment: 1 },
      },
    });
    expectOne(count, (await this.find(id)) !== null);
  }
  async remove(id: string, at: string): Promise<void> {
    const { count } = await this.tx.permit.updateMany({
      where: { ...this.scope, id },
      data: { removedAt: new Date(at), version: { increment: 1 } },
    });
    expectOne(count, false);
  }
}
