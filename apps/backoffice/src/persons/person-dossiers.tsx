import type { DossierRow, Person } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useRead } from '../api/hooks.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { shortDay, shortMoment } from '../ui/days.ts';
import { Badge, Ready, Section } from '../ui/page.tsx';
import { personName } from './person-frame.tsx';

export function PersonDossiers({ person }: { person: Person }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.dossiers;
  const dossiers = useRead<DossierRow[]>(`persons/${person.id}/dossiers`);
  return (
    <Section
      title={words.persons.openDossiers}
      actions={
        <Link className="btn" to="/dossiers/create" state={{ person: { id: person.id, name: personName(person) } }}>
          {words.persons.addDossier}
        </Link>
      }
    >
      <Ready of={dossiers}>
        {(list) =>
          list.length ? (
            <ul className="list">
              {list.map((d) => (
                <li key={d.id} className="line">
                  <span>
                    <Link to={`/dossiers/${d.id}`}>
                      {d.basis ? rules.title(d.basis) : t.basisNone} ({d.reference})
                    </Link>
                    <br />
                    <span className="quiet">
                      {t.opened(shortDay(d.openedOn, locale))}
                      {d.nextDeadline?.expiresAt
                        ? ` · ${t.nextDate} : ${shortMoment(d.nextDeadline.expiresAt, locale)}`
                        : d.nextDeadline?.prudentOn
                          ? ` · ${t.nextDate} : ${shortDay(d.nextDeadline.prudentOn, locale)}`
                          : ''}
                    </span>
                  </span>
                  <Badge tone={d.stage === 'urgency' ? 'danger' : 'info'}>{d.closedOn ? t.closed : t.stages[d.stage]}</Badge>
                </li>
              ))}
            </ul>
          ) : (
            <p className="empty">{words.persons.noDossier}</p>
          )
        }
      </Ready>
    </Section>
  );
}
