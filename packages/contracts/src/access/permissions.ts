import type { Actor, Role } from './actor.ts';

/**
 * What each role may ask for at all. Which rows they then find is need-to-know (see `seesWholeAssociation`), held again by the database.
 * Administrators run accounts, mail and queues; they open a dossier only when they hold it.
 */
const ALL: readonly Role[] = ['volunteer', 'coordinator', 'administrator'];
const PERMISSIONS = {
  'person.read': ALL,
  'person.write': ALL,
  'dossier.read': ALL,
  'dossier.write': ALL,
  /** Name the people in charge of a dossier. */
  'dossier.assign': ['coordinator'],
  'document.read': ALL,
  'document.write': ALL,
  'deadline.read': ALL,
  'deadline.write': ALL,
  /** Agree, as the second person, to a limit being cancelled by hand. */
  'deadline.cancel': ['coordinator'],
  'reminder.read': ALL,
  /** Say whether a reminder in doubt was sent. */
  'reminder.settle': ALL,
  /** See and change when reminders leave, and to whom. */
  'policy.write': ['coordinator', 'administrator'],
  /** Sender and phone of the messages. */
  'message-settings.write': ['administrator'],
  'task.read': ALL,
  'task.write': ALL,
  'appointment.read': ALL,
  'appointment.write': ALL,
  'permanence.read': ALL,
  'permanence.write': ALL,
  'rules.run': ALL,
  /** Change one's own password and language. */
  'account.own': ALL,
  'user.list': ALL,
  'coordination.read': ['coordinator'],
  'user.manage': ['administrator'],
  'mailbox.read': ['administrator'],
  /** See the state of the vault, change the association's key. */
  'vault.manage': ['administrator'],
  'queue.read': ['administrator', 'coordinator'],
  /** Try again what failed. */
  'queue.retry': ['administrator', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;
export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as Permission[];

export const may = (actor: Pick<Actor, 'role'>, permission: Permission): boolean =>
  actor.role === 'system' || (PERMISSIONS[permission] as readonly string[]).includes(actor.role);

/** Coordinators and the system see every dossier of their association; everyone else those they hold or received. */
export const seesWholeAssociation = (actor: Pick<Actor, 'role'>): boolean => actor.role === 'coordinator' || actor.role === 'system';
