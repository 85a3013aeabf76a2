import { AddHouseholdLinkRequest, HOUSEHOLD_KINDS, type HouseholdLink } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Actions, Select, Summary } from '../ui/fields.tsx';
import { Ready, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { SureButton } from '../ui/sure.tsx';
import { useEntry } from '../ui/use-entry.ts';
import { PersonPicker, type Picked } from './person-picker.tsx';

export function Household({ personId }: { personId: string }) {
  const { words } = useWords();
  const t = words.persons;
  const links = useRead<HouseholdLink[]>(`persons/${personId}/household`);
  const remove = useChange((id: string) => api.delete(`household/${id}`));
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t.household}
      actions={
        adding ? null : (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t.addLink}
          </button>
        )
      }
    >
      <p className="quiet">{t.householdIntro}</p>
      <Ready of={links}>
        {(list) =>
          list.length ? (
            <ul className="list">
              {list.map(({ id, kind, otherName, otherPersonId }) => (
                <li key={id} className="line">
                  <span>
                    {t.kinds[kind]} : {otherName ? <Link to={`/persons/${otherPersonId}`}>{otherName}</Link> : <em>{t.hiddenPerson}</em>}
                  </span>
                  <SureButton
                    label={words.common.remove}
                    describe={`${t.removeLink} : ${otherName ?? t.hiddenPerson}`}
                    question={t.removeLinkSure}
                    onSure={() => remove.mutateAsync(id)}
                  />
                </li>
              ))}
            </ul>
          ) : adding ? null : (
            <p className="empty">{t.noHousehold}</p>
          )
        }
      </Ready>
      {adding ? <LinkForm personId={personId} onDone={() => setAdding(false)} /> : null}
    </Section>
  );
}

function LinkForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const { words } = useWords();
  const t = words.persons;
  const notify = useNotify();
  const [picked, setPicked] = useState<Picked | null>(null);
  const add = useChange((request: AddHouseholdLinkRequest) => api.post(`persons/${personId}/household`, request));
  const entry = useEntry({
    initial: { kind: '' },
    send: async ({ kind }) => {
      const reading = new Reading(words);
      if (!picked) reading.refuse('otherPersonId', words.form.needed);
      await add.mutateAsync(reading.done(AddHouseholdLinkRequest, { kind, otherPersonId: picked?.id ?? null }));
      notify(words.common.saved, { type: 'success' });
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary entry={entry} labels={{ kind: t.linkKind, otherPersonId: t.findPerson }} />
      <PersonPicker picked={picked} onPick={setPicked} exclude={personId} />
      <Select
        entry={entry}
        name="kind"
        label={t.linkKind}
        required
        options={HOUSEHOLD_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
