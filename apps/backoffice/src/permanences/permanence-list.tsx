import { CreatePermanenceRequest, type Permanence } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { Link } from 'react-router-dom';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { dayInWords, today, typedDay } from '../ui/days.ts';
import { Actions, DayField, Summary, TextField } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { ResourceList } from '../ui/resource-list.tsx';
import { useEntry } from '../ui/use-entry.ts';

export default function PermanenceList() {
  const { words, locale } = useWords();
  const t = words.permanences;
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t.title}
      docTitle={t.docTitle}
      intro={<p>{t.intro}</p>}
      actions={
        adding ? null : (
          <button type="button" className="btn btn-main" onClick={() => setAdding(true)}>
            {t.create}
          </button>
        )
      }
    >
      {adding ? <PermanenceForm onDone={() => setAdding(false)} /> : null}
      <ResourceList<Permanence>
        resource="permanences"
        caption={t.caption}
        sort={{ field: 'heldOn', order: 'DESC' }}
        columns={[
          {
            key: 'heldOn',
            label: t.heldOn,
            sort: 'heldOn',
            cell: (p) => (
              <Link to={`/permanences/${p.id}`} state={{ place: p.place, heldOn: p.heldOn }}>
                {dayInWords(p.heldOn, locale)}
              </Link>
            ),
          },
          { key: 'place', label: t.place, sort: 'place', cell: (p) => p.place },
          { key: 'received', label: t.received, cell: (p) => p.receivedCount },
        ]}
        empty={<p>{t.empty}</p>}
      />
    </Page>
  );
}

function PermanenceForm({ onDone }: { onDone: () => void }) {
  const { words } = useWords();
  const t = words.permanences;
  const notify = useNotify();
  const refresh = useRefresh();
  const create = useChange((request: CreatePermanenceRequest) => api.post<Permanence>('permanences', request));
  const entry = useEntry({
    initial: { place: '', heldOn: typedDay(today()) },
    send: async ({ place, heldOn }) => {
      const reading = new Reading(words);
      await create.mutateAsync(reading.done(CreatePermanenceRequest, { place, heldOn: reading.neededDay('heldOn', heldOn) }));
      notify(t.created, { type: 'success' });
      refresh();
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary entry={entry} labels={{ place: t.place, heldOn: t.heldOn }} />
      <TextField entry={entry} name="place" label={t.place} required />
      <DayField entry={entry} name="heldOn" label={t.heldOn} required />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
