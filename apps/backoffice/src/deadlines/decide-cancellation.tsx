import { DecideCancelRequest, type CancelRequest } from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useChange, useMay, useMe } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Actions, Radios, Summary, TextArea } from '../ui/fields.tsx';
import { Reading, orNull } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

/** For whoever may decide and did not ask; says why not, otherwise. Whoever has not the right sees nothing more than that it waits. */
export function DecideButton({ request }: { request: CancelRequest }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines.cancel;
  const me = useMe();
  const may = useMay();
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const decide = useChange((body: DecideCancelRequest) => api.post<CancelRequest>(`cancel-requests/${request.id}/decide`, body));
  const entry = useEntry({
    initial: { approve: '', reason: '' },
    send: async ({ approve, reason }) => {
      const reading = new Reading(words);
      if (!approve) reading.refuse('approve', words.form.needed);
      await decide.mutateAsync(
        reading.done(DecideCancelRequest, { version: request.version, approve: approve === 'yes', reason: orNull(reason) }),
      );
      notify(approve === 'yes' ? t.approved : t.refused, { type: 'success' });
      setAsking(false);
    },
  });
  if (me?.id === request.requestedById) return <p className="quiet">{t.own}</p>;
  if (!may('deadline.cancel')) return null;
  const title = `${t.decide} : ${rules.clock(request.ruleId)}`;
  return (
    <>
      <button type="button" className="btn btn-main" onClick={() => setAsking(true)} aria-label={title}>
        {t.decide}
      </button>
      {asking ? (
        <Dialog title={title} onClose={() => setAsking(false)}>
          <p>« {request.reason} »</p>
          <form onSubmit={entry.submit} noValidate>
            <Summary entry={entry} labels={{ approve: t.decision, reason: t.decisionReason }} onReload={() => setAsking(false)} />
            <Radios
              entry={entry}
              name="approve"
              label={t.decision}
              required
              options={[
                { value: 'yes', label: t.approve },
                { value: 'no', label: t.refuse },
              ]}
            />
            <TextArea entry={entry} name="reason" label={t.decisionReason} rows={2} />
            <Actions busy={entry.busy} label={words.form.save} onCancel={() => setAsking(false)} />
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
