import type { Actor } from '@permanence/contracts';
import type { Repositories } from '@permanence/persistence';
import type { AppContext } from '../support/app-context.ts';

/** Where a use case stands when it plans: inside its own transaction. */
export interface PlanCall {
  repositories: Repositories;
  app: AppContext;
  actor: Actor;
}

/** What is to be announced. The same fields, read again before each sending, say whether it still stands. */
export interface ReminderSource {
  kind: 'deadline' | 'appointment' | 'task' | 'digest';
  id: string;
  /** Null only for a task that is about nobody in particular. */
  personId: string | null;
  dossierId: string | null;
  /** A deadline's rule, such as `oqtf-un-mois` or `REN-ANEF-CLOSE`. */
  ruleId?: string | null;
  /** The day to work with; a task's due day. */
  prudentOn?: string | null;
  lastDayOn?: string | null;
  /** First day of a window. */
  opensOn?: string | null;
  /** A limit in hours: the instant it ends. */
  expiresAt?: string | null;
  /** An appointment's instant. */
  startsAt?: string | null;
  gravity?: number | null;
  /** An appointment nobody came to. */
  missed?: boolean;
  /** A task's assignee. */
  assigneeId?: string | null;
}

/** The date announced, as the key a moved date differs by; null when there is none, and so nothing to plan. */
export const targetOf = (source: ReminderSource): string | null => {
  if (source.kind === 'appointment') return instant(source.startsAt);
  return source.prudentOn ?? instant(source.expiresAt) ?? null;
};
const instant = (text: string | null | undefined): string | null => (text ? new Date(text).toISOString() : null);
