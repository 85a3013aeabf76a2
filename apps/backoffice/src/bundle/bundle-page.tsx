import {
  AskBundleRequest,
  BUNDLE_FORMATS,
  BUNDLE_RECIPIENTS,
  DOCX_TYPE,
  type Bundle,
  type BundlePlan,
  type BundleState,
  type Dossier,
  type PlannedPiece,
} from '@permanence/contracts';
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
import { Actions, Radios, Summary, TextField, Tick } from '../ui/fields.tsx';
import { Badge, Notice, Ready, Section, type Tone } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';

const TONE: Record<BundleState, Tone> = {
  waiting: 'info',
  running: 'info',
  done: 'good',
  failed: 'danger',
  cancelled: 'quiet',
  expired: 'quiet',
};
const LOOK_AGAIN_MS = 2_000;
const MEGA = 1024 * 1024;

/** The papers of the dossier bound together for the prefecture or the lawyer: chosen, asked for, followed and fetched from here. */
export default function BundlePage() {
  const { words } = useWords();
  return (
    <DossierFrame docTitle={words.bundle.docTitle}>
      {(dossier) => (
        <>
          <p className="intro">{words.bundle.intro}</p>
          <Made dossier={dossier} />
          <Choice dossier={dossier} />
        </>
      )}
    </DossierFrame>
  );
}

function Choice({ dossier }: { dossier: Dossier }) {
  const { words } = useWords();
  const t = words.bundle;
  const [step, setStep] = useState<ChecklistStep>('first');
  const plan = useRead<BundlePlan>(`dossiers/${dossier.id}/bundle-plan?step=${step}`);
  return (
    <Section title={t.pieces}>
      <Ready of={plan}>
        {({ pieces }) =>
          pieces.length ? (
            <Form key={`${dossier.id} ${step}`} dossier={dossier} step={step} onStep={setStep} pieces={pieces} />
          ) : (
            <p className="empty">
              {t.none} <Link to={`/persons/${dossier.personId}/papers`}>{words.checklist.addPaper}</Link>
            </p>
          )
        }
      </Ready>
    </Section>
  );
}

interface FormProps {
  dossier: Dossier;
  step: ChecklistStep;
  onStep: (step: ChecklistStep) => void;
  pieces: readonly PlannedPiece[];
}
function Form({ dossier, step, onStep, pieces }: FormProps) {
  const { words } = useWords();
  const t = words.bundle;
  const notify = useNotify();
  const bindable = pieces.filter(({ file }) => file);
  const ask = useChange((request: AskBundleRequest) => api.post<Bundle>(`dossiers/${dossier.id}/bundles`, request));
  const entry = useEntry({
    initial: {
      step: step as string,
      format: 'pdf',
      recipient: 'prefecture',
      recipientName: '',
      presence: true,
      restricted: false,
      documentIds: bindable.filter(({ linked, restricted }) => linked && !restricted).map(({ documentId }) => documentId),
    },
    send: async ({ recipientName, ...values }) => {
      const reading = new Reading(words);
      const request = reading.done(AskBundleRequest, { ...values, step, recipientName: recipientName.trim() || null });
      await ask.mutateAsync(request);
      notify(t.asked, { type: 'success' });
    },
  });
  const ticked = entry.values.documentIds;
  const set = (ids: string[]) => entry.set('documentIds', ids);
  const hasRestricted = pieces.some(({ documentId, restricted }) => restricted && ticked.includes(documentId));
  const groups = grouped(pieces);
  return (
    <form onSubmit={entry.submit} noValidate>
      <Summary
        entry={entry}
        labels={{
          documentIds: t.pieces,
          format: t.format,
          recipient: t.recipient,
          recipientName: t.recipientName,
          restricted: t.restricted,
        }}
      />
      <div className="field">
        <label className="field-label" htmlFor="bundle-step">
          {t.step}
        </label>
        <select id="bundle-step" className="control" value={step} onChange={(event) => onStep(event.target.value as ChecklistStep)}>
          {CHECKLIST_STEPS.map((value) => (
            <option key={value} value={value}>
              {words.checklist.steps[value]}
            </option>
          ))}
        </select>
      </div>
      <p className="line">
        <span aria-live="polite">{t.counted(ticked.length, bindable.length)}</span>
        <button
          type="button"
          className="btn btn-quiet"
          onClick={() => set(bindable.filter(({ restricted }) => !restricted).map(({ documentId }) => documentId))}
        >
          {t.all} <span className="small quiet">({t.allHint})</span>
        </button>
        <button type="button" className="btn btn-quiet" onClick={() => set([])}>
          {t.nothing}
        </button>
      </p>
      <div id={entry.idOf('documentIds')} tabIndex={-1}>
        {groups.map(({ item, pieces: own }) => (
          <Group
            key={item ?? ''}
            item={item}
            pieces={own}
            ticked={ticked}
            onTick={(id, on) => set(on ? [...ticked, id] : ticked.filter((one) => one !== id))}
          />
        ))}
      </div>
      {hasRestricted ? <Tick entry={entry} name="restricted" label={t.restrictedConfirm} /> : null}
      <Radios
        entry={entry}
        name="format"
        label={t.format}
        options={BUNDLE_FORMATS.map((value) => ({ value, label: t.formats[value], hint: t.formatHints[value] }))}
      />
      <Radios
        entry={entry}
        name="recipient"
        label={t.recipient}
        options={BUNDLE_RECIPIENTS.map((value) => ({ value, label: t.recipients[value] }))}
      />
      <TextField entry={entry} name="recipientName" label={t.recipientName} hint={t.recipientNameHint} />
      <Tick entry={entry} name="presence" label={t.presence} />
      <Actions busy={entry.busy} label={t.ask} />
    </form>
  );
}

