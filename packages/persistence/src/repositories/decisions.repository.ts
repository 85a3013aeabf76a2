import type { Actor, Decision, DecisionFactsForm } from '@permanence/contracts';
import type { Tx } from '../database.ts';
import type { Prisma } from '../generated/client.ts';
import { fromDayOrNull, toDayOrNull, toInstant } from '../support/dates.ts';
import { expectOne } from '../support/errors.ts';
import { dossierScope } from '../support/scope.ts';

const select = {
  id: true,
  dossierId: true,
  filingId: true,
  paper: true,
  decisionOn: true,
  notifiedOn: true,
  notifiedAtText: true,
  facts: true,
  outcome: true,
  outcomeReasons: true,
  createdAt: true,
  version: true,
} as const satisfies Prisma.DecisionSelect;
/** A decision without its limit, which the deadlines hold. */
export type StoredDecision = Omit<Decision, 'deadline'>;
export type DecisionData = Omit<StoredDecision, 'id' | 'dossierId' | 'createdAt' | 'version'>;

export class DecisionsRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get scope() {
    return { associationId: this.actor.associationId, dossier: dossierScope(this.actor), removedAt: null };
  }
  /** The row asked for is kept with the facts, so that a correction starts from what was entered. */
  private columns({ decision, facts, status, reasons, decisionOn, notifiedOn, notifiedAt, paper, filingId }: DecisionData) {
    return {
      paper,
      filingId,
      decisionOn: fromDayOrNull(decisionOn),
      notifiedOn: fromDayOrNull(notifiedOn),
      notifiedAtText: notifiedAt,
      facts: { decision, facts } as object,
      outcome: status,
      outcomeReasons: reasons as object[],
    };
  }

  /** The dossier must be the caller's to open. */
  async create(id: string, dossierId: string, decision: DecisionData): Promise<void> {
    const { associationId, userId } = this.actor;
    await this.tx.decision.createMany({ data: [{ ...this.columns(decision), id, dossierId, associationId, createdById: userId ?? id }] });
  }
  async update(id: string, version: number, decision: DecisionData): Promise<void> {
    await this.change(id, version, this.columns(decision));
  }
  /** Kept in the database for the history, shown nowhere. */
  async remove(id: string, version: number, at: string): Promise<void> {
    await this.change(id, version, { removedAt: new Date(at) });
  }
  private async change(id: string, version: number, data: Prisma.DecisionUpdateManyMutationInput): Promise<void> {
    const where = { ...this.scope, id };
    const found = (await this.tx.decision.count({ where })) > 0;
    const { count } = await this.tx.decision.updateMany({ where: { ...where, version }, data: { ...data, version: { increment: 1 } } });
    expectOne(count, found);
  }

  async find(id: string): Promise<StoredDecision | null> {
    const row = await this.tx.decision.findFirst({ where: { ...this.scope, id }, select });
    return row && toDecision(row);
  }
  async ofDossier(dossierId: string): Promise<StoredDecision[]> {
    const rows = await this.tx.decision.findMany({
      where: { ...this.scope, dossierId },
      select,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    return rows.map(toDecision);
  }
}

const toDecision = (row: Prisma.DecisionGetPayload<{ select: typeof select }>): StoredDecision => {
  const { decision, facts } = row.facts as unknown as { decision: Decision['decision']; facts: DecisionFactsForm };
  return {
    id: row.id,
    dossierId: row.dossierId,
    filingId: row.filingId,
    decision,
    facts,
    paper: row.paper as Decision['paper'],
    decisionOn: toDayOrNull(row.decisionOn),
    notifiedOn: toDayOrNull(row.notifiedOn),
    notifiedAt: row.notifiedAtText,
    status: row.outcome as Decision['status'],
    reasons: row.outcomeReasons as unknown as Decision['reasons'],
    createdAt: toInstant(row.createdAt),
    version: row.version,
  };
};
