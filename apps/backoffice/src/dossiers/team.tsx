import { AssignMemberRequest, type Colleague, type Dossier, type Page as PageOf } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useChange, useMay, useMe, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Actions, Radios, Select, Summary } from '../ui/fields.tsx';
import { Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { SureButton } from '../ui/sure.tsx';
import { useEntry } from '../ui/use-entry.ts';

/** Who holds the dossier, who received the person, who helps; taking it, leaving it, naming someone. */
export function Team({ dossier }: { dossier: Dossier }) {
  const { words } = useWords();
  const t = words.dossiers;
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const [assigning, setAssigning] = useState(false);
  const take = useChange(() => api.post<Dossier>(`dossiers/${dossier.id}/take`));
  const leave = useChange(() => api.post(`dossiers/${dossier.id}/leave`));
  const remove = useChange((userId: string) => api.delete(`dossiers/${dossier.id}/members/${userId}`));
  const mine = dossier.members.some(({ userId, kind }) => userId === me?.id && kind === 'holder');
  return (
    <Section title={t.team}>
      {dossier.members.length ? (
        <ul className="list">
          {dossier.members.map(({ userId, displayName, kind }) => (
            <li key={userId + kind} className="line">
              <span>
                {displayName} <span className="quiet">({t.memberKinds[kind]})</span>
              </span>
              {may('dossier.assign') ? (
                <SureButton
                  label={t.unassign}
                  describe={t.unassignSure(displayName)}
                  question={t.unassignSure(displayName)}
                  onSure={() => remove.mutateAsync(userId)}
                />
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="empty">{t.nobody}</p>
      )}
      {assigning ? (
        <Assign dossier={dossier} onDone={() => setAssigning(false)} />
      ) : (
        <div className="actions">
          {mine ? (
            <SureButton
              label={t.leave}
              question={t.leaveSure}
              onSure={async () => {
                await leave.mutateAsync(undefined);
                await navigate('/dossiers');
              }}
            />
          ) : (
            <SureButton label={t.take} question={t.takeSure} onSure={() => take.mutateAsync(undefined)} />
          )}
          {may('dossier.assign') ? (
            <button type="button" className="btn" onClick={() => setAssigning(true)}>
              {t.assign}
            </button>
          ) : null}
        </div>
      )}
    </Section>
  );
}

function Assign({ dossier, onDone }: { dossier: Dossier; onDone: () => void }) {
  const { words } = useWords();
  const t = words.dossiers;
  const notify = useNotify();
  const colleagues = useRead<PageOf<Colleague>>('colleagues');
  const assign = useChange((request: AssignMemberRequest) => api.post<Dossier>(`dossiers/${dossier.id}/members`, request));
  const entry = useEntry({
    initial: { userId: '', kind: 'holder' },
    send: async (values) => {
      await assign.mutateAsync(new Reading(words).done(AssignMemberRequest, { ...values, userId: values.userId || null }));
      notify(words.common.saved, { type: 'success' });
      onDone();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="panel">
      <Summary entry={entry} labels={{ userId: t.assignTo, kind: t.assignKind }} />
      <Select
        entry={entry}
        name="userId"
        label={t.assignTo}
        required
        options={(colleagues.data?.data ?? []).map(({ id, displayName, role }) => ({
          value: id,
          label: `${displayName} (${words.layout.roles[role]})`,
        }))}
      />
      <Radios
        entry={entry}
        name="kind"
        label={t.assignKind}
        inline
        options={(['holder', 'helper'] as const).map((value) => ({ value, label: t.memberKinds[value] }))}
      />
      <Actions busy={entry.busy} label={words.form.save} onCancel={onDone} />
    </form>
  );
}
