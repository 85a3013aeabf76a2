import { FILING_KINDS, RecordFilingRequest, UpdateFilingRequest, type Dossier, type Filing } from '@permanence/contracts';
import { CHANNELS, REQUESTED_TITLES } from '@permanence/rules';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, typedDay } from '../ui/days.ts';
import { Actions, DayField, Radios, Select, Summary, TextField } from '../ui/fields.tsx';
import { Ready, Section } from '../ui/page.tsx';
import { Reading, orNull } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

export function Filings({ dossier }: { dossier: Dossier }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.dossiers;
  const filings = useRead<Filing[]>(`dossiers/${dossier.id}/filings`);
  const [edited, setEdited] = useState<Filing | 'new' | null>(null);
  return (
    <Section
      title={t.filings}
      actions={
        edited ? null : (
          <button type="button" className="btn" onClick={() => setEdited('new')}>
            {t.addFiling}
          </button>
        )
      }
    >
      <Ready of={filings}>
        {(list) =>
          list.length ? (
            <ul className="list">
              {list.map((filing) => (
                <li key={filing.id}>
                  {edited !== null && edited !== 'new' && edited.id === filing.id ? (
                    <FilingForm dossier={dossier} filing={filing} onDone={() => setEdited(null)} />
                  ) : (
                    <div className="line">
                      <span>
                        <strong>{t.filingKinds[filing.kind]}</strong>, {rules.answer('currentStatus', filing.title)}
                        <br />
                        <span className="quiet">
                          {t.filedOn} {dayText(filing.filedOn, locale)}
                          {filing.channel ? ` · ${t.channels[filing.channel]}` : ''}
                          {filing.completeOn ? ` · ${t.completeOn} ${dayText(filing.completeOn, locale)}` : ''}
                          {filing.receiptUntil ? ` · ${t.receiptUntil} ${dayText(filing.receiptUntil, locale)}` : ''}
                        </span>
                      </span>
                      <button type="button" className="btn btn-quiet" onClick={() => setEdited(filing)}>
                        {words.common.edit}
                      </button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          ) : edited ? null : (
            <p className="empty">{t.filingNone}</p>
          )
        }
      </Ready>
      {edited === 'new' ? <FilingForm dossier={dossier} onDone={() => setEdited(null)} /> : null}
    </Section>
  );
}

function FilingForm({ dossier, filing, onDone }: { dossier: Dossier; filing?: Filing; onDone: () => void }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.dossiers;
  const notify = useNotify();
  const save = useChange((request: object) =>
    filing ? api.patch(`filings/${filing.id}`, request) : api.post(`dossiers/${dossier.id}/filings`, request),
  );
  const entry = useEntry({
    initial: {
      kind: filing?.kind ?? '',
      title: filing?.title ?? '',
      channel: filing?.channel ?? '',
      filedOn: typedDay(filing?.filedOn),
      completeOn: typedDay(filing?.completeOn),
      receiptUntil: typedDay(filing?.receiptUntil),
      receiptRef: filing?.receiptRef ?? '',
    } as Record<'kind' | 'title' | 'channel' | 'filedOn' | 'completeOn' | 'receiptUntil' | 'receiptRef', string>,
    send: async (values) => {
      const reading = new Reading(words);
      const request = {
        kind: values.kind || null,
        title: values.title || null,
        basis: filing?.basis ?? dossier.basis,
        channel: values.channel || null,
        filedOn: reading.neededDay('filedOn', values.filedOn),
        completeOn: reading.day('completeOn', values.completeOn),
        receiptUntil: reading.day('receiptUntil', values.receiptUntil),
        receiptRef: orNull(values.receiptRef),
      };
      await save.mutateAsync(
        filing ? reading.done(UpdateFilingRequest, { version: filing.version, ...request }) : reading.done(RecordFilingRequest, request),
      );
      notify(words.common.saved, { type: 'success' });
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary
        entry={entry}
        onReload={onDone}
        labels={{
          kind: t.filingKind,
          title: t.filingTitle,
          channel: t.channel,
          filedOn: t.filedOn,
          completeOn: t.completeOn,
          receiptUntil: t.receiptUntil,
          receiptRef: t.receiptRef,
          riskAcknowledgement: words.risk.label,
        }}
      />
      {entry.problemOf('riskAcknowledgement') ? (
        <p>
          <Link className="btn" id={entry.idOf('riskAcknowledgement')} to={`/dossiers/${dossier.id}/risk`}>
            {words.risk.open}
          </Link>
        </p>
      ) : null}
      <Radios
        entry={entry}
        name="kind"
        label={t.filingKind}
        required
        inline
        options={FILING_KINDS.map((value) => ({ value, label: t.filingKinds[value] }))}
      />
      <Select
        entry={entry}
        name="title"
        label={t.filingTitle}
        required
        options={REQUESTED_TITLES.map((value) => ({ value, label: rules.answer('currentStatus', value) }))}
      />
      <Radios
        entry={entry}
        name="channel"
        label={t.channel}
        inline
        options={[...CHANNELS.map((value) => ({ value, label: t.channels[value] })), { value: '', label: words.form.unknown }]}
      />
      <DayField entry={entry} name="filedOn" label={t.filedOn} required />
      <DayField entry={entry} name="completeOn" label={t.completeOn} hint={t.completeHint} />
      <DayField entry={entry} name="receiptUntil" label={t.receiptUntil} />
      <TextField entry={entry} name="receiptRef" label={t.receiptRef} width="medium" />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
