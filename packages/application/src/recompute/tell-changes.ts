import type { RetiredBecause } from '@permanence/contracts';
import type { AuditEntry } from '@permanence/persistence';
import { dayOf, isoDate, monthOf, yearOf } from '@permanence/rules';
import type { Replaced } from '../deadlines/replace-deadlines.ts';
import { localOf } from '../reminders/local-time.ts';
import { colleaguesOf, planReminders } from '../reminders/plan-reminders.ts';
import type { PlanCall } from '../reminders/index.ts';
import { newId } from '../support/ids.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const said = (day: string): string => `${two(dayOf(isoDate(day)))}/${two(monthOf(isoDate(day)))}/${yearOf(isoDate(day))}`;
interface Dates {
  prudentOn: string | null;
  expiresAt: string | null;
}
/** The day to work with, or the hour, as a volunteer reads it. */
const dateSaid = ({ prudentOn, expiresAt }: Dates, timeZone: string): string => {
  if (prudentOn) return said(prudentOn);
  const { on, minutes } = localOf(expiresAt!, timeZone);
  return `${said(on)} à ${Math.floor(minutes / 60)} h ${two(minutes % 60)}`;
};

/** Only these ask somebody to look: what a decision, a receipt or a permit has settled is no news to act upon. */
const WHY: Partial<Record<RetiredBecause, string>> = {
  'rules-changed': 'les règles ont changé',
  'facts-changed': 'un fait du dossier ou le calendrier a changé',
};

/** What a task says of a change: the old day, the new one and why; null when there is nothing to tell. */
export function changeSaid({ before, after, because }: Replaced, timeZone: string): string | null {
  const why = WHY[because];
  if (!why) return null;
  if (!after) return before?.state === 'open' ? `Délai retiré, à vérifier : ${dateSaid(before, timeZone)} (${why})` : null;
  const now = dateSaid(after, timeZone);
  if (!before || before.state !== 'open') return `Délai calculé : agir avant le ${now} (${why})`;
  const was = dateSaid(before, timeZone);
  return was === now
    ? `Délai recalculé : même jour prudent (${now}), autre portée (${why})`
    : `Délai recalculé : ${now} au lieu du ${was} (${why})`;
}

/** Another rule took over from the one before (a measure was taken): one change, not a limit lost and another found. */
const asOne = (changes: readonly Replaced[]): readonly Replaced[] => {
  const [gone, come, ...others] = changes;
  if (!gone?.before || gone.after || !come?.after || come.before || others.length) return changes;
  return gone.before.sourceId === come.after.sourceId ? [{ before: gone.before, after: come.after, because: come.because }] : changes;
};

/**
 * A task for each person in charge, due today, with its reminder: nobody has to find out by themselves that a day moved.
 * @param knownBy whoever made the change, and needs no telling
 */
export async function tellChanges(
  call: PlanCall,
  about: { personId: string; dossierId: string | null },
  changes: readonly Replaced[],
  knownBy: string | null = null,
): Promise<AuditEntry[]> {
  if (!changes.length) return [];
  const { timeZone } = await call.repositories.reminders.association();
  const titles = asOne(changes).flatMap((change) => changeSaid(change, timeZone) ?? []);
  if (!titles.length) return [];
  const { userIds: inCharge } = await colleaguesOf(call, about);
  const userIds = inCharge.filter((id) => id !== knownBy);
  if (inCharge.length && !userIds.length) return [];
  const dueOn = call.app.clock.today(timeZone);
  const audit: AuditEntry[] = [];
  for (const title of titles)
    for (const assigneeId of userIds.length ? userIds : [null]) {
      const id = newId();
      await call.repositories.tasks.create({ ...about, id, kind: 'deadline', title, dueOn, assigneeId });
      await planReminders(call, { kind: 'task', id, ...about, prudentOn: dueOn, assigneeId });
      audit.push({ action: 'task.created', targetKind: 'task', targetId: id, ...about, fields: ['kind', 'dueOn'] });
    }
  return audit;
}
