import { LANGUAGES, MESSAGE_LANGUAGES, type Person } from '@permanence/contracts';
import { useMemo } from 'react';
import { useWords, type Words } from '../i18n/words.ts';
import { countryOptions, languageName } from '../ui/countries.ts';
import { typedDay } from '../ui/days.ts';
import { DayField, Radios, Select, TextField, Ticks, YesNo, asYesNo, yesNo } from '../ui/fields.tsx';
import type { Reading } from '../ui/reading.ts';
import type { Entry } from '../ui/use-entry.ts';

export type IdentityValues = {
  givenName: string;
  familyName: string;
  birthOn: string;
  nationality: string;
  languages: readonly string[];
  preferredLanguage: string;
  needsInterpreter: string;
  permanenceId: string;
};
export const identityValues = (person?: Person): IdentityValues => ({
  givenName: person?.givenName ?? '',
  familyName: person?.familyName ?? '',
  birthOn: typedDay(person?.birthOn),
  nationality: person?.nationality ?? '',
  languages: person?.languages ?? [],
  preferredLanguage: person?.preferredLanguage ?? '',
  needsInterpreter: asYesNo(person?.needsInterpreter),
  permanenceId: '',
});
/** What a request carries of an identity; an empty field is unknown, never a default. */
export const identityRequest = (values: IdentityValues, reading: Reading) => ({
  givenName: values.givenName,
  familyName: values.familyName,
  birthOn: reading.day('birthOn', values.birthOn),
  nationality: values.nationality || null,
  languages: values.languages,
  preferredLanguage: values.preferredLanguage || null,
  needsInterpreter: yesNo(values.needsInterpreter),
});
export const identityLabels = ({ persons: t }: Words): Record<string, string> => ({
  givenName: t.givenName,
  familyName: t.familyName,
  birthOn: t.birthOn,
  nationality: t.nationality,
  languages: t.languages,
  preferredLanguage: t.preferredLanguage,
  needsInterpreter: t.needsInterpreter,
  permanenceId: t.permanence,
});

export function IdentityFields({ entry }: { entry: Entry<IdentityValues> }) {
  const { words, locale } = useWords();
  const t = words.persons;
  const countries = useMemo(() => countryOptions(locale), [locale]);
  return (
    <>
      <div className="form-grid">
        <TextField entry={entry} name="familyName" label={t.familyName} required />
        <TextField entry={entry} name="givenName" label={t.givenName} required />
      </div>
      <DayField entry={entry} name="birthOn" label={t.birthOn} hint={t.birthHint} />
      <Select entry={entry} name="nationality" label={t.nationality} options={countries} empty={words.form.unknown} />
      <Ticks
        entry={entry}
        name="languages"
        label={t.languages}
        options={LANGUAGES.map((code) => ({ value: code, label: languageName(code, locale) }))}
      />
      <Radios
        entry={entry}
        name="preferredLanguage"
        label={t.preferredLanguage}
        hint={t.preferredLanguageHint}
        inline
        options={[
          ...MESSAGE_LANGUAGES.map((code) => ({ value: code, label: languageName(code, locale) })),
          { value: '', label: words.form.unknown },
        ]}
      />
      <YesNo entry={entry} name="needsInterpreter" label={t.needsInterpreter} />
    </>
  );
}
