import type { ReminderReason, RetiredBecause } from '@permanence/contracts';
import type { AuditEntry, NewDeadline, StoredDeadline } from '@permanence/persistence';
import { parseInstant, RULES_VERSION } from '@permanence/rules';
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

/** How limits are replaced, beyond the usual. */
export interface Replacing {
  /** State of those no longer yielded: `cancelled` when their source is gone. */
  retired?: 'superseded' | 'cancelled';
  /** Why a limit is no longer yielded, by its rule. */
  because?: (ruleId: string) => RetiredBecause | null;
  /** Why a limit is superseded by its next computation. */
  changedBecause?: RetiredBecause;
  /**
   * A check by the system and not a change by a person: only another day, another rule or another standing is a change. A new version of
   * the rules that gives the same days leaves the row, its proof and its reminders alone.
   */
  materially?: boolean;
}

/** What a replacement did to one rule: `before` null for a new limit, `after` null for one that is gone. */
export interface Replaced {
  before: StoredDeadline | null;
  after: NewDeadline | null;
  because: RetiredBecause;
}

/** Days and standing: what people act upon. */
export const sameMaterially = (stored: StoredDeadline, wanted: WantedDeadline): boolean =>
  stored.termOn === wanted.termOn &&
  stored.lastDayOn === wanted.lastDayOn &&
  stored.prudentOn === wanted.prudentOn &&
  instantOf(stored.expiresAt) === instantOf(wanted.expiresAt) &&
  stored.opensOn === wanted.opensOn &&
  stored.running === wanted.running;
const instantOf = (text: string | null): number | null => (text === null ? null : (parseInstant(text)?.at ?? null));

/**
 * Makes the limits of a source those the rules yield now, in the caller's transaction. A limit that changed is superseded by a new
 * row, its reminders cancelled and the new one's planned; one that is gone is retired; one that is the same stays, done or not, and so
 * does one that two people cancelled.
 * @param changes filled with what changed, for who must be told
 */
export async function replaceDeadlines(
  call: PlanCall,
  source: DeadlineSource,
  wanted: readonly WantedDeadline[],
  { retired = 'superseded', because, changedBecause = 'facts-changed', materially = false }: Replacing = {},
  changes: Replaced[] = [],
): Promise<AuditEntry[]> {
  const { deadlines } = call.repositories;
  const audit: AuditEntry[] = [];
  const note = (action: string, targetId: string): void => {
    audit.push({ action, targetKind: 'deadline', targetId, personId: source.personId, dossierId: source.dossierId });
  };
  const reason: ReminderReason = retired === 'cancelled' ? 'source-cancelled' : 'source-superseded';
  const same = materially ? sameMaterially : sameDates;
  const why = (old: StoredDeadline): RetiredBecause => (materially && old.rulesSeen !== RULES_VERSION ? 'rules-changed' : changedBecause);
  const current = await deadlines.currentOf(source.id);
  for (const old of current) {
    const next = wanted.find((w) => w.ruleId === old.ruleId);
    if (next && same(old, next)) continue;
    // What was done stays done when only the rules moved: nobody has to act again.
    if (materially && old.state === 'done') continue;
    const gone = because?.(old.ruleId) ?? (retired === 'cancelled' ? 'source-removed' : why(old));
    await deadlines.retire(old.id, next ? 'superseded' : retired, next ? why(old) : gone);
    await cancelReminders(call, old.id, next ? 'source-superseded' : reason);
    note(!next && retired === 'cancelled' ? 'deadline.cancelled' : 'deadline.superseded', old.id);
    if (!next) changes.push({ before: old, after: null, because: gone });
  }
  for (const { reminds, ...next } of wanted) {
    const old = current.find((c) => c.ruleId === next.ruleId);
    if (old && (same(old, { ...next, reminds }) || (materially && old.state === 'done'))) continue;
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
    changes.push({ before: old ?? null, after: row, because: old ? why(old) : changedBecause });
  }
  if (current.some((old) => old.rulesSeen !== RULES_VERSION)) await deadlines.seen(source.id);
  return audit;
}
