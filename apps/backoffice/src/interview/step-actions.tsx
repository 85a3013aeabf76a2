import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../i18n/words.ts';

/** Under each question: what it offers itself, the question before, and stopping here. */
export function StepActions({
  personId,
  onBack,
  onNow = null,
  children,
}: {
  personId: string;
  onBack: (() => void) | null;
  onNow?: (() => void) | null | undefined;
  children: ReactNode;
}) {
  const { words } = useWords();
  const t = words.interview;
  return (
    <div className="actions">
      {children}
      {onBack ? (
        <button type="button" className="btn" onClick={onBack}>
          {t.previous}
        </button>
      ) : null}
      {onNow ? (
        <button type="button" className="btn" onClick={onNow}>
          {t.backToNow}
        </button>
      ) : null}
      <Link className="btn btn-quiet" to={`/persons/${personId}/facts`}>
        {t.stop}
      </Link>
    </div>
  );
}
