import { RecordReceptionRequest, type Page as PageOf, type Permanence } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { useChange, usePosted } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { PersonPicker, type Picked } from '../persons/person-picker.tsx';
import { dayInWords } from '../ui/days.ts';
import { Summary } from '../ui/fields.tsx';
import { Page, ReadyPage } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

/** Someone comes in: found, or registered on the spot. */
export default function ReceivePage() {
  const { words } = useWords();
  const { id = '' } = useParams();
  const permanences = usePosted<PageOf<Permanence>>('permanences/search', { perPage: 100, sort: { field: 'heldOn', order: 'desc' } });
  return (
    <ReadyPage of={permanences} docTitle={words.permanences.receive}>
      {({ data }) => <Receive id={id} permanence={data.find((one) => one.id === id)} />}
    </ReadyPage>
  );
}

function Receive({ id, permanence }: { id: string; permanence: Permanence | undefined }) {
  const { words, locale } = useWords();
  const t = words.permanences;
  const notify = useNotify();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<Picked | null>(null);
  const receive = useChange((request: RecordReceptionRequest) => api.post(`permanences/${id}/receptions`, request));
  const entry = useEntry({
    initial: {},
    send: async () => {
      const reading = new Reading(words);
      if (!picked) reading.refuse('personId', words.form.needed);
      await receive.mutateAsync(reading.done(RecordReceptionRequest, { personId: picked?.id ?? null }));
      notify(t.receivedDone, { type: 'success' });
      await navigate(`/persons/${picked?.id}`);
    },
  });
  return (
    <Page
      title={permanence ? t.receiveAt(permanence.place) : t.receive}
      docTitle={t.receive}
      back={{ to: '/permanences', label: t.title }}
      intro={
        <p>
          {permanence ? `${dayInWords(permanence.heldOn, locale)}. ` : ''}
          {t.receiveIntro}
        </p>
      }
    >
      <form onSubmit={entry.submit} noValidate className="section">
        <Summary entry={entry} labels={{ personId: words.persons.findPerson }} />
        <PersonPicker picked={picked} onPick={setPicked} />
        <div className="actions">
          <button type="submit" className="btn btn-main" aria-disabled={entry.busy || undefined}>
            {entry.busy ? words.form.sending : t.receiveSend}
          </button>
          <Link className="btn" to="/persons/create" state={{ permanenceId: id }}>
            {t.firstTime}
          </Link>
        </div>
      </form>
    </Page>
  );
}
