import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

/** The browser's own modal dialog: the rest of the page is inert, Escape closes it, the focus comes back to where it was. */
export function Dialog({
  title,
  onClose,
  children,
  opaque = false,
}: {
  title: ReactNode;
  /** Absent: it cannot be dismissed. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
  /** Hides the page behind: a session has ended, and the screen may be in sight of others. */
  opaque?: boolean;
}) {
  const { words } = useWords();
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      className={opaque ? 'dialog dialog-opaque' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        {onClose ? (
          <button type="button" className="btn btn-quiet" onClick={onClose}>
            {words.common.close}
          </button>
        ) : null}
      </div>
      {children}
    </dialog>
  );
}
