import type { Actor } from '@permanence/contracts';
import type { IsoDate } from '@permanence/rules';
import type { Tx } from '../database.ts';
import { toDayOrNull, toInstantOrNull } from '../support/dates.ts';
import type { PlannedReminder } from './reminders.repository.ts';

export interface OpenDeadline {
  id: string;
  personId: string;
  dossierId: string | null;
  ruleId: string;
  prudentOn: IsoDate | null;
  lastDayOn: IsoDate | null;
  opensOn: IsoDate | null;
  expiresAt: string | null;
}

/** Many limits at once: a query for all of them where the planning of one asks for each. */
export class BulkPlanningRepository {
  constructor(
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}
  private get mine() {
    return { associationId: this.actor.associationId };
  }
  async openDeadlines(ids: readonly string[]): Promise<OpenDeadline[]> {
    const rows = await this.tx.deadline.findMany({
      where: { ...this.mine, id: { in: [...ids] }, state: 'open' },
      select: { id: true, personId: true, dossierId: true, ruleId: true, prudentOn: true, lastDayOn: true, opensOn: true, expiresAt: true },
    });
    return rows.map(({ prudentOn, lastDayOn, opensOn, expiresAt, ...same }) => ({
      ...same,
      prudentOn: toDayOrNull(prudentOn),
      lastDayOn: toDayOrNull(lastDayOn),
      opensOn: toDayOrNull(opensOn),
      expiresAt: toInstantOrNull(expiresAt),
    }));
  }
  /** Those of these sources that the ledger knows already. */
  async known(sourceIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.tx.reminder.findMany({
      where: { ...this.mine, sourceId: { in: [...sourceIds] } },
      select: { sourceId: true },
      distinct: ['sourceId'],
    });
    return new Set(rows.map((row) => row.sourceId));
  }
  /** Enabled holders by dossier, longest in charge first. */
  async holdersOf(dossierIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.tx.dossierMember.findMany({
      where: { ...this.mine, kind: 'holder', current: true, user: { disabledAt: null }, dossierId: { in: [...new Set(dossierIds)] } },
      select: { dossierId: true, userId: true },
      orderBy: [{ since: 'asc' }, { id: 'asc' }],
    });
    const holders = new Map<string, string[]>();
    for (const { dossierId, userId } of rows) holders.set(dossierId, [...new Set([...(holders.get(dossierId) ?? []), userId])]);
    return holders;
  }
  /** Inserts what is new by the unique key. @returns how many were */
  async insert(rows: readonly PlannedReminder[]): Promise<number> {
    const all = JSON.stringify(rows);
    return this.tx.$executeRaw`
      insert into reminder (id, association_id, person_id, dossier_id, source_kind, source_id, step, audience, recipient_key, target_key,
        channel, user_id, template, due_at, stale_at)
      select r.id, ${this.actor.associationId}::uuid, r."personId", r."dossierId", r."sourceKind", r."sourceId", r.step, r.audience,
        r."recipientKey", r."targetKey", r.channel, r."userId", r.template, r."dueAt", r."staleAt"
      from jsonb_to_recordset(${all}::jsonb) as r (id uuid, "personId" uuid, "dossierId" uuid, "sourceKind" text, "sourceId" uuid,
        step text, audience text, "recipientKey" text, "targetKey" text, channel text, "userId" uuid, template text,
        "dueAt" timestamptz, "staleAt" timestamptz)
      on conflict do nothing`;
  }
}
