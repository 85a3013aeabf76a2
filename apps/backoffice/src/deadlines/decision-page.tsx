import {
  PreviewDecisionRequest,
  RecordDecisionRequest,
  UpdateDecisionRequest,
  type Decision,
  type DecisionOutcome,
  type Dossier,
} from '@permanence/contracts';
import { LETTER_UNITS, PAPERS } from '@permanence/rules';
import { useEffect, useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate, useParams } from 'react-router-dom';
import { useChange, usePosted, useRead } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords, type Words } from '../i18n/words.ts';
import { Actions, DayField, Radios, Select, Summary, TextField, YesNo } from '../ui/fields.tsx';
import { Failure, Page, ReadyPage, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry, type Entry } from '../ui/use-entry.ts';
import {
  FACT_FIELDS,
  decisionRequest,
  decisionValues,
  mainFields,
  otherFields,
  type DecisionValues,
  type FactFieldName,
} from './decision-values.ts';
import { Outcome } from './outcome.tsx';

const PAUSE_MS = 400;

/** A refusal or an order to leave, typed beside the letter, with its limit worked out as one types. */
export default function DecisionPage() {
  const { words } = useWords();
  const { id = '', decisionId } = useParams();
  const dossier = useRead<Dossier>(`dossiers/${id}`);
  const decisions = useRead<Decision[]>(`dossiers/${id}/decisions`, { enabled: decisionId !== undefined });
  return (
    <ReadyPage of={dossier} docTitle={words.deadlines.decisionDocTitle}>
      {(loaded) =>
        decisionId === undefined ? (
          <DecisionForm dossier={loaded} decision={null} />
        ) : (
          <ReadyPage of={decisions} docTitle={words.deadlines.decisionDocTitle}>
            {(list) => {
              const decision = list.find((one) => one.id === decisionId) ?? null;
              return <DecisionForm key={decision?.version} dossier={loaded} decision={decision} />;
            }}
          </ReadyPage>
        )
      }
    </ReadyPage>
  );
}

function DecisionForm({ dossier, decision }: { dossier: Dossier; decision: Decision | null }) {
  const { words } = useWords();
  const t = words.deadlines;
  const notify = useNotify();
  const navigate = useNavigate();
  const record = useChange((request: object) =>
    decision ? api.patch<Decision>(`decisions/${decision.id}`, request) : api.post<Decision>(`dossiers/${dossier.id}/decisions`, request),
  );
  const entry = useEntry({
    initial: decisionValues(decision, dossier.departement),
    aliases: { notifiedAt: 'notifiedTime', ...Object.fromEntries(Object.keys(t.facts).map((name) => [`facts.${name}`, name])) },
    send: async (values) => {
      const reading = new Reading(words);
      const request = { ...decisionRequest(values, reading), filingId: values.filingId || null };
      const stored = await record.mutateAsync(
        decision
          ? reading.done(UpdateDecisionRequest, { version: decision.version, ...request })
          : reading.done(RecordDecisionRequest, request),
      );
      notify(stored.status === 'computed' ? t.recorded : t.recordedNoDate, { type: 'success' });
      await navigate(`/dossiers/${dossier.id}`);
    },
  });
  const { values } = entry;
  const main = mainFields(values.paper, values.notificationMeans, values.measure);
  return (
    <Page
      title={decision ? t.editDecision : t.addDecision}
      docTitle={t.decisionDocTitle}
      back={{ to: `/dossiers/${dossier.id}`, label: `${words.dossiers.reference} ${dossier.reference}` }}
      intro={<p>{t.decisionIntro}</p>}
    >
      <div className="columns columns-wide">
        <form onSubmit={entry.submit} noValidate className="section">
          <Summary
            entry={entry}
            labels={{ ...t.facts, notifiedTime: t.notifiedTime, printedAmount: t.printedAmount, printedUnit: t.printedUnit }}
          />
          <Select
            entry={entry}
            name="paper"
            label={t.facts['paper'] ?? ''}
            required
            options={PAPERS.map((value) => ({ value, label: t.papers[value] }))}
          />
          <DayField entry={entry} name="decisionOn" label={t.facts['decisionOn'] ?? ''} />
          <DayField entry={entry} name="notifiedOn" label={t.facts['notifiedOn'] ?? ''} />
          <Choice entry={entry} name="notificationMeans" words={words} title={t.notificationTitle} />
          <Choice entry={entry} name="measure" words={words} title={t.measureTitle} />
          {values.measure && values.measure !== 'none' ? (
            <TextField entry={entry} name="notifiedTime" label={t.notifiedTime} hint={t.notifiedTimeHint} width="short" />
          ) : null}
          {main.map((name) => (
            <Fact key={name} entry={entry} name={name} words={words} />
          ))}
          <div className="form-grid">
            <TextField entry={entry} name="printedAmount" label={t.printedAmount} inputMode="numeric" width="short" />
            <Select
              entry={entry}
              name="printedUnit"
              label={t.printedUnit}
              options={LETTER_UNITS.map((value) => ({ value, label: t.printedUnits[value] }))}
            />
          </div>
          <details className="explained">
            <summary>{t.otherFacts}</summary>
            <div className="explained-body">
              {otherFields(main).map((name) => (
                <Fact key={name} entry={entry} name={name} words={words} />
              ))}
            </div>
          </details>
          <Actions busy={entry.busy} label={t.record} onCancel={() => void navigate(`/dossiers/${dossier.id}`)} />
        </form>
        <Preview dossierId={dossier.id} values={values} />
      </div>
    </Page>
  );
}

