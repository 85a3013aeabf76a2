import type { Actor } from '@permanence/contracts';
import type { AuditEntry, Repositories } from '@permanence/persistence';
import {
  addDays,
  CHANNELS,
  computeRenewal,
  PERMIT_TITLES,
  RULES_VERSION,
  workingDayUpTo,
  type IsoDate,
  type RenewalAnswer,
  type RenewalDate,
} from '@permanence/rules';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { cancelReminders, planReminders } from '../reminders/index.ts';
import { replaceDeadlines, type Replaced, type WantedDeadline } from './replace-deadlines.ts';

/**
 * Rows of the renewal tables kept as limits of a permit. A window is one limit with its first day; `margin`: days before the last one
 * that people are steered to (the text does not say from which day 60 days are counted back).
 */
const KEPT: Readonly<Record<string, { opening?: string; margin?: number; reminds: boolean }>> = {
  'REN-ANEF-CLOSE': { opening: 'REN-ANEF-OPEN', margin: 1, reminds: true },
  'REN-PREF-CLOSE': { opening: 'REN-PREF-OPEN', reminds: true },
  'REN-ALG-10': { margin: 1, reminds: true },
  'REN-ALG-1': { reminds: true },
  // The last chance of a late request: seen in the lists, announced by nothing, since the window before it was.
  'REN-LATE-6M': { reminds: false },
};
const PREPARE = ['REN-PREP', 'REN-PREF-RDV'];
/** Least urgent of all: a window counts in months, and no appeal is lost with it. */
const RENEWAL_GRAVITY = 6;

/** A row of the renewal rules as a limit. No filing window moves for a Sunday: only the prudent day comes earlier. */
export const renewalDeadline = (
  row: RenewalDate,
  answer: RenewalAnswer,
  given: object,
  { opening, margin = 0, reminds }: { opening?: string; margin?: number; reminds: boolean },
): WantedDeadline => ({
  ruleId: row.id,
  ruleVersion: RULES_VERSION,
  termOn: null,
  lastDayOn: row.on,
  prudentOn: workingDayUpTo(addDays(row.on, -margin), null),
  expiresAt: null,
  opensOn: row.from ?? answer.dates.find((date) => date.id === opening)?.on ?? null,
  gravity: RENEWAL_GRAVITY,
  confidence: row.confidence,
  running: 'normal',
  outcome: { ...row, missingFacts: answer.missing },
  facts: given,
  reminds,
});

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  (values as readonly (string | null)[]).includes(value) ? (value as T) : null;

/**
 * Steps are taken for a window that can still be used, or for the permit in hand though its window has closed. The daily check (`kept`:
 * what is there) takes nothing away because a day went by, a window missed stays to be seen; and once the renewal was filed, the late
 * limits that were retired with it do not come back.
 */
const matters = (
  row: RenewalDate,
  { validUntil, today, kept }: { validUntil: IsoDate; today: IsoDate; kept: readonly { ruleId: string; state: string }[] },
): boolean => {
  if (kept.some((old) => old.ruleId === row.id)) return true;
  if (kept.some((old) => old.state === 'done')) return false;
  return row.on >= today || validUntil >= today;
};

/**
 * Computes the renewal windows of a person's permits anew, in the caller's transaction: those of the permit that ends last are kept as
 * limits, with their reminders and a task to prepare; those of every other permit are retired. To be called whenever a permit is added,
 * changed or removed.
 * @param checking asked by the daily check and not by a change: only other days are a change, and the task to prepare is left alone
 * @returns what to add to the audit of the caller's mutation
 */
export async function planRenewals(
  repositories: Repositories,
  app: AppContext,
  actor: Actor,
  { personId, checking = false }: { personId: string; permitId?: string; checking?: boolean },
  changes: Replaced[] = [],
): Promise<AuditEntry[]> {
  const call = { repositories, app, actor };
  const today = app.clock.today();
  const [held, ...former] = await repositories.deadlines.permitsOf(personId);
  const audit: AuditEntry[] = [];
  const known = new Set([held?.id, ...former.map((permit) => permit.id)]);
  for (const old of await repositories.deadlines.currentOfPermits(personId)) {
    if (old.sourceId === held?.id) continue;
    // Removed, or followed by a permit that ends later.
    const state = known.has(old.sourceId) ? 'superseded' : 'cancelled';
    await repositories.deadlines.retire(old.id, state, state === 'superseded' ? 'later-permit' : 'source-removed');
    await cancelReminders(call, old.id, state === 'superseded' ? 'source-superseded' : 'source-cancelled');
    audit.push({ action: `deadline.${state}`, targetKind: 'deadline', targetId: old.id, personId });
  }
  if (!held) return audit;
  const given = {
    today,
    permit: {
      title: oneOf(PERMIT_TITLES, held.title),
      basis: held.basis,
      validFrom: held.validFrom,
      validUntil: held.validUntil,
      channel: oneOf(CHANNELS, held.channel),
    },
    nationality: held.nationality,
  };
  const answer = computeRenewal(given);
  // The day of the computation is not a fact of the permit: without it, the same permit yields the same limit tomorrow.
  const { today: _, ...facts } = given;
  const kept = checking ? await repositories.deadlines.currentOf(held.id) : [];
  const wanted = answer.dates
    .filter((row) => KEPT[row.id] && held.validUntil && matters(row, { validUntil: held.validUntil, today, kept }))
    .map((row) => renewalDeadline(row, answer, facts, KEPT[row.id]!));
  const source = { kind: 'permit' as const, id: held.id, personId, dossierId: null };
  const replaced = await replaceDeadlines(call, source, wanted, { materially: checking }, changes);
  audit.push(...replaced);
  if (!checking || replaced.length) audit.push(...(await prepare(call, personId, answer, today)));
  return audit;
}

/** One open task to prepare the renewal, due when preparing should begin (today when that day is past). */
async function prepare(
  call: { repositories: Repositories; app: AppContext; actor: Actor },
  personId: string,
  answer: RenewalAnswer,
  today: IsoDate,
): Promise<AuditEntry[]> {
  const { tasks } = call.repositories;
  const days = answer.dates.filter((row) => PREPARE.includes(row.id)).map((row) => row.on);
  const windowOpen = answer.dates.some((row) => KEPT[row.id]?.reminds && row.on >= today);
  if (!days.length || !windowOpen) return [];
  const earliest = days.reduce((a, b) => (a < b ? a : b));
  const dueOn = earliest < today ? today : earliest;
  const open = await tasks.openOfKind('renewal', { personId, dossierId: null }, today);
  // Late already, or for that very day: there is nothing to move.
  if (open?.dueOn && (open.dueOn === dueOn || (open.dueOn < today && dueOn === today))) return [];
  const id = open?.id ?? newId();
  if (open) {
    await tasks.update(open.id, open.version, { dueOn });
    await cancelReminders(call, open.id, 'moved');
  } else
    await tasks.create({
      id,
      personId,
      dossierId: null,
      kind: 'renewal',
      title: 'Préparer le renouvellement du titre de séjour',
      dueOn,
      assigneeId: call.actor.userId,
    });
  const assigneeId = open ? open.assigneeId : call.actor.userId;
  await planReminders(call, { kind: 'task', id, personId, dossierId: null, prudentOn: dueOn, assigneeId });
  return [{ action: open ? 'task.updated' : 'task.created', targetKind: 'task', targetId: id, personId, fields: ['dueOn'] }];
}
