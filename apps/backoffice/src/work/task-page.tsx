import type { Page as PageOf, Task } from '@permanence/contracts';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { usePosted } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { Page, Ready, Section } from '../ui/page.tsx';
import { Pager } from '../ui/table.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskItems } from './task-items.tsx';

const VIEWS = ['mine', 'unassigned', 'open', 'done'] as const;
type View = (typeof VIEWS)[number];
const FILTER: Record<View, object> = {
  mine: { mine: true, done: false },
  unassigned: { unassigned: true, done: false },
  open: { done: false },
  done: { done: true },
};
const PER_PAGE = 25;

export default function TaskPage() {
  const { words } = useWords();
  const t = words.work;
  const asked = (useLocation().state as { view?: View } | null)?.view;
  const [view, setView] = useState<View>(asked ?? 'mine');
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const tasks = usePosted<PageOf<Task>>(
    'tasks/search',
    { page, perPage: PER_PAGE, filter: FILTER[view], sort: { field: 'dueOn', order: 'asc' } },
    { keep: true },
  );
  return (
    <Page
      title={t.tasks}
      docTitle={t.tasksDocTitle}
      actions={
        adding ? null : (
          <button type="button" className="btn btn-main" onClick={() => setAdding(true)}>
            {t.addTask}
          </button>
        )
      }
    >
      {adding ? <TaskForm onDone={() => setAdding(false)} /> : null}
      <div className="finder">
        <div className="field">
          <label className="field-label" htmlFor="task-view">
            {t.show}
          </label>
          <select
            id="task-view"
            className="control"
            value={view}
            onChange={(event) => {
              setView(event.target.value as View);
              setPage(1);
            }}
          >
            {VIEWS.map((value) => (
              <option key={value} value={value}>
                {t.taskViews[value]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Section title={t.taskViews[view]}>
        <Ready of={tasks}>
          {({ data, total }) => (
            <>
              <TaskItems tasks={data} />
              <Pager page={page} perPage={PER_PAGE} total={total} onPage={setPage} />
            </>
          )}
        </Ready>
      </Section>
    </Page>
  );
}
