import type { Page as PageOf, PersonRow } from '@permanence/contracts';
import { useEffect, useId, useState } from 'react';
import { usePosted } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { dayText } from '../ui/days.ts';

export interface Picked {
  id: string;
  name: string;
}

/** Finds one person by name: the answers are plain buttons, read and reached like any other. */
export function PersonPicker({
  label,
  picked,
  onPick,
  exclude,
}: {
  label?: string;
  picked: Picked | null;
  onPick: (picked: Picked | null) => void;
  exclude?: string;
}) {
  const { words, locale } = useWords();
  const t = words.persons;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = usePosted<PageOf<PersonRow>>(
    'persons/search',
    { perPage: 8, filter: { q: asked } },
    { enabled: asked.length > 1 && !picked, keep: true },
  );
  if (picked)
    return (
      <div className="field">
        <p className="field-label">{label ?? t.chosen}</p>
        <p>
          <strong>{picked.name}</strong>{' '}
          <button type="button" className="btn btn-quiet" onClick={() => onPick(null)}>
            {t.change}
          </button>
        </p>
      </div>
    );
  const rows = (found.data?.data ?? []).filter((row) => row.id !== exclude);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label ?? t.findPerson}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {t.searchHint}
      </p>
      <input
        id={id}
        type="search"
        className="control"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-describedby={`${id}-hint`}
      />
      <output className="visually-hidden">{asked.length > 1 && found.data ? words.common.results(rows.length) : ''}</output>
      {asked.length > 1 && found.data ? (
        rows.length ? (
          <ul className="list picker">
            {rows.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className="btn btn-quiet"
                  onClick={() => onPick({ id: row.id, name: `${row.givenName} ${row.familyName}` })}
                >
                  {row.familyName.toLocaleUpperCase('fr')} {row.givenName}, {row.reference}
                  {row.birthOn ? `, ${dayText(row.birthOn, locale)}` : ''}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t.empty}</p>
        )
      ) : null}
    </div>
  );
}
