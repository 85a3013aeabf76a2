import { useEffect, useState, useSyncExternalStore } from 'react';
import { currentMe, signIn, signOut } from '../api/auth-provider.ts';
import { api, lastContactAt } from '../api/http.ts';
import { sessionGate } from '../api/session-gate.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

const MINUTE = 60_000;
/** The server ends a session after half an hour without a request; the warning comes two minutes before. */
const WARN_AFTER = 28 * MINUTE;

/** Warns before a session ends, and asks to sign in again when it has: what was typed stays behind the dialog. */
export function SessionWatch() {
  const { words } = useWords();
  const closed = useSyncExternalStore(sessionGate.subscribe, sessionGate.isClosed);
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setSoon(lastContactAt() > 0 && Date.now() - lastContactAt() > WARN_AFTER), 20_000);
    return () => clearInterval(timer);
  }, []);
  if (closed)
    return (
      <Dialog title={words.auth.again} opaque>
        <p>{words.auth.againHelp}</p>
        <SignInForm
          onSend={async (credentials) => {
            const before = await currentMe().catch(() => null);
            const me = await signIn(credentials);
            // Somebody else took the seat: nothing of the first person's screen may stay.
            if (before && (before.id !== me.id || before.associationId !== me.associationId)) return window.location.replace('/');
            sessionGate.settle('signed-in');
            return undefined;
          }}
        />
        <p>
          <button type="button" className="btn btn-quiet" onClick={() => void signOut()}>
            {words.auth.leave}
          </button>
        </p>
      </Dialog>
    );
  if (!soon) return null;
  const stay = () => void api.get('auth/me').then(() => setSoon(false));
  return (
    <Dialog title={words.auth.soonTitle} onClose={stay}>
      <p>{words.auth.soonHelp}</p>
      <div className="actions">
        <button type="button" className="btn btn-main" onClick={stay}>
          {words.auth.stay}
        </button>
      </div>
    </Dialog>
  );
}
