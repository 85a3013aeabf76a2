import type { Actor } from '@permanence/contracts';
import type { Tx } from '../database.ts';

/** What changed: ids and field names, never values. */
export interface AuditEntry {
  action: string;
  targetKind: string;
  targetId: string;
  personId?: string | null;
  dossierId?: string | null;
  fields?: readonly string[];
}
export interface AuditLine extends Required<Omit<AuditEntry, 'fields'>> {
  id: string;
  at: string;
  actorId: string | null;
  fields: string[];
}

export class AuditRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  async record(id: string, entry: AuditEntry, requestId: string | null): Promise<void> {
    // createMany: no RETURNING, which the reading policy would refuse to most callers.
    await this.tx.auditEvent.createMany({
      data: [
        { ...entry, fields: [...(entry.fields ?? [])], id, requestId, associationId: this.actor.associationId, actorId: this.actor.userId },
      ],
    });
  }
  async ofDossier(dossierId: string, limit: number): Promise<AuditLine[]> {
    const rows = await this.tx.auditEvent.findMany({
      where: { associationId: this.actor.associationId, dossierId },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit,
    });
    return rows.map(({ associationId: _, requestId: __, at, ...row }) => ({ ...row, at: at.toISOString() }));
  }
}
