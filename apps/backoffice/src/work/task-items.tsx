import type { Task } from '@permanence/contracts';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { problemSentence } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { shortDay } from '../ui/days.ts';
import { Badge } from '../ui/page.tsx';

/** Tasks as lines, each with its one button. */
export function TaskItems({ tasks, bare = false }: { tasks: readonly Task[]; /** Inside its dossier: no link to it. */ bare?: boolean }) {
  const { words } = useWords();
  if (!tasks.length) return <p className="empty">{words.work.taskNone}</p>;
  return (
    <ul className="list">
      {tasks.map((task) => (
        <TaskItem key={task.id} task={task} bare={bare} />
      ))}
    </ul>
  );
}

function TaskItem({ task, bare }: { task: Task; bare: boolean }) {
  const { words, locale } = useWords();
  const t = words.work;
  const notify = useNotify();
  const settle = useChange(() => api.post<Task>(`tasks/${task.id}/${task.doneAt ? 'undone' : 'done'}`, { version: task.version }));
  const act = () =>
    settle.mutate(undefined, {
      onSuccess: () => notify(task.doneAt ? t.taskUndone : t.taskDone, { type: 'success' }),
      onError: (error) => notify(problemSentence(error, locale), { type: 'error' }),
    });
  const to = task.dossierId ? `/dossiers/${task.dossierId}` : task.personId ? `/persons/${task.personId}` : null;
  return (
    <li className="line">
      <span>
        <strong>{task.title}</strong> {task.overdue ? <Badge tone="danger">{t.overdue}</Badge> : null}
        {task.doneAt ? <Badge tone="good">{t.doneLabel}</Badge> : null}
        <br />
        <span className="quiet">
          {[
            t.taskKinds[task.kind],
            task.dueOn ? `${t.dueOn.toLocaleLowerCase(locale)} ${shortDay(task.dueOn, locale)}` : '',
            task.assigneeName ?? t.assigneeNobody,
          ]
            .filter(Boolean)
            .join(' · ')}
          {!bare && to ? (
            <>
              {' · '}
              <Link to={to}>{task.personName ?? task.dossierReference ?? words.common.open}</Link>
            </>
          ) : null}
        </span>
      </span>
      <button
        type="button"
        className="btn"
        onClick={act}
        aria-disabled={settle.isPending || undefined}
        aria-label={task.doneAt ? t.undoOf(task.title) : t.markDoneOf(task.title)}
      >
        {task.doneAt ? t.undo : t.markDone}
      </button>
    </li>
  );
}
