import type { DeadlineRow, Page, SearchDeadlinesRequest } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import { addDays } from '@permanence/rules';
import { instantAt } from '../reminders/local-time.ts';
import type { AppContext } from '../support/app-context.ts';
import { query } from '../support/use-case.ts';
import { withDaysLeft } from './days-left.ts';

/** Limits by gravity: those of the association for a coordinator, of one's own dossiers and people for everyone else. */
export async function findDeadlines(
  { repositories, app }: { repositories: Repositories; app: AppContext },
  input: SearchDeadlinesRequest,
): Promise<Page<DeadlineRow>> {
  const { timeZone } = await repositories.reminders.association();
  const today = app.clock.today(timeZone);
  const { withinDays } = input.filter;
  const untilOn = withinDays === undefined ? null : addDays(today, withinDays);
  const until = untilOn && instantAt({ on: addDays(untilOn, 1), minutes: 0 }, timeZone);
  const { from, to } = input.filter;
  const between = {
    from: from ? instantAt({ on: from, minutes: 0 }, timeZone) : null,
    to: to ? instantAt({ on: addDays(to, 1), minutes: 0 }, timeZone) : null,
  };
  const { data, total } = await repositories.deadlines.search(input, { today, at: app.clock.now(), until, untilOn, between });
  return { data: data.map((row) => withDaysLeft(app.clock, row)), total };
}
export const searchDeadlines = query<SearchDeadlinesRequest, Page<DeadlineRow>>({
  name: 'search-deadlines',
  permission: 'deadline.read',
  execute: ({ input, repositories, app }) => findDeadlines({ repositories, app }, input),
});
