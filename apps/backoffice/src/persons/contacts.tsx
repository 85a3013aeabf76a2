import {
  AddContactRequest,
  CONTACT_CHANNELS,
  CONTACT_SAFETIES,
  MESSAGE_LEVELS,
  UpdateContactRequest,
  type Contact,
} from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { shortDay } from '../ui/days.ts';
import { Actions, Radios, Select, Summary, TextArea, TextField, YesNo, asYesNo, yesNo } from '../ui/fields.tsx';
import { Badge, Ready, Section, type Tone } from '../ui/page.tsx';
import { Reading, orNull } from '../ui/reading.ts';
import { SureButton } from '../ui/sure.tsx';
import { useEntry } from '../ui/use-entry.ts';
import { ContactState } from './contact-state.tsx';

const TONE: Record<Contact['safety'], Tone> = { unknown: 'warn', safe: 'good', unsafe: 'danger', ask_each_time: 'warn' };

/** Channels on which messages leave by themselves. */
const isWritten = (channel: string): boolean => channel === 'email' || channel === 'sms';

/** Ways to reach someone, each with what is safe on it. Unknown is shown as what it means: nobody writes. */
export function Contacts({ personId }: { personId: string }) {
  const { words, locale } = useWords();
  const t = words.persons;
  const contacts = useRead<Contact[]>(`persons/${personId}/contacts`);
  const remove = useChange((id: string) => api.delete(`contacts/${id}`));
  const [edited, setEdited] = useState<Contact | 'new' | null>(null);
  return (
    <Section
      title={t.contacts}
      actions={
        edited ? null : (
          <button type="button" className="btn" onClick={() => setEdited('new')}>
            {t.addContact}
          </button>
        )
      }
    >
      <p className="quiet">{t.contactsIntro}</p>
      <Ready of={contacts}>
        {(list) =>
          list.length || edited ? (
            <ul className="list">
              {list.map((contact) =>
                edited !== null && edited !== 'new' && edited.id === contact.id ? (
                  <li key={contact.id}>
                    <ContactForm personId={personId} contact={contact} onDone={() => setEdited(null)} />
                  </li>
                ) : (
                  <li key={contact.id}>
                    <div className="line">
                      <span>
                        {t.channels[contact.channel]} : <strong>{contact.value}</strong>
                      </span>
                      <Badge tone={TONE[contact.safety]}>{t.safeties[contact.safety]}</Badge>
                    </div>
                    <p className="small quiet">
                      {t.safetyMeans[contact.safety]} {contact.note}{' '}
                      {contact.confirmedOn && contact.safety !== 'unknown'
                        ? `(${t.confirmedOn(shortDay(contact.confirmedOn, locale))})`
                        : ''}
                    </p>
                    {isWritten(contact.channel) && contact.safety === 'safe' ? (
                      <p className="small quiet">
                        {t.messageLevelIs(contact.messageLevel ? t.messageLevels[contact.messageLevel] : t.messageLevelUnknown)}
                        {contact.greetingWord ? (
                          <>
                            {' '}
                            {t.greetingWord} : <bdi>{contact.greetingWord}</bdi>.
                          </>
                        ) : null}
                      </p>
                    ) : null}
                    <ContactState contact={contact} />
                    <button
                      type="button"
                      className="btn btn-quiet"
                      onClick={() => setEdited(contact)}
                      aria-label={`${words.common.edit} : ${contact.value}`}
                    >
                      {words.common.edit}
                    </button>
                    <SureButton
                      label={words.common.remove}
                      describe={`${t.removeContact} : ${contact.value}`}
                      question={t.removeContactSure}
                      onSure={() => remove.mutateAsync(contact.id)}
                    />
                  </li>
                ),
              )}
            </ul>
          ) : (
            <p className="empty">{t.noContact}</p>
          )
        }
      </Ready>
      {edited === 'new' ? <ContactForm personId={personId} onDone={() => setEdited(null)} /> : null}
    </Section>
  );
}

function ContactForm({ personId, contact, onDone }: { personId: string; contact?: Contact; onDone: () => void }) {
  const { words } = useWords();
  const t = words.persons;
  const notify = useNotify();
  const save = useChange((request: object) =>
    contact ? api.patch<Contact>(`contacts/${contact.id}`, request) : api.post<Contact>(`persons/${personId}/contacts`, request),
  );
  const entry = useEntry({
    initial: {
      channel: contact?.channel ?? '',
      value: contact?.value ?? '',
      safety: contact?.safety ?? 'unknown',
      note: contact?.note ?? '',
      wantsCalendar: asYesNo(contact?.wantsCalendar),
      messageLevel: contact?.messageLevel ?? '',
      greetingWord: contact?.greetingWord ?? '',
    } as {
      channel: string;
      value: string;
      safety: string;
      note: string;
      wantsCalendar: string;
      messageLevel: string;
      greetingWord: string;
    },
    send: async ({ channel, value, safety, note, wantsCalendar, messageLevel, greetingWord }) => {
      const reading = new Reading(words);
      const written = isWritten(contact?.channel ?? channel)
        ? { messageLevel: orNull(messageLevel), greetingWord: orNull(greetingWord) }
        : {};
      await save.mutateAsync(
        contact
          ? reading.done(UpdateContactRequest, {
              version: contact.version,
              value,
              safety,
              note: orNull(note),
              ...written,
              ...(contact.channel === 'email' ? { wantsCalendar: yesNo(wantsCalendar) } : {}),
            })
          : reading.done(AddContactRequest, { channel, value, safety, note: orNull(note), ...written }),
      );
      notify(t.contactSaved, { type: 'success' });
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary
        entry={entry}
        labels={{
          channel: t.channel,
          value: t.value,
          safety: t.safety,
          messageLevel: t.messageLevel,
          greetingWord: t.greetingWord,
          note: t.note,
        }}
        onReload={onDone}
      />
      {contact ? null : (
        <Select
          entry={entry}
          name="channel"
          label={t.channel}
          required
          options={CONTACT_CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
        />
      )}
      <TextField entry={entry} name="value" label={contact ? t.channels[contact.channel] : t.value} hint={t.valueHint} required />
      <Radios
        entry={entry}
        name="safety"
        label={t.safety}
        hint={t.safetyHint}
        options={CONTACT_SAFETIES.map((value) => ({ value, label: t.safeties[value], hint: t.safetyMeans[value] }))}
      />
      {isWritten(contact?.channel ?? entry.values.channel) && entry.values.safety === 'safe' ? (
        <>
          <Radios
            entry={entry}
            name="messageLevel"
            label={t.messageLevel}
            hint={t.messageLevelHint}
            options={[
              { value: '', label: t.messageLevelUnknown, hint: t.messageLevelUnknownMeans },
              ...MESSAGE_LEVELS.map((value) => ({ value, label: t.messageLevels[value], hint: t.messageLevelMeans[value] })),
            ]}
          />
          <TextField entry={entry} name="greetingWord" label={t.greetingWord} hint={t.greetingWordHint} />
        </>
      ) : null}
      <TextArea entry={entry} name="note" label={t.note} hint={t.noteHint} rows={2} />
      {contact?.channel === 'email' ? (
        <YesNo entry={entry} name="wantsCalendar" label={t.wantsCalendar} hint={t.wantsCalendarHint} />
      ) : null}
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
