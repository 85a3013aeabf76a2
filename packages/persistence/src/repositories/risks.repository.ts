import type { Actor, RiskAcknowledgement } from '@permanence/contracts';
import { RiskAcknowledgement as Schema } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import { fromDay, toDay, toInstant } from '../support/dates.ts';
import { dossierScope } from '../support/scope.ts';

/** What people answered once a risk was explained to them: added, never changed. */
export class RisksRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}

  /** The dossier must be the caller's to open. */
  async add({ explainedOn, createdAt, ...rest }: Omit<RiskAcknowledgement, 'explainedByName'> & { dossierId: string }): Promise<void> {
    const { associationId, userId } = this.actor;
    await this.tx.riskAcknowledgement.createMany({
      data: [
        {
          ...rest,
          associationId,
          explainedOn: fromDay(explainedOn),
          createdAt: new Date(createdAt),
          createdById: userId ?? rest.explainedById,
        },
      ],
    });
  }

  /** Newest first: by the day of the explanation, then as they were noted. */
  async ofDossier(dossierId: string): Promise<RiskAcknowledgement[]> {
    const rows = await this.tx.riskAcknowledgement.findMany({
      where: { associationId: this.actor.associationId, dossierId, dossier: dossierScope(this.actor) },
      include: { explainedBy: { select: { displayName: true } } },
      orderBy: [{ explainedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(({ explainedOn, createdAt, explainedBy, ...row }) =>
      Schema.parse({
        ...row,
        explainedByName: explainedBy.displayName,
        explainedOn: toDay(explainedOn),
        createdAt: toInstant(createdAt),
      }),
    );
  }
}
