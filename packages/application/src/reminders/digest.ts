import { systemActor } from '@permanence/contracts';
import { addDays, isoDate, weekday, type IsoDate } from '@permanence/rules';
import type { DigestRow, FrozenRow, LedgerRow, Repositories } from '@permanence/persistence';
import { coordinatorDigest, volunteerDigest, type DigestItem } from '../mail/digests.ts';
import type { Message } from '../mail/message.ts';
import type { AppContext } from '../support/app-context.ts';
import { newId } from '../support/ids.ts';
import { instantAt, localOf, OPENS_AT } from './local-time.ts';

const WEEK = 7;
const MONDAY = 1;
/** Told on Monday at eight; on Thursday it would tell of a week that is half over. */
const STALE_AFTER_DAYS = 3;

const mondayFrom = (day: IsoDate): IsoDate => addDays(day, (MONDAY - weekday(day) + WEEK) % WEEK);

/** Rows of the ledger for the next Monday: each volunteer's week, each coordinator's Monday. Harmless to repeat. */
export const planDigests = (app: AppContext, associationId: string): Promise<number> =>
  app.database.transaction(systemActor(associationId), async (repositories) => {
    const { timeZone } = await repositories.reminders.association();
    const monday = mondayFrom(localOf(app.clock.now(), timeZone).on);
    const colleagues = (await repositories.users.colleagues()).filter(({ role }) => role !== 'administrator');
    return repositories.reminders.plan(
      colleagues.map(({ id: userId, role }) => {
        const audience = role === 'coordinator' ? ('coordinator' as const) : ('volunteer' as const);
        return {
          id: newId(),
          personId: null,
          dossierId: null,
          sourceKind: 'digest' as const,
          sourceId: userId,
          step: audience === 'coordinator' ? 'digest.monday' : 'digest.week',
          audience,
          recipientKey: userId,
          targetKey: monday,
          channel: 'email' as const,
          contactId: null,
          userId,
          template: `${audience}.digest`,
          dueAt: instantAt({ on: monday, minutes: OPENS_AT }, timeZone),
          staleAt: instantAt({ on: addDays(monday, STALE_AFTER_DAYS), minutes: 0 }, timeZone),
        };
      }),
    );
  });

const frozenOf = (row: DigestRow, from: IsoDate, timeZone: string): FrozenRow => {
  const { at, on, ...rest } = row;
  const local = at ? localOf(at, timeZone) : null;
  const day = on ?? local!.on;
  return { ...rest, on: day, minutes: local?.minutes ?? null, overdue: day < from };
};

async function collect(repositories: Repositories, row: Pick<LedgerRow, 'userId' | 'audience'>, from: IsoDate, timeZone: string) {
  const to = addDays(from, WEEK - 1);
  const [fromAt, untilAt] = [instantAt({ on: from, minutes: 0 }, timeZone), instantAt({ on: addDays(to, 1), minutes: 0 }, timeZone)];
  const everyone = row.audience === 'coordinator';
  const rows = await repositories.digests.deadlines(everyone ? null : row.userId, to, untilAt);
  if (!everyone) {
    rows.push(...(await repositories.digests.appointments(row.userId!, fromAt, untilAt)));
    rows.push(...(await repositories.digests.tasks(row.userId!, to)));
  }
  return rows.map((one) => frozenOf(one, from, timeZone));
}

type Row = Pick<LedgerRow, 'id' | 'userId' | 'audience' | 'targetKey'>;
/**
 * The digest of a row: what was frozen when it was first taken, so that a second attempt says the same; or, for a preview, what would be.
 * @returns null: nothing to tell a volunteer, who then gets no mail
 */
export async function digestMessage(
  repositories: Repositories,
  row: Row,
  user: { language: string },
  around: { publicUrl: string; freeze: boolean },
): Promise<Message | null> {
  const { timeZone } = await repositories.reminders.association();
  const from = isoDate(row.targetKey);
  let rows = await repositories.digests.frozen(row.id);
  if (!rows.length) {
    rows = await collect(repositories, row, from, timeZone);
    if (around.freeze)
      await repositories.digests.freeze(
        row.id,
        rows.map((one) => ({ ...one, id: newId() })),
      );
  }
  const page = (path: string): string => new URL(path, around.publicUrl).href;
  const items = rows.map(({ kind, dossierReference, ruleId, on, minutes, overdue, dossierId }): DigestItem => ({
    kind,
    dossierReference,
    ruleId,
    on,
    minutes,
    overdue,
    link: page(dossierId ? `/dossiers/${dossierId}` : '/tasks'),
  }));
  const week = { language: user.language, from, to: addDays(from, WEEK - 1), items, link: page('/') };
  if (row.audience === 'coordinator') {
    const since = instantAt({ on: addDays(from, -WEEK), minutes: 0 }, timeZone);
    return coordinatorDigest({ ...week, counts: await repositories.digests.counts(since, from) });
  }
  return items.length ? volunteerDigest(week) : null;
}
