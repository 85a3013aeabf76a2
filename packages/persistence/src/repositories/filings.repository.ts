import type { Actor, Filing } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { fromDay, fromDayOrNull, toDay, toDayOrNull, toInstant } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { dossierScope } from '../support/scope.ts';

const select = {
  id: true,
  dossierId: true,
  kind: true,
  title: true,
  basis: true,
  channel: true,
  filedOn: true,
  completeOn: true,
  receiptUntil: true,
  receiptRef: true,
  createdAt: true,
  version: true,
} as const;
export type FilingData = Omit<Filing, 'id' | 'dossierId' | 'createdAt' | 'version'>;

export class FilingsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, dossier: dossierScope(this.actor) };
  }
  private dates({ filedOn, completeOn, receiptUntil, ...rest }: FilingData) {
    return { ...rest, filedOn: fromDay(filedOn), completeOn: fromDayOrNull(completeOn), receiptUntil: fromDayOrNull(receiptUntil) };
  }

  /** The dossier must be the caller's to open. */
  async create(id: string, dossierId: string, filing: FilingData): Promise<void> {
    const { associationId, userId } = this.actor;
    await this.tx.filing.createMany({ data: [{ ...this.dates(filing), id, dossierId, associationId, createdById: userId ?? id }] });
  }
  async update(id: string, version: number, filing: FilingData): Promise<void> {
    const where = { ...this.scope, id };
    const { count } = await this.tx.filing.updateMany({
      where: { ...where, version },
      data: { ...this.dates(filing), version: { increment: 1 } },
    });
    expectOne(count, (await this.tx.filing.count({ where })) > 0);
  }
  async find(id: string): Promise<Filing | null> {
    const row = await this.tx.filing.findFirst({ where: { ...this.scope, id }, select });
    return row && toFiling(row);
  }
  async ofDossier(dossierId: string): Promise<Filing[]> {
    const rows = await this.tx.filing.findMany({
      where: { ...this.scope, dossierId },
      select,
      orderBy: [{ filedOn: 'desc' }, { id: 'desc' }],
    });
    return rows.map(toFiling);
  }
}

const toFiling = ({
  filedOn,
  completeOn,
  receiptUntil,
  createdAt,
  ...row
}: {
  id: string;
  dossierId: string;
  kind: string;
  title: string;
  basis: string | null;
  channel: string | null;
  filedOn: Date;
  completeOn: Date | null;
  receiptUntil: Date | null;
  receiptRef: string | null;
  createdAt: Date;
  version: number;
}): Filing => ({
  ...row,
  kind: row.kind as Filing['kind'],
  title: row.title as Filing['title'],
  channel: row.channel as Filing['channel'],
  filedOn: toDay(filedOn),
  completeOn: toDayOrNull(completeOn),
  receiptUntil: toDayOrNull(receiptUntil),
  createdAt: toInstant(createdAt),
});
