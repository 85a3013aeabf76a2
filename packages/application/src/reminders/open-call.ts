import type { LedgerRow, Repositories, SourceNow } from '@permanence/persistence';
import { dayOf, isoDate, monthOf, yearOf, type IsoDate } from '@permanence/rules';
import { newId } from '../support/ids.ts';
import { two } from '../mail/sentences/shape.ts';
import { localOf } from './local-time.ts';
import { colleaguesOf } from './plan-reminders.ts';
import { asSource } from './draft.ts';

const inFigures = (d: IsoDate): string => `${two(dayOf(d))}/${two(monthOf(d))}/${yearOf(d)}`;

/** The date of a row as a volunteer reads it: `le 12/01/2027`, with its hour when it has one. */
export function dateSaid(source: SourceNow, timeZone: string): string {
  const instant = source.startsAt ?? source.expiresAt;
  if (source.prudentOn && !source.startsAt) return `le ${inFigures(isoDate(source.prudentOn))}`;
  if (!instant) return '';
  const { on, minutes } = localOf(instant, timeZone);
  return `le ${inFigures(on)} à ${Math.floor(minutes / 60)} h ${two(minutes % 60)}`;
}
export const WHAT = { deadline: 'délai', appointment: 'rendez-vous', task: 'tâche', digest: 'semaine' } as const;

const openTask = async (
  repositories: Repositories,
  row: LedgerRow,
  now: string,
  assigneeId: string | null,
  task: { kind: string; title: string },
): Promise<void> => {
  const { timeZone } = await repositories.reminders.association();
  await repositories.sending.openTask({
    ...task,
    id: newId(),
    reminderId: row.id,
    personId: row.personId,
    dossierId: row.dossierId,
    dueOn: localOf(now, timeZone).on,
    assigneeId,
  });
};

/** A step of the policy that is an act and not a message. */
export async function openPlannedTask(repositories: Repositories, row: LedgerRow, source: SourceNow, now: string): Promise<void> {
  const { timeZone } = await repositories.reminders.association();
  const renewal = row.step.startsWith('renewal-');
  const afterMiss = row.step.startsWith('missed.');
  const lawyer = row.template === 'call-lawyer';
  const title = renewal
    ? `Préparer le renouvellement : dernier jour ${dateSaid(source, timeZone)}`
    : `Appeler ${lawyer ? 'l’avocat' : afterMiss ? 'la personne, qui n’est pas venue' : 'la personne'} : ${WHAT[row.sourceKind]} ${dateSaid(source, timeZone)}`;
  await openTask(repositories, row, now, row.userId, { kind: renewal ? 'renewal' : 'phone-call', title });
}

/** In place of a message that may not, or could not, be written. One call at a time per date: a second adds nothing while one waits. */
export async function openCallInstead(repositories: Repositories, row: LedgerRow, source: SourceNow, now: string): Promise<void> {
  if (await repositories.sending.hasOpenCall(row.sourceId)) return;
  const { timeZone } = await repositories.reminders.association();
  const { userIds } = await colleaguesOf({ repositories }, asSource(row, source));
  const title = `Appeler la personne (pas de message écrit) : ${WHAT[row.sourceKind]} ${dateSaid(source, timeZone)}`;
  await openTask(repositories, row, now, userIds[0] ?? null, { kind: 'phone-call', title });
}
