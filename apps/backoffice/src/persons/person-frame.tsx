import type { Person } from '@permanence/contracts';
import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useWords } from '../i18n/words.ts';
import { countryName, languageName } from '../ui/countries.ts';
import { dayText } from '../ui/days.ts';
import { Badge, Page, ReadyPage } from '../ui/page.tsx';

export const personName = (p: { givenName: string; familyName: string }): string => `${p.givenName} ${p.familyName}`;

/** What every screen about one person shares: who it is, and the way to the other screens. */
export function PersonFrame({
  docTitle,
  actions,
  children,
}: {
  docTitle: string;
  actions?: ReactNode;
  children: (person: Person) => ReactNode;
}) {
  const { words, locale } = useWords();
  const { id = '' } = useParams();
  const person = useRead<Person>(`persons/${id}`);
  const t = words.persons;
  return (
    <ReadyPage of={person} docTitle={docTitle}>
      {(p) => (
        <Page
          title={personName(p)}
          docTitle={docTitle}
          back={{ to: '/persons', label: t.back }}
          actions={actions}
          intro={
            <p>
              {[
                p.reference,
                p.birthOn ? t.duplicateBorn(dayText(p.birthOn, locale)) : null,
                p.nationality ? countryName(p.nationality, locale) : null,
                p.languages.map((code) => languageName(code, locale)).join(', ') || null,
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              {p.needsInterpreter ? <Badge tone="warn">{t.needsInterpreter}</Badge> : null}
            </p>
          }
        >
          <nav aria-label={t.tabs}>
            <ul className="tabs">
              {[
                { to: `/persons/${p.id}`, label: t.tabSheet },
                { to: `/persons/${p.id}/facts`, label: t.tabFacts },
                { to: `/persons/${p.id}/papers`, label: t.tabPapers },
                { to: `/persons/${p.id}/weighing`, label: t.tabWeighing },
              ].map(({ to, label }) => (
                <li key={to}>
                  <NavLink to={to} end>
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          {children(p)}
        </Page>
      )}
    </ReadyPage>
  );
}
