import { CreatePersonRequest, type LikelyDuplicate, type Page as PageOf, type Permanence, type Person } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { useChange, usePosted } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, shortDay } from '../ui/days.ts';
import { Actions, Select, Summary } from '../ui/fields.tsx';
import { Notice, Page } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { IdentityFields, identityLabels, identityRequest, identityValues } from './identity-fields.tsx';

/** Registers someone; when someone very like them is already there, it is shown before a second record is made. */
export default function PersonCreate() {
  const { words, locale } = useWords();
  const t = words.persons;
  const navigate = useNavigate();
  const notify = useNotify();
  // The drop-in one came from is handed over in memory, not in the address.
  const from = (useLocation().state as { permanenceId?: string } | null)?.permanenceId ?? '';
  const permanences = usePosted<PageOf<Permanence>>('permanences/search', { perPage: 20, sort: { field: 'heldOn', order: 'desc' } });
  const [candidates, setCandidates] = useState<readonly LikelyDuplicate[] | null>(null);
  const create = useChange((request: CreatePersonRequest) => api.post<Person>('persons', request));

  const send = async (values: ReturnType<typeof identityValues>, notADuplicate: boolean) => {
    const reading = new Reading(words);
    const request = reading.done(CreatePersonRequest, {
      ...identityRequest(values, reading),
      permanenceId: values.permanenceId || null,
      notADuplicate,
    });
    const person = await create.mutateAsync(request);
    notify(t.created, { type: 'success' });
    await navigate(`/persons/${person.id}`);
  };
  const entry = useEntry({
    initial: { ...identityValues(), permanenceId: from },
    send: (values) => send(values, candidates !== null),
    onProblem: (problem) => {
      if (problem.code !== 'likely-duplicate') return false;
      setCandidates(problem.details['candidates'] as LikelyDuplicate[]);
      return true;
    },
  });
  const labels = identityLabels(words);

  if (candidates)
    return (
      <Page title={t.duplicateTitle} docTitle={t.duplicateTitle} intro={<p>{t.duplicateIntro}</p>}>
        <form onSubmit={entry.submit}>
          <Summary entry={entry} labels={labels} />
          <ul className="list section">
            {candidates.map((candidate, at) =>
              candidate.mayOpen ? (
                <li key={candidate.id} className="line">
                  <span>
                    <strong>
                      {candidate.familyName.toLocaleUpperCase('fr')} {candidate.givenName}
                    </strong>
                    , {candidate.reference}
                    {candidate.birthOn ? `, ${t.duplicateBorn(dayText(candidate.birthOn, locale))}` : ''}
                  </span>
                  <Link className="btn" to={`/persons/${candidate.id}`}>
                    {t.duplicateOpen}
                  </Link>
                </li>
              ) : (
                <li key={`hidden-${at}`}>
                  <Notice tone="warn" title={t.duplicateHidden} />
                </li>
              ),
            )}
          </ul>
          <div className="actions">
            <button type="button" className="btn btn-main" onClick={() => setCandidates(null)}>
              {t.duplicateBack}
            </button>
            <button type="submit" className="btn" aria-disabled={entry.busy || undefined}>
              {entry.busy ? words.form.sending : t.duplicateConfirm}
            </button>
          </div>
        </form>
      </Page>
    );
  return (
    <Page title={t.createTitle} docTitle={t.createTitle} back={{ to: '/persons', label: t.back }} intro={<p>{t.createIntro}</p>}>
      <form onSubmit={entry.submit} noValidate className="section">
        <Summary entry={entry} labels={labels} />
        <IdentityFields entry={entry} />
        <Select
          entry={entry}
          name="permanenceId"
          label={t.permanence}
          empty={t.permanenceNone}
          options={(permanences.data?.data ?? []).map(({ id, place, heldOn }) => ({
            value: id,
            label: `${shortDay(heldOn, locale)}, ${place}`,
          }))}
        />
        <Actions busy={entry.busy} label={t.createSend} onCancel={() => void navigate('/persons')} />
      </form>
    </Page>
  );
}
