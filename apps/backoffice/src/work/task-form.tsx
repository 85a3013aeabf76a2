import { CreateTaskRequest, TASK_KINDS, type Colleague, type Page as PageOf, type Task } from '@permanence/contracts';
import { useNotify } from 'react-admin';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Actions, DayField, Select, Summary, TextField } from '../ui/fields.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

export function TaskForm({ personId, dossierId, onDone }: { personId?: string; dossierId?: string; onDone: () => void }) {
  const { words } = useWords();
  const t = words.work;
  const notify = useNotify();
  const colleagues = useRead<PageOf<Colleague>>('colleagues');
  const create = useChange((request: CreateTaskRequest) => api.post<Task>('tasks', request));
  const entry = useEntry({
    initial: { title: '', kind: 'other', dueOn: '', assigneeId: '' },
    send: async ({ title, kind, dueOn, assigneeId }) => {
      const reading = new Reading(words);
      await create.mutateAsync(
        reading.done(CreateTaskRequest, {
          title,
          kind,
          dueOn: reading.day('dueOn', dueOn),
          ...(personId ? { personId } : {}),
          ...(dossierId ? { dossierId } : {}),
          // Absent: whoever writes it.
          ...(assigneeId ? { assigneeId: assigneeId === 'nobody' ? null : assigneeId } : {}),
        }),
      );
      notify(words.common.saved, { type: 'success' });
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary entry={entry} labels={{ title: t.taskTitle, kind: t.taskKind, dueOn: t.dueOn, assigneeId: t.assignee }} />
      <TextField entry={entry} name="title" label={t.taskTitle} hint={t.taskTitleHint} required />
      <div className="form-grid">
        <Select entry={entry} name="kind" label={t.taskKind} options={TASK_KINDS.map((value) => ({ value, label: t.taskKinds[value] }))} />
        <Select
          entry={entry}
          name="assigneeId"
          label={t.assignee}
          empty={t.assigneeMe}
          options={[
            ...(colleagues.data?.data ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
            { value: 'nobody', label: t.assigneeNobody },
          ]}
        />
      </div>
      <DayField entry={entry} name="dueOn" label={t.dueOn} />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
