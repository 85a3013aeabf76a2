import {
  CLOSE_REASONS,
  CloseDossierRequest,
  DOSSIER_STAGES,
  UpdateDossierRequest,
  type Dossier,
  type DossierStage,
} from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useChange, useMe } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Actions, Select, Summary, TextField } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { Reading, orNull } from '../ui/reading.ts';
import { SureButton } from '../ui/sure.tsx';
import { useEntry } from '../ui/use-entry.ts';
import { basisOptions } from './basis-options.ts';

export function Situation({ dossier }: { dossier: Dossier }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.dossiers;
  const [editing, setEditing] = useState(false);
  const [closing, setClosing] = useState(false);
  const reopen = useChange(() => api.post<Dossier>(`dossiers/${dossier.id}/reopen`, { version: dossier.version }));
  return (
    <Section title={t.situation}>
      {editing ? (
        <EditSituation dossier={dossier} onDone={() => setEditing(false)} />
      ) : (
        <>
          <dl className="facts">
            <div className="fact">
              <dt>{t.stage}</dt>
              <dd>{t.stages[dossier.stage]}</dd>
            </div>
            <div className="fact">
              <dt>{t.basis}</dt>
              <dd>{dossier.basis ? rules.title(dossier.basis) : t.basisNone}</dd>
            </div>
            <div className="fact">
              <dt>{t.departement}</dt>
              <dd>{dossier.departement ?? words.common.notSaid}</dd>
            </div>
          </dl>
          {dossier.closedOn ? (
            <SureButton label={t.reopen} question={t.reopen} onSure={() => reopen.mutateAsync(undefined)} />
          ) : (
            <div className="actions">
              <button type="button" className="btn" onClick={() => setEditing(true)}>
                {t.change}
              </button>
              <button type="button" className="btn btn-quiet" onClick={() => setClosing(true)}>
                {t.close}
              </button>
            </div>
          )}
        </>
      )}
      {closing ? <CloseDossier dossier={dossier} onDone={() => setClosing(false)} /> : null}
    </Section>
  );
}

function EditSituation({ dossier, onDone }: { dossier: Dossier; onDone: () => void }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const me = useMe();
  const t = words.dossiers;
  const notify = useNotify();
  const update = useChange((request: UpdateDossierRequest) => api.patch<Dossier>(`dossiers/${dossier.id}`, request));
  const entry = useEntry({
    initial: { stage: '', basis: dossier.basis ?? '', departement: dossier.departement ?? '' },
    send: async ({ stage, basis, departement }) => {
      await update.mutateAsync(
        new Reading(words).done(UpdateDossierRequest, {
          version: dossier.version,
          ...(stage ? { stage } : {}),
          basis: basis || null,
          departement: orNull(departement.toUpperCase()),
        }),
      );
      notify(t.saved, { type: 'success' });
      onDone();
    },
  });
  const stages: readonly DossierStage[] = me?.role === 'coordinator' ? DOSSIER_STAGES : dossier.nextStages;
  return (
    <form onSubmit={entry.submit} noValidate>
      <Summary
        entry={entry}
        labels={{ stage: t.stage, basis: t.basis, departement: t.departement, riskAcknowledgement: words.risk.label }}
        onReload={onDone}
      />
      {entry.problemOf('riskAcknowledgement') ? (
        <p>
          <Link className="btn" id={entry.idOf('riskAcknowledgement')} to={`/dossiers/${dossier.id}/risk`}>
            {words.risk.open}
          </Link>
        </p>
      ) : null}
      <Select
        entry={entry}
        name="stage"
        label={t.changeStage}
        empty={t.stageKeep}
        options={stages.filter((value) => value !== dossier.stage).map((value) => ({ value, label: t.stages[value] }))}
      />
      <Select entry={entry} name="basis" label={t.basis} empty={t.basisNone} options={basisOptions(rules)} />
      <TextField entry={entry} name="departement" label={t.departement} hint={t.departementHint} width="short" />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}

function CloseDossier({ dossier, onDone }: { dossier: Dossier; onDone: () => void }) {
  const { words } = useWords();
  const t = words.dossiers;
  const notify = useNotify();
  const close = useChange((request: CloseDossierRequest) => api.post<Dossier>(`dossiers/${dossier.id}/close`, request));
  const entry = useEntry({
    initial: { reason: '' },
    send: async ({ reason }) => {
      await close.mutateAsync(new Reading(words).done(CloseDossierRequest, { version: dossier.version, reason: reason || null }));
      notify(t.closedDone, { type: 'success' });
      onDone();
    },
  });
  return (
    <Dialog title={t.close} onClose={onDone}>
      <form onSubmit={entry.submit} noValidate>
        <p>{t.closeHint}</p>
        <Summary entry={entry} labels={{ reason: t.closeReason }} onReload={onDone} />
        <Select
          entry={entry}
          name="reason"
          label={t.closeReason}
          required
          options={CLOSE_REASONS.map((value) => ({ value, label: t.closeReasons[value] }))}
        />
        <Actions busy={entry.busy} label={t.close} onCancel={onDone} />
      </form>
    </Dialog>
  );
}
