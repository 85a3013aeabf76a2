import { ResumeContactRequest, type Contact } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { shortInstant } from '../ui/days.ts';
import { Actions, Summary, TextField } from '../ui/fields.tsx';
import { Badge } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

/** What stands in the way of writing to an address that was marked safe: its owner's stop, or a bounce. And the way back. */
export function ContactState({ contact }: { contact: Contact }) {
  const { words, locale } = useWords();
  const t = words.persons;
  const [open, setOpen] = useState(false);
  if (!contact.stoppedAt && !contact.brokenAt) return null;
  return (
    <div>
      {contact.stoppedAt ? (
        <p>
          <Badge tone="warn">{t.stopped}</Badge> {t.stoppedOn(shortInstant(contact.stoppedAt, locale))}
        </p>
      ) : null}
      {contact.brokenAt && contact.brokenReason ? (
        <p>
          <Badge tone="danger">{t.broken}</Badge> {t.brokenReasons[contact.brokenReason]} ({shortInstant(contact.brokenAt, locale)})
        </p>
      ) : null}
      {open ? (
        <ResumeForm contact={contact} onDone={() => setOpen(false)} />
      ) : (
        <button type="button" className="btn" aria-label={`${t.resume} : ${contact.value}`} onClick={() => setOpen(true)}>
          {t.resume}
        </button>
      )}
    </div>
  );
}

function ResumeForm({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const { words } = useWords();
  const t = words.persons;
  const notify = useNotify();
  const save = useChange((request: object) => api.post<Contact>(`contacts/${contact.id}/resume`, request));
  const entry = useEntry({
    initial: { reason: '' },
    send: async ({ reason }) => {
      await save.mutateAsync(new Reading(words).done(ResumeContactRequest, { version: contact.version, reason }));
      notify(t.resumed, { type: 'success' });
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary entry={entry} labels={{ reason: t.resumeReason }} onReload={onDone} />
      <TextField entry={entry} name="reason" label={t.resumeReason} hint={t.resumeReasonHint} required />
      <Actions busy={entry.busy} label={t.resume} onCancel={onDone} />
    </form>
  );
}
