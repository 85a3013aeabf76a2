import { useEffect } from 'react';
import { useNotificationContext, type NotificationPayload } from 'react-admin';
import { useWords } from '../i18n/words.ts';

const SHOWN_MS = 15_000;

/** What was done, said aloud and shown long enough to be read; can be closed earlier. */
export function Toasts() {
  const { notifications, setNotifications } = useNotificationContext();
  const { words } = useWords();
  const close = (closed: NotificationPayload) => setNotifications((before) => before.filter((one) => one !== closed));
  return (
    <output className="toasts" aria-live="polite">
      {notifications.slice(-3).map((toast, at) => (
        <Toast
          key={`${typeof toast.message === 'string' ? toast.message : ''}-${at}`}
          toast={toast}
          onClose={() => close(toast)}
          closeLabel={words.common.close}
        />
      ))}
    </output>
  );
}

function Toast({ toast, onClose, closeLabel }: { toast: NotificationPayload; onClose: () => void; closeLabel: string }) {
  const { say } = useWords();
  const { setNotifications } = useNotificationContext();
  useEffect(() => {
    const timer = setTimeout(() => setNotifications((before) => before.filter((one) => one !== toast)), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, setNotifications]);
  const bad = toast.type === 'error';
  return (
    <div className={bad ? 'toast toast-bad' : 'toast'}>
      <span>
        <span aria-hidden="true">{bad ? '▲ ' : '✓ '}</span>
        {typeof toast.message === 'string' ? say(toast.message) : ''}
      </span>
      <button type="button" className="btn btn-quiet" onClick={onClose}>
        {closeLabel}
      </button>
    </div>
  );
}
