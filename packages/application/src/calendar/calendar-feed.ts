import { createHash, randomBytes } from 'node:crypto';
import { AppError, CALENDAR_HORIZON_DAYS, CALENDAR_PAST_DAYS, type CalendarFeedStatus } from '@permanence/contracts';
import { calendarFeedOwner } from '@permanence/persistence';
import { addDays, isoDate } from '@permanence/rules';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { mutation, query } from '../support/use-case.ts';
import { icalendar, type CalendarEvent } from './ics.ts';

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
/** An appointment has no known length; an hour before a limit in hours ends is what people see coming. */
const HOUR_MS = 3_600_000;

export const calendarFeedStatus = query<Record<string, never>, CalendarFeedStatus>({
  name: 'calendar-feed-status',
  permission: 'deadline.read',
  execute: async ({ repositories }) => {
    const createdAt = await repositories.calendar.made();
    return { active: createdAt !== null, createdAt };
  },
});

/** Makes the caller's feed, or makes it anew: the address before no longer opens anything. @returns the secret, which nobody can read again */
export const makeCalendarFeed = mutation<Record<string, never>, { secret: string; createdAt: string }>({
  name: 'make-calendar-feed',
  permission: 'deadline.read',
  execute: async ({ repositories, actor, app }) => {
    if (!actor.userId) throw new AppError('forbidden', { message: 'a feed belongs to an account' });
    const [id, secret, createdAt] = [newId(), randomBytes(32).toString('base64url'), app.clock.now()];
    await repositories.calendar.replace(id, hashOf(secret), createdAt);
    return { result: { secret, createdAt }, audit: [{ action: 'calendar-feed.made', targetKind: 'user', targetId: actor.userId }] };
  },
});

export const revokeCalendarFeed = mutation<Record<string, never>, void>({
  name: 'revoke-calendar-feed',
  permission: 'deadline.read',
  execute: async ({ repositories, actor }) => {
    const revoked = await repositories.calendar.revoke();
    const audit = revoked ? [{ action: 'calendar-feed.revoked', targetKind: 'user', targetId: actor.userId! }] : [];
    return { result: undefined, audit };
  },
});

const titled = (reference: string | null, what: string): string =>
  reference ? `Dossier ${reference} : ${what}` : `${what.charAt(0).toUpperCase()}${what.slice(1)}`;

/**
 * The calendar a secret opens, as text/calendar: the days of the dossiers its owner holds or helps in. No name, no place, no kind of
 * decision: a calendar is read over shoulders, and kept by whoever runs the calendar program.
 * @throws AppError not-found when the secret is unknown or revoked, or its account disabled
 */
export async function readCalendarFeed(app: AppContext, secret: string): Promise<string> {
  const owner = await calendarFeedOwner(app.database, hashOf(secret));
  if (!owner) throw new AppError('not-found');
  return app.database.read(owner, async ({ calendar, reminders }) => {
    const today = app.clock.today((await reminders.association()).timeZone);
    const [from, to] = [addDays(today, -CALENDAR_PAST_DAYS), addDays(today, CALENDAR_HORIZON_DAYS)];
    const shifted = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
    const deadlines = (await calendar.deadlines(from, to)).map(
      ({ sourceId, ruleId, prudentOn, expiresAt, reference, sequence, changedAt }): CalendarEvent => ({
        // By source and rule: a limit that moves is the same entry on another day. Hashed, since a rule's name tells of what it is.
        uid: `${hashOf(`${sourceId} ${ruleId}`).slice(0, 32)}@permanence`,
        sequence,
        changedAt,
        summary: titled(reference, 'échéance'),
        ...(prudentOn
          ? { on: prudentOn, untilOn: addDays(isoDate(prudentOn), 1) }
          : { startsAt: shifted(expiresAt!, -HOUR_MS), endsAt: expiresAt! }),
      }),
    );
    const appointments = (await calendar.appointments(from, to)).map(({ id, startsAt, reference, sequence, changedAt }): CalendarEvent => ({
      uid: `${id}@permanence`,
      sequence,
      changedAt,
      summary: titled(reference, 'rendez-vous'),
      startsAt,
      endsAt: shifted(startsAt, HOUR_MS),
    }));
    return icalendar('Permanence', [...deadlines, ...appointments]);
  });
}
