import {
  CreateCancelRequest,
  DeadlineDoneRequest,
  DeadlineReopenRequest,
  type CancelRequest,
  type Deadline,
  type PaperDocument,
} from '@permanence/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, parisDay, shortDay, today, typedDay } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Actions, DayField, Select, Summary, TextArea } from '../ui/fields.tsx';
import { Notice } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { DecideButton } from './decide-cancellation.tsx';

/** What is done with one running limit: note it as done, print it for the person, ask that it be cancelled. */
export function DeadlineActions({ deadline, asked }: { deadline: Deadline; asked: CancelRequest | null }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  return (
    <>
      {asked ? (
        <Notice tone="warn" title={t.cancel.waits}>
          <p>
            {t.cancel.askedBy(asked.requestedByName ?? words.common.notSaid, dayText(parisDay(asked.requestedAt), locale))} : «{' '}
            {asked.reason} »
          </p>
          <DecideButton request={asked} />
        </Notice>
      ) : null}
      <div className="actions">
        <DoneButton deadline={deadline} />
        <Link className="btn" to={`/deadlines/${deadline.id}/sheet`} aria-label={t.sheetOf(rules.clock(deadline.ruleId))}>
          {t.sheetLink}
        </Link>
        {asked ? null : <AskButton deadline={deadline} />}
      </div>
    </>
  );
}

function AskButton({ deadline }: { deadline: Deadline }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines.cancel;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const ask = useChange((request: CreateCancelRequest) => api.post<CancelRequest>(`deadlines/${deadline.id}/cancel-requests`, request));
  const entry = useEntry({
    initial: { reason: '' },
    send: async ({ reason }) => {
      await ask.mutateAsync(new Reading(words).done(CreateCancelRequest, { version: deadline.version, reason }));
      notify(t.asked, { type: 'success' });
      setAsking(false);
    },
  });
  return (
    <>
      <button type="button" className="btn btn-quiet" onClick={() => setAsking(true)} aria-label={t.askOf(rules.clock(deadline.ruleId))}>
        {t.ask}
      </button>
      {asking ? (
        <Dialog title={t.askOf(rules.clock(deadline.ruleId))} onClose={() => setAsking(false)}>
          <p>{t.askHelp}</p>
          <form onSubmit={entry.submit} noValidate>
            <Summary entry={entry} labels={{ reason: t.reason }} onReload={() => setAsking(false)} />
            <TextArea entry={entry} name="reason" label={t.reason} required rows={3} />
            <Actions busy={entry.busy} label={t.ask} onCancel={() => setAsking(false)} />
          </form>
        </Dialog>
      ) : null}
    </>
  );
}

function DoneButton({ deadline }: { deadline: Deadline }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)} aria-label={`${t.done} : ${rules.clock(deadline.ruleId)}`}>
        {t.done}
      </button>
      {asking ? <DoneDialog deadline={deadline} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function DoneDialog({ deadline, onClose }: { deadline: Deadline; onClose: () => void }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.deadlines;
  const notify = useNotify();
  const papers = useRead<PaperDocument[]>(`persons/${deadline.personId}/documents`);
  const done = useChange((request: DeadlineDoneRequest) => api.post<Deadline>(`deadlines/${deadline.id}/done`, request));
  const entry = useEntry({
    initial: { doneOn: typedDay(today()), proof: '', proofDocumentId: '' },
    send: async ({ doneOn, proof, proofDocumentId }) => {
      const reading = new Reading(words);
      await done.mutateAsync(
        reading.done(DeadlineDoneRequest, {
          version: deadline.version,
          doneOn: reading.neededDay('doneOn', doneOn),
          proof: proof.trim() || null,
          proofDocumentId: proofDocumentId || null,
        }),
      );
      notify(t.doneSaved, { type: 'success' });
      onClose();
    },
  });
  const options = (papers.data ?? []).map((paper) => ({
    value: paper.id,
    label: `${paper.label ?? rules.document(paper.docType)}${paper.drawnUpOn ? `, ${shortDay(paper.drawnUpOn, locale)}` : ''}`,
  }));
  return (
    <Dialog title={t.doneOf(rules.clock(deadline.ruleId))} onClose={onClose}>
      <form onSubmit={entry.submit} noValidate>
        <Summary entry={entry} labels={{ doneOn: t.doneOn, proof: t.proof, proofDocumentId: t.proofPaper }} onReload={onClose} />
        <DayField entry={entry} name="doneOn" label={t.doneOn} required />
        <TextArea
          entry={entry}
          name="proof"
          label={t.proof}
          hint={options.length ? t.proofOrPaper : t.proofHint}
          required={!options.length}
          rows={2}
        />
        {options.length ? <Select entry={entry} name="proofDocumentId" label={t.proofPaper} empty={t.noPaper} options={options} /> : null}
        <Actions busy={entry.busy} label={words.form.save} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

export function ReopenButton({ deadline }: { deadline: Deadline }) {
  const { words } = useWords();
  const t = words.deadlines;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const reopen = useChange((request: DeadlineReopenRequest) => api.post<Deadline>(`deadlines/${deadline.id}/reopen`, request));
  const entry = useEntry({
    initial: { reason: '' },
    send: async ({ reason }) => {
      await reopen.mutateAsync(new Reading(words).done(DeadlineReopenRequest, { version: deadline.version, reason }));
      notify(t.reopened, { type: 'success' });
      setAsking(false);
    },
  });
  return (
    <>
      <button type="button" className="btn btn-quiet" onClick={() => setAsking(true)}>
        {t.reopen}
      </button>
      {asking ? (
        <Dialog title={t.reopen} onClose={() => setAsking(false)}>
          <form onSubmit={entry.submit} noValidate>
            <Summary entry={entry} labels={{ reason: t.reopenReason }} onReload={() => setAsking(false)} />
            <TextArea entry={entry} name="reason" label={t.reopenReason} required rows={2} />
            <Actions busy={entry.busy} label={t.reopen} onCancel={() => setAsking(false)} />
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
