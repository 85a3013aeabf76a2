import type { CancelRequest, Deadline, Decision, Dossier, Page as PageOf } from '@permanence/contracts';
import { Link } from 'react-router-dom';
import { useChange, usePosted, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { DossierDeadlines } from '../deadlines/dossier-deadlines.tsx';
import { DossierWatchers } from '../watchers/dossier-watchers.tsx';
import { NotCovered } from '../deadlines/outcome.tsx';
import { useWords } from '../i18n/words.ts';
import { dayText } from '../ui/days.ts';
import { Ready, Section } from '../ui/page.tsx';
import { SureButton } from '../ui/sure.tsx';
import { DossierFrame } from './dossier-frame.tsx';
import { Filings } from './filings.tsx';
import { Situation } from './situation.tsx';
import { Team } from './team.tsx';

/** The next date first, then how it came about: decisions and requests; beside it, where the dossier stands and who holds it. */
export default function DossierPage() {
  const { words } = useWords();
  return (
    <DossierFrame docTitle={words.dossiers.sheet}>
      {(dossier) => (
        <div className="columns columns-wide">
          <div>
            <DossierWatchers dossierId={dossier.id} />
            <Deadlines dossier={dossier} />
            <Decisions dossier={dossier} />
            <Filings dossier={dossier} />
          </div>
          <div>
            <Situation dossier={dossier} />
            <Team dossier={dossier} />
          </div>
        </div>
      )}
    </DossierFrame>
  );
}

function Deadlines({ dossier }: { dossier: Dossier }) {
  const deadlines = useRead<Deadline[]>(`dossiers/${dossier.id}/deadlines`);
  const decisions = useRead<Decision[]>(`dossiers/${dossier.id}/decisions`);
  const requests = usePosted<PageOf<CancelRequest>>('cancel-requests/search', {
    perPage: 100,
    filter: { state: 'pending', dossierId: dossier.id },
  });
  return (
    <Ready of={deadlines}>
      {(list) => (
        <Ready of={decisions}>
          {(all) => (
            <DossierDeadlines
              deadlines={list}
              undated={all.filter(({ status }) => status !== 'computed')}
              requests={requests.data?.data ?? []}
            />
          )}
        </Ready>
      )}
    </Ready>
  );
}

function Decisions({ dossier }: { dossier: Dossier }) {
  const { words, locale } = useWords();
  const t = words.deadlines;
  const decisions = useRead<Decision[]>(`dossiers/${dossier.id}/decisions`);
  const remove = useChange(({ id, version }: { id: string; version: number }) => api.post(`decisions/${id}/remove`, { version }));
  return (
    <Section
      title={t.decisions}
      actions={
        <Link className="btn" to={`/dossiers/${dossier.id}/decisions/new`}>
          {t.addDecision}
        </Link>
      }
    >
      <Ready of={decisions}>
        {(list) =>
          list.length ? (
            <ul className="list">
              {list.map((decision) => (
                <li key={decision.id}>
                  <p className="line">
                    <strong>
                      {t.decisionLine(t.papers[decision.paper], decision.notifiedOn ? dayText(decision.notifiedOn, locale) : '')}
                    </strong>
                    <span>
                      <Link
                        to={`/dossiers/${dossier.id}/decisions/${decision.id}`}
                        aria-label={`${words.common.edit} : ${t.papers[decision.paper]}`}
                      >
                        {words.common.edit}
                      </Link>
                      <SureButton
                        label={words.common.remove}
                        describe={t.removeDecision}
                        question={t.removeDecisionSure}
                        onSure={() => remove.mutateAsync({ id: decision.id, version: decision.version })}
                      />
                    </span>
                  </p>
                  {decision.status === 'not-covered' ? <NotCovered reasons={decision.reasons.map(({ code }) => code)} /> : null}
                  {decision.status === 'missing' ? (
                    <p className="quiet">
                      {t.missingTitle} : {decision.reasons.map(({ code }) => t.facts[code] ?? code).join(', ')}
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : (
            <p className="empty">{t.decisionNone}</p>
          )
        }
      </Ready>
    </Section>
  );
}
