import { SetupRequest, type Me } from '@permanence/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLogin, useSetLocale } from 'react-admin';
import { currentMe } from '../api/auth-provider.ts';
import { useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { LanguageSwitch } from '../layout/language-switch.tsx';
import { Actions, Summary, TextField } from '../ui/fields.tsx';
import { Notice } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The door: sign in, or make the first account of a new installation. */
export function SignInPage() {
  const { words } = useWords();
  const setup = useRead<{ open: boolean }>('setup');
  const [made, setMade] = useState(false);
  const login = useLogin();
  const setLocale = useSetLocale();
  const client = useQueryClient();
  const opening = setup.data?.open === true && !made;
  const title = opening ? words.auth.setupTitle : words.auth.title;
  useEffect(() => {
    document.title = `${title} · Permanence`;
  }, [title]);
  return (
    <div className="door">
      <header className="door-side">
        <p className="brand">
          <img src="/icon.svg" alt="" width="40" height="40" />
          Permanence
        </p>
        <LanguageSwitch />
      </header>
      <main className="door-card">
        <h1>{title}</h1>
        {opening ? (
          <Setup onDone={() => setMade(true)} />
        ) : (
          <>
            {made ? <Notice tone="good" title={words.auth.setUpDone} /> : null}
            <p className="intro">{words.auth.intro}</p>
            <SignInForm
              onSend={async (credentials) => {
                client.removeQueries({ queryKey: ['me'] });
                await login(credentials);
                const me: Me = await currentMe();
                if (me.language === 'en') setLocale('en');
              }}
            />
            <p className="field-hint">{words.auth.forgotten}</p>
          </>
        )}
      </main>
    </div>
  );
}

function Setup({ onDone }: { onDone: () => void }) {
  const { words } = useWords();
  const entry = useEntry({
    initial: { code: '', associationName: '', displayName: '', email: '', password: '' },
    send: async (values) => {
      const request = new Reading(words).done(SetupRequest, { ...values, email: values.email.trim() });
      await api.post<Me>('setup', request, { quiet: true });
      onDone();
    },
  });
  const t = words.auth;
  const labels = { code: t.code, associationName: t.associationName, displayName: t.displayName, email: t.email, password: t.newPassword };
  return (
    <form onSubmit={entry.submit} noValidate>
      <p className="intro">{t.setupIntro}</p>
      <Summary entry={entry} labels={labels} />
      <TextField entry={entry} name="code" label={t.code} required />
      <TextField entry={entry} name="associationName" label={t.associationName} autoComplete="organization" required />
      <TextField entry={entry} name="displayName" label={t.displayName} autoComplete="name" required />
      <TextField entry={entry} name="email" label={t.email} type="email" autoComplete="username" required />
      <TextField
        entry={entry}
        name="password"
        label={t.newPassword}
        hint={t.newPasswordHint}
        type="password"
        autoComplete="new-password"
        required
      />
      <Actions busy={entry.busy} label={t.setUp} />
    </form>
  );
}
