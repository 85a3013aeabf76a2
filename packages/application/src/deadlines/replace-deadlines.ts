import type { ReminderReason } from '@permanence/contracts';
import type { AuditEntry, NewDeadline, StoredDeadline } from '@permanence/persistence';
import { cancelReminders, planReminders, type PlanCall, type ReminderSource } from '../reminders/index.ts';
import { newId } from '../support/ids.ts';

/** A limit the rules yield for a source, before it is kept. `reminds` false: shown in the lists, announced to nobody. */
export type WantedDeadline = Omit<NewDeadline, 'id' | 'personId' | 'dossierId' | 'sourceKind' | 'sourceId' | 'replacesId'> & {
  reminds: boolean;
};
export interface DeadlineSource {
  kind: NewDeadline['sourceKind'];
  id: string;
  personId: string;
  dossierId: string | null;
}

const sameDates = (stored: StoredDeadline, wanted: WantedDeadline): boolean =>
  stored.ruleVersion === wanted.ruleVersion &&
  stored.termOn === wanted.termOn &&
  stored.lastDayOn === wanted.lastDayOn &&
  stored.prudentOn === wanted.prudentOn &&
  stored.expiresAt === wanted.expiresAt &&
  stored.opensOn === wanted.opensOn &&
  JSON.stringify(sorted(stored.facts)) === JSON.stringify(sorted(wanted.facts));
/** jsonb keeps no order of keys. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, v]) => v !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;

export const reminderSource = (deadline: Pick<StoredDeadline, 'id' | 'personId' | 'dossierId' | 'ruleId'> & Dates): ReminderSource => ({
  kind: 'deadline',
  id: deadline.id,
  personId: deadline.personId,
  dossierId: deadline.dossierId,
  ruleId: deadline.ruleId,
  prudentOn: deadline.prudentOn,
  lastDayOn: deadline.lastDayOn,
  opensOn: deadline.opensOn,
  expiresAt: deadline.expiresAt,
  gravity: deadline.gravity,
});
type Dates = Pick<StoredDeadline, 'prudentOn' | 'lastDayOn' | 'opensOn' | 'expiresAt' | 'gravity'>;

/**
 * Makes the limits of a source those the rules yield now, in the caller's transaction. A limit that changed is superseded by a new
 * row, its reminders cancelled and the new one's planned; one that is gone is retired; one that is the same stays, done or not.
 * @param retired state of those no longer yielded: `cancelled` when their source is gone
 */
export async function replaceDeadlines(
  call: PlanCall,
  source: DeadlineSource,
  wanted: readonly WantedDeadline[],
  retired: 'superseded' | 'cancelled' = 'superseded',
): Promise<AuditEntry[]> {
  const { deadlines } = call.repositories;
  const audit: AuditEntry[] = [];
  const note = (action: string, targetId: string): void => {
    audit.push({ action, targetKind: 'deadline', targetId, personId: source.personId, dossierId: source.dossierId });
  };
  const reason: ReminderReason = retired === 'cancelled' ? 'source-cancelled' : 'source-superseded';
  const current = await deadlines.currentOf(source.id);
  for (const old of current) {
    const next = wanted.find((w) => w.ruleId === old.ruleId);
    if (next && sameDates(old, next)) continue;
    await deadlines.retire(old.id, next ? 'superseded' : retired);
    await cancelReminders(call, old.id, next ? 'source-superseded' : reason);
    note(!next && retired === 'cancelled' ? 'deadline.cancelled' : 'deadline.superseded', old.id);
  }
  for (const { reminds, ...next } of wanted) {
    const old = current.find((c) => c.ruleId === next.ruleId);
    if (old && sameDates(old, { ...next, reminds })) continue;
    const row: NewDeadline = {
      ...next,
      id: newId(),
      personId: source.personId,
      dossierId: source.dossierId,
      sourceKind: source.kind,
      sourceId: source.id,
      // Another rule may have taken over: the history then leads to what was in force before.
      replacesId: old?.id ?? (wanted.length === 1 && current.length === 1 ? current[0]!.id : null),
    };
    await deadlines.create(row);
    if (reminds) await planReminders(call, reminderSource(row));
    note('deadline.computed', row.id);
  }
  return audit;
}
