import { AppError, type Actor, type SaveIntegrationRequest } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { fromDayOrNull, toDayOrNull } from '../support/dates.ts';
import { expectOne, isUniqueViolation } from '../support/errors.ts';
import { personScope } from '../support/scope.ts';

export type IntegrationData = Omit<SaveIntegrationRequest, 'version'>;
export interface StoredIntegration extends IntegrationData {
  id: string;
  personId: string;
  version: number;
}
export const integrationSelect = {
  id: true,
  personId: true,
  signedOn: true,
  civicDays: true,
  languagePrescribed: true,
  languageHours: true,
  languageHoursAttended: true,
  terminationNoticeOn: true,
  observationsSentOn: true,
  version: true,
} as const;
type Days = 'signedOn' | 'terminationNoticeOn' | 'observationsSentOn';
type Row = Omit<StoredIntegration, Days> & Record<Days, Date | null>;
export const toIntegration = (row: Row): StoredIntegration => ({
  ...row,
  signedOn: toDayOrNull(row.signedOn),
  terminationNoticeOn: toDayOrNull(row.terminationNoticeOn),
  observationsSentOn: toDayOrNull(row.observationsSentOn),
});
const stored = ({ signedOn, terminationNoticeOn, observationsSentOn, ...rest }: IntegrationData) => ({
  ...rest,
  signedOn: fromDayOrNull(signedOn),
  terminationNoticeOn: fromDayOrNull(terminationNoticeOn),
  observationsSentOn: fromDayOrNull(observationsSentOn),
});

/** The integration contract of a person: one row at most. */
export class IntegrationRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, person: personScope(this.actor) };
  }
  async ofPerson(personId: string): Promise<StoredIntegration | null> {
    const row = await this.tx.integrationContract.findFirst({ where: { ...this.scope, personId }, select: integrationSelect });
    return row && toIntegration(row);
  }
  /** People of whom a contract is recorded. */
  async personIds(): Promise<string[]> {
    const rows = await this.tx.integrationContract.findMany({
      where: this.scope,
      select: { personId: true },
      orderBy: { personId: 'asc' },
    });
    return rows.map((row) => row.personId);
  }
  /** @throws AppError version-conflict when somebody recorded one meanwhile */
  async create(row: IntegrationData & { id: string; personId: string }, at: string): Promise<void> {
    const { id, personId, ...data } = row;
    try {
      await this.tx.integrationContract.createMany({
        data: [{ ...stored(data), id, personId, associationId: this.actor.associationId, updatedAt: new Date(at) }],
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new AppError('version-conflict', { cause: error });
      throw error;
    }
  }
  async update(personId: string, version: number, data: IntegrationData, at: string): Promise<void> {
    const where = { ...this.scope, personId };
    const { count } = await this.tx.integrationContract.updateMany({
      where: { ...where, version },
      data: { ...stored(data), updatedAt: new Date(at), version: { increment: 1 } },
    });
    expectOne(count, (await this.tx.integrationContract.count({ where })) > 0);
  }
}
