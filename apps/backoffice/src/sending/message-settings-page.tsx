import { SaveMessageSettingsRequest, type MessageSettings } from '@permanence/contracts';
import { useNotify } from 'react-admin';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Actions, Summary, TextField, Tick } from '../ui/fields.tsx';
import { Page, ReadyPage } from '../ui/page.tsx';
import { Reading, orNull } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

export default function MessageSettingsPage() {
  const { words } = useWords();
  const t = words.sending;
  const settings = useRead<MessageSettings>('message-settings');
  return (
    <ReadyPage of={settings} docTitle={t.docTitle}>
      {(loaded) => (
        <Page title={t.title} docTitle={t.docTitle} intro={<p>{t.intro}</p>}>
          <SettingsForm settings={loaded} />
        </Page>
      )}
    </ReadyPage>
  );
}

function SettingsForm({ settings }: { settings: MessageSettings }) {
  const { words } = useWords();
  const t = words.sending;
  const notify = useNotify();
  const save = useChange((request: object) => api.put<MessageSettings>('message-settings', request));
  const entry = useEntry({
    initial: {
      contactPhone: settings.contactPhone ?? '',
      replyTo: settings.replyTo ?? '',
      neutralSender: settings.neutralSender ?? '',
      smsEnabled: settings.smsEnabled,
    },
    send: async ({ contactPhone, replyTo, neutralSender, smsEnabled }) => {
      const request = { contactPhone: orNull(contactPhone), replyTo: orNull(replyTo), neutralSender: orNull(neutralSender), smsEnabled };
      await save.mutateAsync(new Reading(words).done(SaveMessageSettingsRequest, request));
      notify(words.common.saved, { type: 'success' });
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="section">
      <Summary entry={entry} labels={{ contactPhone: t.phone, replyTo: t.replyTo, neutralSender: t.sender }} />
      <TextField entry={entry} name="contactPhone" label={t.phone} hint={t.phoneHint} />
      <TextField entry={entry} name="neutralSender" label={t.sender} hint={t.senderHint} />
      <TextField entry={entry} name="replyTo" label={t.replyTo} hint={t.replyToHint} />
      <Tick entry={entry} name="smsEnabled" label={t.sms} hint={t.smsHint} />
      <Actions busy={entry.busy} label={words.form.save} />
    </form>
  );
}
