import { UpdatePersonRequest, type Person } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { useChange } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { countryName, languageName } from '../ui/countries.ts';
import { dayText } from '../ui/days.ts';
import { Actions, Summary } from '../ui/fields.tsx';
import { FactList, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { IdentityFields, identityLabels, identityRequest, identityValues } from './identity-fields.tsx';

export function Identity({ person }: { person: Person }) {
  const { words, locale } = useWords();
  const [editing, setEditing] = useState(false);
  const t = words.persons;
  if (editing) return <EditIdentity person={person} onDone={() => setEditing(false)} />;
  const yes = { true: words.form.yes, false: words.form.no, null: words.form.unknown };
  const lines: [string, string][] = [
    [t.familyName, person.familyName],
    [t.givenName, person.givenName],
    [t.birthOn, person.birthOn ? dayText(person.birthOn, locale) : words.common.notSaid],
    [t.nationality, person.nationality ? countryName(person.nationality, locale) : words.common.notSaid],
    [t.languages, person.languages.map((code) => languageName(code, locale)).join(', ') || words.common.notSaid],
    [t.preferredLanguage, person.preferredLanguage ? languageName(person.preferredLanguage, locale) : words.common.notSaid],
    [t.needsInterpreter, yes[String(person.needsInterpreter) as keyof typeof yes]],
  ];
  return (
    <Section
      title={t.identity}
      actions={
        <button type="button" className="btn" onClick={() => setEditing(true)} aria-label={t.editIdentity}>
          {words.common.edit}
        </button>
      }
    >
      <FactList lines={lines} />
    </Section>
  );
}

function EditIdentity({ person, onDone }: { person: Person; onDone: () => void }) {
  const { words } = useWords();
  const notify = useNotify();
  const client = useQueryClient();
  const update = useChange((request: UpdatePersonRequest) => api.patch<Person>(`persons/${person.id}`, request));
  const entry = useEntry({
    initial: identityValues(person),
    send: async (values) => {
      const reading = new Reading(words);
      await update.mutateAsync(reading.done(UpdatePersonRequest, { version: person.version, ...identityRequest(values, reading) }));
      notify(words.common.saved, { type: 'success' });
      onDone();
    },
  });
  return (
    <Section title={words.persons.editIdentity}>
      <form onSubmit={entry.submit} noValidate>
        <Summary
          entry={entry}
          labels={identityLabels(words)}
          onReload={() => {
            void client.invalidateQueries();
            onDone();
          }}
        />
        <IdentityFields entry={entry} />
        <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
      </form>
    </Section>
  );
}