function Choice({
  entry,
  name,
  words,
  title,
}: {
  entry: Entry<DecisionValues>;
  name: 'measure' | 'notificationMeans';
  words: Words;
  title: string;
}) {
  const { values, words: table } = FACT_FIELDS[name];
  const labels = words.deadlines[table] as Record<string, string>;
  return (
    <Radios
      entry={entry}
      name={name}
      label={title}
      inline
      options={[...values.map((value) => ({ value, label: labels[value] ?? value })), { value: '', label: words.form.unknown }]}
    />
  );
}

function Fact({ entry, name, words }: { entry: Entry<DecisionValues>; name: FactFieldName; words: Words }) {
  const spec: { kind: string; values?: readonly string[]; words?: string } = FACT_FIELDS[name];
  const t = words.deadlines;
  const label = t.facts[name] ?? name;
  if (spec.kind === 'day') return <DayField entry={entry} name={name} label={label} />;
  if (spec.kind === 'yes-no') return <YesNo entry={entry} name={name} label={label} />;
  if (spec.kind === 'choice') {
    const labels = t[spec.words as 'measures'] as Record<string, string>;
    return (
      <Select
        entry={entry}
        name={name}
        label={label}
        empty={words.form.unknown}
        options={(spec.values ?? []).map((value) => ({ value, label: labels[value] ?? value }))}
      />
    );
  }
  return <TextField entry={entry} name={name} label={label} width="short" inputMode={spec.kind === 'number' ? 'numeric' : 'text'} />;
}

function Preview({ dossierId, values }: { dossierId: string; values: DecisionValues }) {
  const { words } = useWords();
  const t = words.deadlines;
  const [settled, setSettled] = useState(values);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(values), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [values]);
  const request = previewRequest(settled, words);
  const preview = usePosted<DecisionOutcome>(`dossiers/${dossierId}/decisions/preview`, request, { enabled: request !== null, keep: true });
  return (
    <div className="sticky">
      <Section title={t.preview}>
        <div aria-live="polite">
          {request === null ? <p className="empty">{t.previewWait}</p> : null}
          {request !== null && preview.error ? <Failure error={preview.error} retry={preview.refetch} /> : null}
          {request !== null && preview.data && !preview.error ? <Outcome outcome={preview.data} /> : null}
        </div>
      </Section>
    </div>
  );
}

/** Null while there is nothing to work out, or while a day is half typed. */
const previewRequest = (values: DecisionValues, words: Words): PreviewDecisionRequest | null => {
  if (!values.paper) return null;
  try {
    const reading = new Reading(words);
    return reading.done(PreviewDecisionRequest, decisionRequest(values, reading));
  } catch {
    return null;
  }
};