/** As they come from the server: in the order they will be numbered. */
const grouped = (pieces: readonly PlannedPiece[]): { item: string | null; pieces: PlannedPiece[] }[] => {
  const groups: { item: string | null; pieces: PlannedPiece[] }[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last?.item === piece.item) last.pieces.push(piece);
    else groups.push({ item: piece.item, pieces: [piece] });
  }
  return groups;
};

interface GroupProps {
  item: string | null;
  pieces: readonly PlannedPiece[];
  ticked: readonly string[];
  onTick: (id: string, on: boolean) => void;
}
function Group({ item, pieces, ticked, onTick }: GroupProps) {
  const { words, locale } = useWords();
  const rules = useRulesWords();
  const t = words.bundle;
  return (
    <fieldset className="field">
      <legend className="field-label">{item ? (rules.messages.checklist[item] ?? item) : t.others}</legend>
      <div className="choices">
        {pieces.map(({ documentId, docType, label, drawnUpOn, restricted, file }) => (
          <div className="choice" key={documentId}>
            <input
              type="checkbox"
              id={`piece-${documentId}`}
              checked={ticked.includes(documentId)}
              disabled={!file}
              onChange={(event) => onTick(documentId, event.target.checked)}
            />
            <label htmlFor={`piece-${documentId}`}>
              {rules.document(docType)}
              {label ? (
                <>
                  {' — '}
                  <bdi>{label}</bdi>
                </>
              ) : null}
              , {drawnUpOn ? shortDay(drawnUpOn, locale) : t.undated} {restricted ? <Badge tone="warn">{t.restricted}</Badge> : null}
              {file ? null : <span className="small quiet">{t.noFile}</span>}
              {file?.mediaType === DOCX_TYPE ? <span className="small quiet">{t.word}</span> : null}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

const isOpen = ({ state }: Bundle): boolean => state === 'waiting' || state === 'running';
function Made({ dossier }: { dossier: Dossier }) {
  const { words } = useWords();
  const t = words.bundle;
  const path = `dossiers/${dossier.id}/bundles`;
  const [following, setFollowing] = useState(true);
  const list = useRead<Bundle[]>(path, following ? { refetchInterval: LOOK_AGAIN_MS } : {});
  const open = list.data?.some(isOpen) ?? true;
  if (open !== following) setFollowing(open);
  return (
    <Section title={t.made}>
      <Ready of={list}>
        {(bundles) =>
          bundles.length ? (
            <>
              <ul className="list">
                {bundles.map((one) => (
                  <li key={one.id}>
                    <One bundle={one} />
                  </li>
                ))}
              </ul>
              {bundles.some(({ state }) => state === 'done') ? <Notice tone="warn" title={t.keepSafe} /> : null}
            </>
          ) : (
            <p className="empty">{t.noneMade}</p>
          )
        }
      </Ready>
    </Section>
  );
}

function One({ bundle }: { bundle: Bundle }) {
  const { words, locale } = useWords();
  const t = words.bundle;
  const notify = useNotify();
  const cancel = useChange(() => api.post<Bundle>(`bundles/${bundle.id}/cancel`, {}));
  const name = `${t.title(bundle.format, bundle.pieces)}, ${dayText(bundle.askedAt.slice(0, 10), locale)}`;
  return (
    <>
      <p className="line">
        <strong>{name}</strong>
        <span aria-live="polite">
          <Badge tone={TONE[bundle.state]}>{t.states[bundle.state]}</Badge>
        </span>
        {bundle.state === 'done' ? (
          <a className="btn" href={`/api/bundles/${bundle.id}/file`} download aria-label={t.downloadOf(name)}>
            {t.download}
          </a>
        ) : null}
        {isOpen(bundle) ? (
          <button
            type="button"
            className="btn btn-quiet"
            aria-label={t.cancelOf(name)}
            aria-disabled={cancel.isPending || undefined}
            onClick={() => cancel.mutate(undefined, { onError: () => notify(words.common.crashed, { type: 'error' }) })}
          >
            {t.cancel}
          </button>
        ) : null}
      </p>
      {isOpen(bundle) ? (
        <p className="line">
          <progress max={100} value={bundle.percent} aria-label={t.progress} /> {t.percent(bundle.percent)}
          {bundle.at ? `, ${t.at[bundle.at]}` : ''}
        </p>
      ) : null}
      {bundle.failure ? <p>{t.failures[bundle.failure]}</p> : null}
      {bundle.state === 'done' && bundle.byteSize !== null && bundle.expiresAt ? (
        <p className="small quiet">
          {t.size(Math.max(0.1, bundle.byteSize / MEGA).toLocaleString(locale, { maximumFractionDigits: 1 }))},{' '}
          {t.until(dayText(bundle.expiresAt.slice(0, 10), locale))}
        </p>
      ) : null}
    </>
  );
}
