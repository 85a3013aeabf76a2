import { AddPermitRequest, UpdatePermitRequest, type Permit } from '@permanence/contracts';
import { CHANNELS, PERMIT_TITLES } from '@permanence/rules';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { basisOptions } from '../dossiers/basis-options.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, typedDay } from '../ui/days.ts';
import { Actions, DayField, Radios, Select, Summary } from '../ui/fields.tsx';
import { Ready, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { SureButton } from '../ui/sure.tsx';
import { useEntry } from '../ui/use-entry.ts';

/** Permits held now or before: the windows of renewal come from their dates. */
export function Permits({ personId }: { personId: string }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.dossiers;
  const permits = useRead<Permit[]>(`persons/${personId}/permits`);
  const remove = useChange((id: string) => api.delete(`permits/${id}`));
  const [edited, setEdited] = useState<Permit | 'new' | null>(null);
  return (
    <Section
      title={words.persons.permits}
      actions={
        edited ? null : (
          <button type="button" className="btn" onClick={() => setEdited('new')}>
            {words.persons.addPermit}
          </button>
        )
      }
    >
      <Ready of={permits}>
        {(list) =>
          list.length ? (
            <ul className="list">
              {list.map((permit) => (
                <li key={permit.id}>
                  {edited !== null && edited !== 'new' && edited.id === permit.id ? (
                    <PermitForm personId={personId} permit={permit} onDone={() => setEdited(null)} />
                  ) : (
                    <div className="line">
                      <span>
                        <strong>{rules.answer('currentStatus', permit.title)}</strong>
                        {permit.basis ? `, ${permit.basis === 'other' ? words.facts.other : rules.title(permit.basis)}` : ''}
                        <br />
                        <span className="quiet">
                          {t.permitFromTo(
                            permit.validFrom ? dayText(permit.validFrom, locale) : words.common.notSaid,
                            permit.validUntil ? dayText(permit.validUntil, locale) : words.common.notSaid,
                          )}
                        </span>
                      </span>
                      <span>
                        <button type="button" className="btn btn-quiet" onClick={() => setEdited(permit)}>
                          {words.common.edit}
                        </button>
                        <SureButton
                          label={words.common.remove}
                          describe={t.removePermit}
                          question={t.removePermitSure}
                          onSure={() => remove.mutateAsync(permit.id)}
                        />
                      </span>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          ) : edited ? null : (
            <p className="empty">{words.persons.noPermit}</p>
          )
        }
      </Ready>
      {edited === 'new' ? <PermitForm personId={personId} onDone={() => setEdited(null)} /> : null}
    </Section>
  );
}

function PermitForm({ personId, permit, onDone }: { personId: string; permit?: Permit; onDone: () => void }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.dossiers;
  const notify = useNotify();
  const save = useChange((request: object) =>
    permit ? api.patch(`permits/${permit.id}`, request) : api.post(`persons/${personId}/permits`, request),
  );
  const entry = useEntry({
    initial: {
      title: permit?.title ?? '',
      basis: permit?.basis ?? '',
      validFrom: typedDay(permit?.validFrom),
      validUntil: typedDay(permit?.validUntil),
      channel: permit?.channel ?? '',
    } as Record<'title' | 'basis' | 'validFrom' | 'validUntil' | 'channel', string>,
    send: async (values) => {
      const reading = new Reading(words);
      const request = {
        title: values.title,
        basis: values.basis || null,
        validFrom: reading.day('validFrom', values.validFrom),
        validUntil: reading.day('validUntil', values.validUntil),
        channel: values.channel || null,
      };
      await save.mutateAsync(
        permit ? reading.done(UpdatePermitRequest, { version: permit.version, ...request }) : reading.done(AddPermitRequest, request),
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
        labels={{ title: t.permitTitle, basis: t.basis, validFrom: t.validFrom, validUntil: t.validUntil, channel: t.channel }}
      />
      <Select
        entry={entry}
        name="title"
        label={t.permitTitle}
        required
        options={PERMIT_TITLES.map((value) => ({ value, label: rules.answer('currentStatus', value) }))}
      />
      <Select
        entry={entry}
        name="basis"
        label={t.basis}
        empty={words.form.unknown}
        options={[...basisOptions(rules), { value: 'other', label: words.facts.other }]}
      />
      <div className="form-grid">
        <DayField entry={entry} name="validFrom" label={t.validFrom} />
        <DayField entry={entry} name="validUntil" label={t.validUntil} />
      </div>
      <Radios
        entry={entry}
        name="channel"
        label={t.channelNext}
        inline
        options={[...CHANNELS.map((value) => ({ value, label: t.channels[value] })), { value: '', label: words.form.unknown }]}
      />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
