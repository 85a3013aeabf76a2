import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import { Dialog } from './dialog.tsx';
import { Failure } from './page.tsx';

/** A button for what cannot be undone here: asks first, says when it fails. */
export function SureButton({
  label,
  describe,
  question,
  onSure,
}: {
  label: string;
  describe?: string;
  question: string;
  onSure: () => Promise<unknown>;
}) {
  const { words } = useWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await onSure();
      setAsking(false);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" className="btn btn-quiet" onClick={() => setAsking(true)} aria-label={describe}>
        {label}
      </button>
      {asking ? (
        <Dialog title={describe ?? label} onClose={() => setAsking(false)}>
          <p>{question}</p>
          {error ? <Failure error={error} /> : null}
          <div className="actions">
            <button type="button" className="btn btn-danger" onClick={() => void act()} aria-disabled={busy || undefined}>
              {busy ? words.form.sending : label}
            </button>
            <button type="button" className="btn" onClick={() => setAsking(false)}>
              {words.form.cancel}
            </button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
