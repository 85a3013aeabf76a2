import { useState } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useWords } from '../i18n/words.ts';
import { Radios, Summary, TextField } from '../ui/fields.tsx';
import { useEntry } from '../ui/use-entry.ts';

interface Association {
  id: string;
  name: string;
}
type Credentials = { email: string; password: string; associationId?: string };

/** Address and pass-phrase; then, only when they open several accounts, the association. */
export function SignInForm({ onSend }: { onSend: (credentials: Credentials) => Promise<unknown> }) {
  const { words } = useWords();
  const [associations, setAssociations] = useState<readonly Association[]>([]);
  const entry = useEntry({
    initial: { email: '', password: '', associationId: '' },
    send: ({ email, password, associationId }) => onSend({ email: email.trim(), password, ...(associationId ? { associationId } : {}) }),
    onProblem: (problem: ApiProblem) => {
      if (problem.code !== 'choose-association') return false;
      setAssociations(problem.details['associations'] as Association[]);
      return true;
    },
  });
  const labels = { email: words.auth.email, password: words.auth.password, associationId: words.auth.association };
  return (
    <form onSubmit={entry.submit} noValidate>
      <Summary entry={entry} labels={labels} />
      <TextField entry={entry} name="email" label={words.auth.email} type="email" autoComplete="username" required />
      <TextField entry={entry} name="password" label={words.auth.password} type="password" autoComplete="current-password" required />
      {associations.length ? (
        <Radios
          entry={entry}
          name="associationId"
          label={words.auth.chooseTitle}
          hint={words.auth.chooseHint}
          options={associations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <div className="actions">
        <button type="submit" className="btn btn-main" aria-disabled={entry.busy || undefined}>
          {entry.busy ? words.auth.signingIn : words.auth.signIn}
        </button>
      </div>
    </form>
  );
}
