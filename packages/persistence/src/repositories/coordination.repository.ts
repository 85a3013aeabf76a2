import type { Actor, CoordinationPage } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { toInstant } from '../support/dates.ts';
import { toDossierRow, rowSelect } from './dossier-rows.ts';

/** Figures of the whole association: for coordinators, whose permission the use case has checked. */
export class CoordinationRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get here() {
    return { associationId: this.actor.associationId };
  }

  async holderless(limit: number): Promise<CoordinationPage['holderless']> {
    const where = { ...this.here, closedOn: null, members: { none: { current: true, kind: 'holder' as const } } };
    const [rows, total] = await Promise.all([
      this.tx.dossier.findMany({
        where,
        select: { ...rowSelect, person: { select: { ...rowSelect.person.select, languages: true, needsInterpreter: true } } },
        orderBy: [{ openedOn: 'asc' }, { id: 'asc' }],
        take: limit,
      }),
      this.tx.dossier.count({ where }),
    ]);
    return {
      total,
      items: rows.map((row) => ({
        ...toDossierRow(row),
        languages: row.person.languages as CoordinationPage['holderless']['items'][number]['languages'],
        needsInterpreter: row.person.needsInterpreter,
      })),
    };
  }
  /** Counted as the ledger's own list filters them. */
  async reminders(): Promise<Pick<CoordinationPage['failed'], 'remindersFailed' | 'remindersInDoubt' | 'remindersRefusedBySafety'>> {
    const count = (where: object) => this.tx.reminder.count({ where: { ...this.here, ...where } });
    const [remindersFailed, remindersInDoubt, remindersRefusedBySafety] = await Promise.all([
      count({ state: 'failed' }),
      count({ state: 'in_doubt' }),
      count({ reason: 'unsafe-channel' }),
    ]);
    return { remindersFailed, remindersInDoubt, remindersRefusedBySafety };
  }
  async outbox(limit: number): Promise<CoordinationPage['failed']['outbox']> {
    const where = { ...this.here, sentAt: null, lastError: { not: null } };
    const [rows, total] = await Promise.all([
      this.tx.outbox.findMany({
        where,
        select: { id: true, name: true, attempts: true, lastError: true, createdAt: true },
        orderBy: { createdAt: 'asc' },
        take: limit,
      }),
      this.tx.outbox.count({ where }),
    ]);
    return { total, items: rows.map((row) => ({ ...row, lastError: row.lastError ?? '', createdAt: toInstant(row.createdAt) })) };
  }
}
