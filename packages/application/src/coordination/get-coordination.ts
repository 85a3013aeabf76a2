import { COORDINATION_DAYS, type CoordinationPage, type SearchDeadlinesRequest } from '@permanence/contracts';
import { findDeadlines } from '../deadlines/index.ts';
import { query } from '../support/use-case.ts';
import { findWatchers } from '../watchers/index.ts';

const SHOWN = 100;
const first = (perPage: number) => ({ page: 1, perPage });

/** What a coordinator must see first. Every figure comes from the very search behind its link, so that they cannot differ. */
export const getCoordination = query<Record<string, never>, CoordinationPage>({
  name: 'get-coordination',
  permission: 'coordination.read',
  execute: async ({ repositories, app }) => {
    const { timeZone } = await repositories.reminders.association();
    const today = app.clock.today(timeZone);
    const due = (filter: SearchDeadlinesRequest['filter'], perPage = 1) =>
      findDeadlines({ repositories, app }, { ...first(perPage), filter: { state: 'open', ...filter } });
    const tasks = async (filter: object) => (await repositories.tasks.search({ ...first(1), filter }, today)).total;

    const soon = await due({ withinDays: COORDINATION_DAYS }, SHOWN);
    const load: CoordinationPage['load'] = [];
    for (const { id, displayName, role } of await repositories.users.colleagues())
      load.push({
        userId: id,
        displayName,
        role,
        dossiers: (await repositories.dossiers.search({ ...first(1), filter: { holderId: id, closed: false } })).total,
        deadlines: (await due({ withinDays: COORDINATION_DAYS, holderId: id })).total,
        openTasks: await tasks({ assigneeId: id, done: false }),
        overdueTasks: await tasks({ assigneeId: id, overdue: true }),
      });
    return {
      today,
      days: COORDINATION_DAYS,
      due: { total: soon.total, overdue: (await due({ overdue: true })).total, items: soon.data },
      holderless: await repositories.coordination.holderless(SHOWN),
      watchers: (await findWatchers({ repositories, app })).counts,
      cancelRequests: (await repositories.cancelRequests.search({ ...first(1), filter: { state: 'pending' } })).total,
      failed: {
        ...(await repositories.coordination.reminders()),
        overdueTasks: await tasks({ overdue: true }),
        outbox: await repositories.coordination.outbox(SHOWN),
      },
      load: load.filter((one) => one.role !== 'administrator' || one.dossiers > 0 || one.openTasks > 0),
    };
  },
});
