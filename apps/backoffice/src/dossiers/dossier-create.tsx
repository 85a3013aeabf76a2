import { CreateDossierRequest, DOSSIER_STAGES, type Dossier } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { PersonPicker, type Picked } from '../persons/person-picker.tsx';
import { Actions, Select, Summary, TextField } from '../ui/fields.tsx';
import { Page } from '../ui/page.tsx';
import { Reading, orNull } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { basisOptions } from './basis-options.ts';

export default function DossierCreate() {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.dossiers;
  const notify = useNotify();
  const navigate = useNavigate();
  // Whom it is for comes along in memory, not in the address.
  const asked = useLocation().state as { person?: Picked; basis?: string } | null;
  const [person, setPerson] = useState<Picked | null>(asked?.person ?? null);
  const create = useChange((request: CreateDossierRequest) => api.post<Dossier>('dossiers', request));
  const entry = useEntry({
    initial: { basis: asked?.basis ?? '', stage: 'intake', departement: '' },
    send: async ({ basis, stage, departement }) => {
      const reading = new Reading(words);
      if (!person) reading.refuse('personId', words.form.needed);
      const dossier = await create.mutateAsync(
        reading.done(CreateDossierRequest, {
          personId: person?.id ?? null,
          basis: basis || null,
          stage,
          departement: orNull(departement.toUpperCase()),
        }),
      );
      notify(t.created, { type: 'success' });
      await navigate(`/dossiers/${dossier.id}`);
    },
  });
  return (
    <Page title={t.createTitle} docTitle={t.createTitle} back={{ to: '/dossiers', label: t.back }} intro={<p>{t.intro}</p>}>
      <form onSubmit={entry.submit} noValidate className="section">
        <Summary entry={entry} labels={{ personId: t.person, basis: t.basis, stage: t.stage, departement: t.departement }} />
        <PersonPicker label={t.person} picked={person} onPick={setPerson} />
        <Select entry={entry} name="basis" label={t.basis} empty={t.basisNone} options={basisOptions(rules)} />
        <Select entry={entry} name="stage" label={t.stage} options={DOSSIER_STAGES.map((value) => ({ value, label: t.stages[value] }))} />
        <TextField entry={entry} name="departement" label={t.departement} hint={t.departementHint} width="short" />
        <Actions busy={entry.busy} label={t.create} onCancel={() => void navigate('/dossiers')} />
      </form>
    </Page>
  );
}
