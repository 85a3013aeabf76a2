import type { ChecklistLine, ChecklistPaper, Dossier, DossierChecklist, ItemState } from '@permanence/contracts';
import { CHECKLIST_STEPS, type ChecklistStep } from '@permanence/rules';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useChange, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { DossierFrame } from '../dossiers/dossier-frame.tsx';
import { useRulesWords } from '../i18n/rules-words.ts';
import { useWords } from '../i18n/words.ts';
import { dayText, shortDay } from '../ui/days.ts';
import { DayField, Select, Summary } from '../ui/fields.tsx';
import { Glossary } from '../ui/glossary.tsx';
import { Badge, Ready, Section, type Tone } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

const TONE: Record<ItemState, Tone> = {
  held: 'good',
  'to-translate': 'warn',
  undated: 'warn',
  'too-old': 'warn',
  expired: 'danger',
  missing: 'danger',
  'by-hand': 'info',
  hidden: 'quiet',
};
/** Papers of one item shown before the others are folded: a year of pay slips is a long list. */
const SHOWN = 3;

/** The papers to bring for the ground of the dossier, each with what the vault holds; they are put into the dossier from here. */
export default function ChecklistPage() {
  const { words } = useWords();
  return <DossierFrame docTitle={words.checklist.docTitle}>{(dossier) => <Body dossier={dossier} />}</DossierFrame>;
}

function Body({ dossier }: { dossier: Dossier }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.checklist;
  const [asked, setAsked] = useState<{ step: ChecklistStep; onDate: string | null }>({ step: 'first', onDate: null });
  const list = useRead<DossierChecklist>(
    `dossiers/${dossier.id}/checklist?step=${asked.step}${asked.onDate ? `&onDate=${asked.onDate}` : ''}`,
  );
  if (!dossier.basis) return <p className="empty">{t.noBasis}</p>;
  return (
    <>
      <p className="intro no-print">{t.intro}</p>
      <Choice onChoose={setAsked} />
      <Ready of={list}>
        {({ lines, others, step, onDate }) => {
          const countable = lines.filter(({ state }) => state !== 'by-hand' && state !== 'hidden');
          const held = countable.filter(({ state }) => state === 'held').length;
          return (
            <>
              <Section
                title={`${t.steps[step]}, ${dayText(onDate, locale)}`}
                actions={
                  <>
                    <Link className="btn" to={`/persons/${dossier.personId}/papers`}>
                      {t.addPaper}
                    </Link>
                    <button type="button" className="btn" onClick={() => window.print()}>
                      {t.print}
                    </button>
                  </>
                }
              >
                <p className="line">
                  <span aria-live="polite">{t.progress(held, countable.length)}</span>
                  <progress max={Math.max(1, countable.length)} value={held} aria-label={t.progressLabel} />
                </p>
                <ul className="list checklist">
                  {lines.map((line) => (
                    <li key={line.id}>
                      <Item line={line} dossier={dossier} />
                    </li>
                  ))}
                </ul>
              </Section>
              {others.length ? (
                <Section title={t.others}>
                  <p className="quiet">{t.othersIntro}</p>
                  <Papers papers={others} dossier={dossier} />
                </Section>
              ) : null}
              <div className="no-print">
                <Glossary
                  texts={[
                    ...lines.flatMap(({ id, docTypes }) => [
                      rules.messages.checklist[id] ?? '',
                      ...docTypes.map((type) => rules.document(type)),
                    ]),
                    t.intro,
                  ]}
                />
              </div>
            </>
          );
        }}
      </Ready>
    </>
  );
}

function Choice({ onChoose }: { onChoose: (asked: { step: ChecklistStep; onDate: string | null }) => void }) {
  const { words } = useWords();
  const t = words.checklist;
  const entry = useEntry({
    initial: { step: 'first', onDate: '' },
    send: async ({ step, onDate }) => {
      const reading = new Reading(words);
      const day = reading.day('onDate', onDate);
      reading.finish();
      onChoose({ step: (step || 'first') as ChecklistStep, onDate: day });
      return Promise.resolve();
    },
  });
  return (
    <form onSubmit={entry.submit} noValidate className="finder no-print">
      <Summary entry={entry} labels={{ step: t.step, onDate: t.onDate }} />
      <Select entry={entry} name="step" label={t.step} options={CHECKLIST_STEPS.map((value) => ({ value, label: t.steps[value] }))} />
      <DayField entry={entry} name="onDate" label={t.onDate} hint={t.onDateHint} />
      <button type="submit" className="btn">
        {t.recount}
      </button>
    </form>
  );
}

function Item({ line, dossier }: { line: ChecklistLine; dossier: Dossier }) {
  const { words } = useWords();
  const rules = useRulesWords();
  const t = words.checklist;
  return (
    <>
      <p className="line">
        <strong>
          <span className="tick-box only-print" aria-hidden="true" /> {rules.messages.checklist[line.id] ?? line.id}
        </strong>
        <Badge tone={TONE[line.state]}>{t.states[line.state]}</Badge>
      </p>
      {line.docTypes.length ? (
        <p className="small quiet">
          {t.accepts} {line.docTypes.map((type) => rules.document(type)).join(' ; ')}
          {line.notOlderThanMonths ? ` (${t.notOlder(line.notOlderThanMonths)})` : ''}. {line.restricted ? t.restricted : ''}
        </p>
      ) : null}
      <Papers papers={line.papers} dossier={dossier} />
    </>
  );
}

function Papers({ papers, dossier }: { papers: readonly ChecklistPaper[]; dossier: Dossier }) {
  const { words } = useWords();
  const rest = papers.slice(SHOWN);
  const list = (some: readonly ChecklistPaper[]) => (
    <ul className="held">
      {some.map((paper) => (
        <li key={paper.id}>
          <Paper paper={paper} dossier={dossier} />
        </li>
      ))}
    </ul>
  );
  if (!papers.length) return null;
  return (
    <>
      {list(papers.slice(0, SHOWN))}
      {rest.length ? (
        <details className="explained no-print">
          <summary>{words.checklist.more(rest.length)}</summary>
          {list(rest)}
        </details>
      ) : null}
    </>
  );
}

function Paper({ paper, dossier }: { paper: ChecklistPaper; dossier: Dossier }) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.checklist;
  const notify = useNotify();
  const path = `dossiers/${dossier.id}/documents/${paper.id}`;
  const move = useChange(() => (paper.linked ? api.delete(path) : api.put<null>(path, {})));
  const name = `${paper.label ?? rules.document(paper.docType)}, ${paper.drawnUpOn ? shortDay(paper.drawnUpOn, locale) : t.undatedPaper}`;
  const act = () =>
    move.mutate(undefined, {
      onSuccess: () => notify(paper.linked ? t.didUnlink : t.didLink, { type: 'success' }),
      onError: () => notify(words.common.crashed, { type: 'error' }),
    });
  return (
    <span className="line">
      <span>
        <Link to={`/documents/${paper.id}`}>{name}</Link>{' '}
        <span className="small quiet">
          {t.standings[paper.standing]}, {paper.linked ? t.linked : t.notLinked}
        </span>
      </span>
      <button
        type="button"
        className="btn btn-quiet no-print"
        aria-label={paper.linked ? t.unlinkOf(name) : t.linkOf(name)}
        aria-disabled={move.isPending || undefined}
        onClick={act}
      >
        {paper.linked ? t.unlink : t.link}
      </button>
    </span>
  );
}
