import { ChangePasswordRequest, type Me, type PasswordChanged } from '@permanence/contracts';
import { useNotify, useSetLocale } from 'react-admin';
import { languageChanged } from '../api/auth-provider.ts';
import { useChange, useMe } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Actions, Radios, Summary, TextField } from '../ui/fields.tsx';
import { Loading, Page, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { Feed } from './feed.tsx';

/** What each may change of their own account without asking anybody. */
export default function AccountPage() {
  const { words } = useWords();
  const me = useMe();
  const t = words.account;
  if (!me) return <Loading />;
  return (
    <Page title={t.title} docTitle={t.docTitle} intro={<p>{`${me.displayName} · ${me.email} · ${words.layout.roles[me.role]}`}</p>}>
      <div className="columns">
        <div>
          <Language me={me} />
          <Password />
        </div>
        <Feed />
      </div>
    </Page>
  );
}

function Language({ me }: { me: Me }) {
  const { words } = useWords();
  const t = words.account;
  const notify = useNotify();
  const setLocale = useSetLocale();
  const change = useChange(async (language: string) => {
    await api.patch<null>('auth/me', { language });
    languageChanged(language);
  });
  const entry = useEntry({
    initial: { language: me.language },
    send: async ({ language }) => {
      await change.mutateAsync(language);
      setLocale(language);
      notify(t.languageSaved, { type: 'success' });
    },
  });
  return (
    <Section title={t.language}>
      <form onSubmit={entry.submit} noValidate>
        <Summary entry={entry} labels={{ language: t.language }} />
        <Radios
          entry={entry}
          name="language"
          label={t.language}
          hint={t.languageIntro}
          inline
          options={(['fr', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))}
        />
        <Actions busy={entry.busy} label={words.form.save} />
      </form>
    </Section>
  );
}

const EMPTY = { currentPassword: '', newPassword: '', again: '' };
function Password() {
  const { words } = useWords();
  const t = words.account;
  const notify = useNotify();
  const change = useChange((request: ChangePasswordRequest) => api.post<PasswordChanged>('auth/password', request));
  const entry = useEntry({
    initial: EMPTY,
    send: async ({ currentPassword, newPassword, again }) => {
      const reading = new Reading(words);
      if (newPassword !== again) reading.refuse('again', t.different);
      const { sessionsEnded } = await change.mutateAsync(reading.done(ChangePasswordRequest, { currentPassword, newPassword }));
      notify(t.changed(sessionsEnded), { type: 'success' });
      // Nothing of it stays on screen, nor is the page asked to be left with something unsaved.
      setTimeout(() => entry.reset(EMPTY));
    },
  });
  return (
    <Section title={t.password}>
      <p>{t.passwordIntro}</p>
      <form onSubmit={entry.submit} noValidate>
        <Summary entry={entry} labels={{ currentPassword: t.current, newPassword: t.next, again: t.again }} />
        <TextField entry={entry} name="currentPassword" label={t.current} type="password" autoComplete="current-password" required />
        <TextField entry={entry} name="newPassword" label={t.next} hint={t.nextHint} type="password" autoComplete="new-password" required />
        <TextField entry={entry} name="again" label={t.again} type="password" autoComplete="new-password" required />
        <Actions busy={entry.busy} label={t.change} />
      </form>
    </Section>
  );
}
