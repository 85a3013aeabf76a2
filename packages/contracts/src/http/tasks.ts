import { z } from 'zod';
import { Day, Id, Instant, Version, searchAnswer, searchRequest, text } from './common.ts';

export const TASK_KINDS = ['phone-call', 'renewal', 'gather-papers', 'deadline', 'repair-contact', 'other'] as const;
export const Task = z.object({
  id: Id,
  personId: Id.nullable(),
  /** Null when there is no person, or one the caller may not open. */
  personName: z.string().nullable(),
  dossierId: Id.nullable(),
  dossierReference: z.string().nullable(),
  kind: z.enum(TASK_KINDS),
  title: z.string(),
  dueOn: z.string().nullable(),
  assigneeId: Id.nullable(),
  assigneeName: z.string().nullable(),
  /** The reminder that asked for it. */
  reminderId: Id.nullable(),
  createdAt: Instant,
  doneAt: Instant.nullable(),
  doneById: Id.nullable(),
  overdue: z.boolean(),
  version: Version,
});
export type Task = z.infer<typeof Task>;

export const CreateTaskRequest = z.strictObject({
  personId: Id.nullish(),
  dossierId: Id.nullish(),
  kind: z.enum(TASK_KINDS).default('other'),
  title: text(200),
  dueOn: Day.nullish(),
  /** Absent: whoever writes it; null: nobody yet. */
  assigneeId: Id.nullable().optional(),
});
export type CreateTaskRequest = z.infer<typeof CreateTaskRequest>;
export const UpdateTaskRequest = z.strictObject({
  version: Version,
  kind: z.enum(TASK_KINDS).optional(),
  title: text(200).optional(),
  dueOn: Day.nullable().optional(),
  assigneeId: Id.nullable().optional(),
});
export type UpdateTaskRequest = z.infer<typeof UpdateTaskRequest>;
export const VersionedRequest = z.strictObject({ version: Version });
export type VersionedRequest = z.infer<typeof VersionedRequest>;

export const SearchTasksRequest = searchRequest(
  {
    /** True: assigned to the caller. */
    mine: z.boolean(),
    assigneeId: Id,
    unassigned: z.boolean(),
    done: z.boolean(),
    overdue: z.boolean(),
    kind: z.enum(TASK_KINDS),
    dossierId: Id,
    personId: Id,
  },
  ['dueOn', 'createdAt', 'title'],
);
export type SearchTasksRequest = z.infer<typeof SearchTasksRequest>;
export const SearchTasksAnswer = searchAnswer(Task);
