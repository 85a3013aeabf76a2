import { AppError, type Actor, type Page, type Permanence, type SearchPermanencesRequest } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { fromDay, toDay } from '../support/dates.ts';
import { isUniqueViolation } from '../support/errors.ts';

export class PermanencesRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  async create(permanence: { id: string; place: string; heldOn: string }): Promise<Permanence> {
    try {
      await this.tx.permanence.create({
        data: { ...permanence, heldOn: fromDay(permanence.heldOn), associationId: this.actor.associationId },
      });
      return { ...permanence, receivedCount: 0 };
    } catch (error) {
      if (isUniqueViolation(error))
        throw new AppError('already-exists', { problems: [{ field: 'heldOn', message: 'Cette permanence existe déjà.' }], cause: error });
      throw error;
    }
  }
  async exists(id: string): Promise<boolean> {
    return (await this.tx.permanence.count({ where: { id, associationId: this.actor.associationId } })) > 0;
  }
  /** `receivedCount` counts those the caller may see. */
  async search({ page, perPage, sort }: SearchPermanencesRequest): Promise<Page<Permanence>> {
    const where = { associationId: this.actor.associationId };
    const [rows, total] = await Promise.all([
      this.tx.permanence.findMany({
        where,
        select: { id: true, place: true, heldOn: true, _count: { select: { receptions: true } } },
        orderBy: [{ [sort?.field ?? 'heldOn']: sort?.order ?? 'desc' }, { id: 'desc' }],
        skip: (page - 1) * perPage,
        take: perPage,
      }),
      this.tx.permanence.count({ where }),
    ]);
    return { data: rows.map(({ heldOn, _count, ...row }) => ({ ...row, heldOn: toDay(heldOn), receivedCount: _count.receptions })), total };
  }
  async recordReception(reception: {
    id: string;
    permanenceId: string;
    personId: string;
    dossierId: string | null;
    receivedById?: string;
  }): Promise<void> {
    const receivedById = reception.receivedById ?? this.actor.userId;
    if (!receivedById) throw new AppError('forbidden', { message: 'the system receives nobody' });
    await this.tx.reception.createMany({ data: [{ ...reception, receivedById, associationId: this.actor.associationId }] });
  }
}
