import { z } from 'zod';
import { ROLES } from '../access/actor.ts';
import { Id, Instant } from './common.ts';
import { DeadlineRow } from './deadlines.ts';
import { DossierRow } from './dossiers.ts';
import { LANGUAGES } from './persons.ts';
import { WatcherCounts } from './watchers.ts';

/** Days ahead that the coordinator's page looks. */
export const COORDINATION_DAYS = 14;

/**
 * What a coordinator must see first. Every total equals the count of the list it leads to:
 * `due` → deadlines/search {state: open, withinDays: 14}; `due.overdue` → … overdue; `holderless` → dossiers/search {holderless, closed: false};
 * `failed.overdueTasks` → tasks/search {overdue}; a volunteer's figures → the same lists by `holderId` or `assigneeId`.
 */
export const CoordinationPage = z.object({
  today: z.string(),
  days: z.int(),
  due: z.object({
    total: z.int(),
    overdue: z.int(),
    /** Gravest first, then the earliest prudent day; at most a hundred. */
    items: z.array(DeadlineRow),
  }),
  holderless: z.object({
    total: z.int(),
    /** With the languages asked for; at most a hundred. */
    items: z.array(DossierRow.extend({ languages: z.array(z.enum(LANGUAGES)), needsInterpreter: z.boolean().nullable() })),
  }),
  /** Per kind, the count of the list behind it: GET watchers. */
  watchers: WatcherCounts,
  /** Requests to cancel a limit by hand that wait for a second person: cancel-requests/search {state: pending}. */
  cancelRequests: z.int(),
  failed: z.object({
    remindersFailed: z.int(),
    remindersInDoubt: z.int(),
    remindersRefusedBySafety: z.int(),
    overdueTasks: z.int(),
    /** Messages for the queue that could not be handed over yet. */
    outbox: z.object({
      total: z.int(),
      items: z.array(z.object({ id: Id, name: z.string(), attempts: z.int(), lastError: z.string(), createdAt: Instant })),
    }),
  }),
  load: z.array(
    z.object({
      userId: Id,
      displayName: z.string(),
      role: z.enum(ROLES),
      /** Open dossiers held. */
      dossiers: z.int(),
      /** Open limits due in the window, in dossiers held. */
      deadlines: z.int(),
      openTasks: z.int(),
      overdueTasks: z.int(),
    }),
  ),
});
export type CoordinationPage = z.infer<typeof CoordinationPage>;
