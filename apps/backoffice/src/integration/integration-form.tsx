import { CIVIC_DAYS, SaveIntegrationRequest, type Integration } from '@permanence/contracts';
import { useNotify } from 'react-admin';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { typedDay } from '../ui/days.ts';
import { Actions, asYesNo, DayField, Select, Summary, TextField, yesNo, YesNo } from '../ui/fields.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

const typed = (n: number | null): string => (n === null ? '' : String(n));
type Field =
  | 'signedOn'
  | 'civicDays'
  | 'languagePrescribed'
  | 'languageHours'
  | 'languageHoursAttended'
  | 'terminationNoticeOn'
  | 'observationsSentOn';

export function IntegrationForm({ contract, onDone }: { contract: Integration; onDone: () => void }) {
  const { words } = useWords();
  const t = words.integration;
  const notify = useNotify();
  const save = useChange((request: SaveIntegrationRequest) => api.put<Integration>(`persons/${contract.personId}/integration`, request));
  const entry = useEntry<Record<Field, string>>({
    initial: {
      signedOn: typedDay(contract.signedOn),
      civicDays: typed(contract.civicDays),
      languagePrescribed: asYesNo(contract.languagePrescribed),
      languageHours: typed(contract.languageHours),
      languageHoursAttended: typed(contract.languageHoursAttended),
      terminationNoticeOn: typedDay(contract.terminationNoticeOn),
      observationsSentOn: typedDay(contract.observationsSentOn),
    },
    send: async (values) => {
      const reading = new Reading(words);
      const prescribed = yesNo(values.languagePrescribed);
      await save.mutateAsync(
        reading.done(SaveIntegrationRequest, {
          version: contract.version,
          signedOn: reading.day('signedOn', values.signedOn),
          civicDays: values.civicDays === '' ? null : Number(values.civicDays),
          languagePrescribed: prescribed,
          languageHours: prescribed ? reading.number('languageHours', values.languageHours) : null,
          languageHoursAttended: prescribed ? reading.number('languageHoursAttended', values.languageHoursAttended) : null,
          terminationNoticeOn: reading.day('terminationNoticeOn', values.terminationNoticeOn),
          observationsSentOn: reading.day('observationsSentOn', values.observationsSentOn),
        }),
      );
      notify(t.saved, { type: 'success' });
      onDone();
    },
  });
  const labels: Record<Field, string> = {
    signedOn: t.signedOn,
    civicDays: t.civicDays,
    languagePrescribed: t.languagePrescribed,
    languageHours: t.languageHours,
    languageHoursAttended: t.languageHoursAttended,
    terminationNoticeOn: t.terminationNoticeOn,
    observationsSentOn: t.observationsSentOn,
  };
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary entry={entry} labels={labels} onReload={onDone} />
      <DayField entry={entry} name="signedOn" label={t.signedOn} />
      <Select
        entry={entry}
        name="civicDays"
        label={t.civicDays}
        hint={t.civicDaysHint}
        empty={words.form.unknown}
        options={Array.from({ length: CIVIC_DAYS + 1 }, (_, days) => ({ value: String(days), label: t.ofFour(days) }))}
      />
      <YesNo entry={entry} name="languagePrescribed" label={t.languagePrescribed} />
      {entry.values.languagePrescribed === 'yes' ? (
        <div className="form-grid">
          <TextField entry={entry} name="languageHours" label={t.languageHours} inputMode="numeric" width="short" />
          <TextField entry={entry} name="languageHoursAttended" label={t.languageHoursAttended} inputMode="numeric" width="short" />
        </div>
      ) : null}
      <DayField entry={entry} name="terminationNoticeOn" label={t.terminationNoticeOn} hint={t.terminationHint} />
      {entry.values.terminationNoticeOn || entry.values.observationsSentOn ? (
        <DayField entry={entry} name="observationsSentOn" label={t.observationsSentOn} />
      ) : null}
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
