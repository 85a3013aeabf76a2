import { sendReminder, type PolicyName, type SendContext } from '@permanence/application';
import { dueReminders } from '@permanence/persistence';
import { movingClock } from '../builders/clock.ts';
import { aPlannedDeadline, aRemindedPerson } from '../builders/reminded.ts';
import { anAssociation } from '../builders/world.ts';
import type { TestDatabase } from '../database/test-database.ts';
import { dayAt, daysFrom, instantAt, isoAt, plus } from './oracle/calendar.ts';
import { expectedNotices } from './oracle/notices.ts';
import type { Place } from './places.ts';

/** How many days before its end a date becomes known, by policy; its rule, and its first day. */
const KINDS: readonly { policy: PolicyName; ruleId: string; known: number; opens: number | null }[] = [
  { policy: 'appeal', ruleId: 'oqtf-un-mois', known: 40, opens: null },
  { policy: 'renewal-portal', ruleId: 'REN-ANEF-CLOSE', known: 130, opens: 60 },
  { policy: 'week', ruleId: 'oqtf-un-mois', known: 6, opens: null },
  { policy: 'renewal-counter', ruleId: 'REN-PREF-CLOSE', known: 200, opens: 61 },
];
/** By day, in the evening and before the doors open. */
const KNOWN_AT = ['10:00', '21:15', '06:30'];
const SWEPT_AT = ['07:30', '10:30', '21:30'];

export interface Replay {
  /** First and last day on which a date ends. */
  from: string;
  to: string;
  places: readonly Place[];
}
export interface Replayed {
  days: number;
  notices: number;
  once: number;
  missing: number;
  doubled: number;
  wrongDay: number;
  unexpected: number;
  outsideHours: number;
}
export interface Left {
  id: string;
  zone: string;
  at: string;
}

/** Dates that end on every day, planned and sent through the use cases, the sweep running three times a day. */
export async function replayReminders(
  db: TestDatabase,
  { from, to, places }: Replay,
  around: { say?: (line: string) => void; left?: Left[]; mailed?: () => void } = {},
): Promise<Replayed & { faults: string[] }> {
  const days = daysFrom(from, to) + 1;
  const clock = movingClock(isoAt(plus(from, -210, 'days'), '00:00', 'Europe/Paris'));
  const app: SendContext = {
    database: db.database,
    clock,
    mailFrom: 'Rappels <rappels@expediteur.invalid>',
    publicUrl: 'https://permanence.invalid',
    mailer: {
      send: async (_mail, beforeHandingOver) => {
        await beforeHandingOver();
        around.mailed?.();
        return '250 taken';
      },
      close: async () => undefined,
    },
  };
  const expected = new Map<string, string>();
  const left: Left[] = around.left ?? [];
  const zones = new Map<string, string>();
  const todo: { at: number; run: () => Promise<void> }[] = [];
  for (const [n, place] of places.entries()) {
    const association = await anAssociation(app, `Rappels ${place.code}`);
    await db.asSuperuser('update association set time_zone = $2 where id = $1', [association.id, place.zone]);
    zones.set(association.id, place.zone);
    const holder = association.users.volunteer.actor;
    for (let i = 0; i < days; i++) {
      const { policy, ruleId, known, opens } = KINDS[(i + n) % KINDS.length]!;
      const target = plus(from, i, 'days');
      const time = KNOWN_AT[(i + 2 * n) % KNOWN_AT.length]!;
      const plannedAt = isoAt(plus(target, -known, 'days'), time, place.zone);
      const opensOn = opens === null ? null : plus(target, -opens, 'days');
      const run = async (): Promise<void> => {
        const person = await aRemindedPerson(app, holder);
        const { id } = await aPlannedDeadline(app, db, holder, person, { prudentOn: target, lastDayOn: target, opensOn }, ruleId);
        for (const { step, audience, on } of expectedNotices({ policy, target, opensOn, plannedAt, zone: place.zone }))
          expected.set(`${id} ${step} ${audience}`, on);
      };
      todo.push({ at: Date.parse(plannedAt), run });
    }
    for (let day = plus(from, -201, 'days'); day <= to; day = plus(day, 1, 'days'))
      for (const time of SWEPT_AT) todo.push({ at: instantAt(day, time, place.zone), run: () => sweep() });
  }
  const sweep = async (): Promise<void> => {
    const due = await dueReminders(db.database, clock.now(), 5_000);
    for (const { id, associationId } of due) {
      const done = await sendReminder(app, { associationId, reminderId: id });
      if (done === 'handed_over' || done === 'closed') left.push({ id, zone: zones.get(associationId)!, at: clock.now() });
    }
  };
  todo.sort((a, b) => a.at - b.at);
  let year = '';
  for (const { at, run } of todo) {
    const now = new Date(at).toISOString();
    if (now.slice(0, 4) !== year) around.say?.(`${(year = now.slice(0, 4))}: ${left.length} notices so far`);
    clock.set(now);
    await run();
  }
  return { days, ...(await account(db, expected, left)) };
}

/** Compares what left with what had to. */
export async function account(
  db: Pick<TestDatabase, 'asSuperuser'>,
  expected: ReadonlyMap<string, string>,
  left: readonly Left[],
): Promise<Omit<Replayed, 'days'> & { faults: string[] }> {
  const rows = await db.asSuperuser<{ id: string; key: string; channel: string }>(
    "select id, source_id || ' ' || step || ' ' || audience as key, channel::text as channel from reminder",
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found: Omit<Replayed, 'days'> = { notices: 0, once: 0, missing: 0, doubled: 0, wrongDay: 0, unexpected: 0, outsideHours: 0 };
  const faults: string[] = [];
  const seen = new Map<string, number>();
  for (const { id, zone, at } of left) {
    const { key, channel } = byId.get(id)!;
    const on = dayAt(at, zone);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    found.notices += 1;
    if (times === 2) faults.push(`${key} left twice (${(found.doubled += 1)})`);
    const day = expected.get(key);
    if (day === undefined) faults.push(`${key} left on ${on}, expected never (${(found.unexpected += 1)})`);
    else if (day !== on) faults.push(`${key} left on ${on}, expected on ${day} (${(found.wrongDay += 1)})`);
    const [opens, closes] = [isoAt(on, '08:00', zone), isoAt(on, '20:00', zone)];
    if (channel === 'email' && (at < opens || at >= closes)) faults.push(`${key} left at ${at} (${(found.outsideHours += 1)})`);
  }
  for (const [key, day] of expected) {
    if (seen.get(key) === 1) found.once += 1;
    if (!seen.has(key)) faults.push(`${key} never left, expected on ${day} (${(found.missing += 1)})`);
  }
  return { ...found, faults };
}
