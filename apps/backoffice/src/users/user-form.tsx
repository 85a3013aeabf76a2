import { CreateUserRequest, ROLES, UpdateUserRequest, type User } from '@permanence/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Actions, Radios, Summary, TextField, Tick } from '../ui/fields.tsx';
import { Page, ReadyPage } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

export function UserCreate() {
  return <UserForm />;
}

export default function UserEdit() {
  const { words } = useWords();
  const { id = '' } = useParams();
  const user = useRead<User>(`users/${id}`);
  return (
    <ReadyPage of={user} docTitle={words.users.editTitle}>
      {(loaded) => <UserForm key={loaded.version} user={loaded} />}
    </ReadyPage>
  );
}

function UserForm({ user }: { user?: User }) {
  const { words } = useWords();
  const t = words.users;
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const save = useChange((request: object) => (user ? api.patch<User>(`users/${user.id}`, request) : api.post<User>('users', request)));
  const entry = useEntry({
    initial: {
      displayName: user?.displayName ?? '',
      email: user?.email ?? '',
      role: (user?.role ?? 'volunteer') as string,
      restrictedPapers: user?.restrictedPapers ?? false,
      language: user?.language ?? 'fr',
      password: '',
      disabled: user?.disabled ?? false,
    },
    send: async ({ email, password, disabled, ...values }) => {
      const reading = new Reading(words);
      await save.mutateAsync(
        user
          ? reading.done(UpdateUserRequest, { version: user.version, ...values, disabled, ...(password ? { password } : {}) })
          : reading.done(CreateUserRequest, { ...values, email: email.trim(), password }),
      );
      notify(user ? words.common.saved : t.created, { type: 'success' });
      await navigate('/users');
    },
  });
  const title = user ? t.editTitle : t.createTitle;
  return (
    <Page title={user ? user.displayName : title} docTitle={title} back={{ to: '/users', label: t.back }}>
      <form onSubmit={entry.submit} noValidate className="section">
        <Summary
          entry={entry}
          onReload={() => void client.invalidateQueries()}
          labels={{ displayName: t.name, email: t.email, role: t.role, language: t.language, password: t.password }}
        />
        <TextField entry={entry} name="displayName" label={t.name} required />
        {user ? (
          <p>
            {t.email} : <strong>{user.email}</strong>
          </p>
        ) : (
          <TextField entry={entry} name="email" label={t.email} type="email" required />
        )}
        <Radios
          entry={entry}
          name="role"
          label={t.role}
          options={ROLES.map((value) => ({ value, label: words.layout.roles[value], hint: t.roleHints[value] }))}
        />
        <Tick entry={entry} name="restrictedPapers" label={t.restricted} />
        <Radios
          entry={entry}
          name="language"
          label={t.language}
          inline
          options={(['fr', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))}
        />
        <TextField
          entry={entry}
          name="password"
          label={user ? t.passwordNew : t.password}
          hint={user ? `${t.passwordKeep} ${t.passwordHint}` : t.passwordHint}
          type="password"
          autoComplete="new-password"
          required={!user}
        />
        {user ? <Tick entry={entry} name="disabled" label={t.disabled} /> : null}
        <Actions busy={entry.busy} label={words.form.save} onCancel={() => void navigate('/users')} />
      </form>
    </Page>
  );
}
