import { WATCHER_CODES, type Watcher, type WatcherCounts, type WatchersAnswer } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import { daysBetween, type IsoDate } from '@permanence/rules';
import type { AppContext } from '../support/app-context.ts';
import { found, query } from '../support/use-case.ts';
import { WATCHED_FACTS, watchDossier } from './watch-dossier.ts';

/** The most pressing kind first, as the codes are listed; then the nearest day. */
const bySeverity = (a: Watcher, b: Watcher): number =>
  WATCHER_CODES.indexOf(a.code) - WATCHER_CODES.indexOf(b.code) || ((a.on ?? '9999') < (b.on ?? '9999') ? -1 : 1);

export async function findWatchers(
  { repositories, app }: { repositories: Repositories; app: AppContext },
  dossierId?: string,
): Promise<WatchersAnswer> {
  const { timeZone } = await repositories.reminders.association();
  const today: IsoDate = app.clock.today(timeZone);
  const dossiers = await repositories.watchers.dossiers(app.clock.now(), today, WATCHED_FACTS, dossierId);
  const items = dossiers
    .flatMap((dossier): Watcher[] =>
      watchDossier(dossier, today).map(({ code, on }) => ({
        code,
        on,
        daysLeft: on === null ? null : daysBetween(today, on),
        dossierId: dossier.id,
        dossierReference: dossier.reference,
        personId: dossier.personId,
        personName: dossier.personName,
        holders: dossier.holders,
      })),
    )
    .sort(bySeverity);
  const count = (code: (typeof WATCHER_CODES)[number]): number => items.filter((item) => item.code === code).length;
  return { today, counts: Object.fromEntries(WATCHER_CODES.map((code) => [code, count(code)])) as WatcherCounts, items };
}

/** What is about to go wrong, or was forgotten: in the whole association for a coordinator, in one's own dossiers for everyone else. */
export const getWatchers = query<Record<string, never>, WatchersAnswer>({
  name: 'get-watchers',
  permission: 'dossier.read',
  execute: (call) => findWatchers(call),
});

/** The same for one dossier, on its own page. */
export const getDossierWatchers = query<{ dossierId: string }, WatchersAnswer>({
  name: 'get-dossier-watchers',
  permission: 'dossier.read',
  execute: async (call) => {
    found(await call.repositories.dossiers.brief(call.input.dossierId));
    return findWatchers(call, call.input.dossierId);
  },
});
