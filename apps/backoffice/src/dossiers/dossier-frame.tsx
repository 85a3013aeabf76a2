import type { Dossier } from '@permanence/contracts';
import type { ReactNode } from 'react';
import { Link, NavLink, useParams } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { personName } from '../persons/person-frame.tsx';
import { countryName } from '../ui/countries.ts';
import { dayText } from '../ui/days.ts';
import { Badge, Notice, Page, ReadyPage } from '../ui/page.tsx';

/** What every screen of one dossier shares: whose it is, where it stands, who holds it. */
export function DossierFrame({ docTitle, children }: { docTitle: string; children: (dossier: Dossier) => ReactNode }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const { id = '' } = useParams();
  const dossier = useRead<Dossier>(`dossiers/${id}`);
  const t = words.dossiers;
  return (
    <ReadyPage of={dossier} docTitle={docTitle}>
      {(d) => (
        <Page
          title={personName(d.person)}
          docTitle={docTitle}
          back={{ to: '/dossiers', label: t.back }}
          actions={
            <Link className="btn" to={`/persons/${d.personId}`}>
              {t.openPerson}
            </Link>
          }
          intro={
            <p>
              <Badge tone={d.stage === 'urgency' ? 'danger' : 'info'}>{d.closedOn ? t.closed : t.stages[d.stage]}</Badge> {t.reference}{' '}
              {d.reference}, {t.opened(dayText(d.openedOn, locale))} · {d.basis ? rules.title(d.basis) : t.basisNone}
              {d.person.nationality ? ` · ${countryName(d.person.nationality, locale)}` : ''} · {t.holders} :{' '}
              {d.holders.map(({ displayName }) => displayName).join(', ') || t.nobody}
            </p>
          }
        >
          {d.closedOn ? (
            <Notice
              tone="warn"
              title={t.isClosed(dayText(d.closedOn, locale), d.closeReason ? t.closeReasons[d.closeReason].toLocaleLowerCase(locale) : '')}
            />
          ) : null}
          <nav aria-label={t.tabs}>
            <ul className="tabs">
              {[
                { to: `/dossiers/${d.id}`, label: t.tabMain },
                { to: `/dossiers/${d.id}/clock`, label: t.tabClock },
                { to: `/dossiers/${d.id}/work`, label: t.tabWork },
                { to: `/dossiers/${d.id}/checklist`, label: t.tabChecklist },
                { to: `/dossiers/${d.id}/bundle`, label: t.tabBundle },
                { to: `/dossiers/${d.id}/risk`, label: t.tabRisk },
                { to: `/dossiers/${d.id}/reminders`, label: t.tabReminders },
                { to: `/dossiers/${d.id}/history`, label: t.tabHistory },
              ].map(({ to, label }) => (
                <li key={to}>
                  <NavLink to={to} end>
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          {children(d)}
        </Page>
      )}
    </ReadyPage>
  );
}
