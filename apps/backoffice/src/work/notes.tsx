import { AddNoteRequest, NOTE_KINDS, type Note } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { shortInstant } from '../ui/days.ts';
import { Actions, Select, Summary, TextArea } from '../ui/fields.tsx';
import { Ready, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

export function Notes({ dossierId }: { dossierId: string }) {
  const { words, locale } = useWords();
  const t = words.work;
  const notes = useRead<Note[]>(`dossiers/${dossierId}/notes`);
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t.notes}
      actions={
        adding ? null : (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t.addNote}
          </button>
        )
      }
    >
      {adding ? <NoteForm dossierId={dossierId} onDone={() => setAdding(false)} /> : null}
      <Ready of={notes}>
        {(list) =>
          list.length ? (
            <ol className="list">
              {list.map((note) => (
                <li key={note.id}>
                  <p className="quiet">
                    <strong>{t.noteKinds[note.kind]}</strong> · {t.noteBy(note.authorName, shortInstant(note.createdAt, locale))}
                  </p>
                  <p className="written">{note.body}</p>
                </li>
              ))}
            </ol>
          ) : adding ? null : (
            <p className="empty">{t.noteNone}</p>
          )
        }
      </Ready>
    </Section>
  );
}

function NoteForm({ dossierId, onDone }: { dossierId: string; onDone: () => void }) {
  const { words } = useWords();
  const t = words.work;
  const notify = useNotify();
  const add = useChange((request: AddNoteRequest) => api.post<Note>(`dossiers/${dossierId}/notes`, request));
  const entry = useEntry({
    initial: { kind: 'interview', body: '' },
    send: async (values) => {
      await add.mutateAsync(new Reading(words).done(AddNoteRequest, values));
      notify(t.noteSaved, { type: 'success' });
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary entry={entry} labels={{ kind: t.noteKind, body: t.noteBody }} />
      <Select entry={entry} name="kind" label={t.noteKind} options={NOTE_KINDS.map((value) => ({ value, label: t.noteKinds[value] }))} />
      <TextArea entry={entry} name="body" label={t.noteBody} hint={t.noteHint} required rows={6} />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
