import { ACCEPTED_FILES, AddDocumentRequest, type CheckedUpload, type PaperDocument } from '@permanence/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMe } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Summary } from '../ui/fields.tsx';
import { Notice, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { PaperFields, paperLabels, paperRequest, paperValues } from './paper-fields.tsx';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';
import { Viewer } from './viewer.tsx';

/** Takes files by choice, by camera or by drop; then asks about them one by one, each beside its picture. */
export function AddPapers({ personId }: { personId: string }) {
  const { words } = useWords();
  const t = words.papers;
  const { files: onTheWay, add, drop: forget, retry } = useUploads(personId);
  const [described, setDescribed] = useState(0);
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (input: HTMLInputElement | null, list: FileList | null) => {
    add([...(list ?? [])]);
    // So that the same file can be chosen again after it was given up.
    if (input) input.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(null, event.dataTransfer.files);
  };
  const toDescribe = onTheWay.filter(({ file, state }) => !file || state.kind === 'ready');
  const pending = onTheWay.filter(({ state }) => state.kind !== 'refused');
  const [current] = toDescribe;
  const next = (key: number, kept: boolean) => {
    forget(key, kept);
    setDescribed((before) => (pending.length <= 1 ? 0 : before + 1));
  };
  return (
    <Section title={current ? t.pieceOf(described + 1, described + pending.length) : t.add}>
      {current ? (
        <PaperForm
          key={current.key}
          personId={personId}
          file={current.file}
          checked={current.state.kind === 'ready' ? current.state.checked : null}
          last={pending.length === 1}
          onDone={(kept) => next(current.key, kept)}
        />
      ) : null}
      <UploadList files={onTheWay.filter(({ key }) => key !== current?.key)} onDrop={(key) => forget(key)} onRetry={retry} />
      {current ? null : (
        // Dropping is a shortcut for the mouse; the buttons inside do the same for everyone.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          className={over ? 'drop drop-over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <p id={`${id}-hint`}>{over ? t.dropHere : t.addHint}</p>
          <div className="actions">
            <button type="button" className="btn btn-main" onClick={() => files.current?.click()} aria-describedby={`${id}-hint`}>
              {t.choose}
            </button>
            <button type="button" className="btn" onClick={() => camera.current?.click()}>
              {t.camera}
            </button>
            <button type="button" className="btn btn-quiet" onClick={() => add([null])}>
              {t.withoutFile}
            </button>
          </div>
          <input
            ref={files}
            type="file"
            multiple
            hidden
            accept={ACCEPTED_FILES.join(',')}
            aria-label={t.choose}
            onChange={(event) => take(event.target, event.target.files)}
          />
          <input
            ref={camera}
            type="file"
            hidden
            accept="image/*"
            capture="environment"
            aria-label={t.camera}
            onChange={(event) => take(event.target, event.target.files)}
          />
        </div>
      )}
    </Section>
  );
}

interface FormProps {
  personId: string;
  file: File | null;
  checked: CheckedUpload | null;
  last: boolean;
  onDone: (kept: boolean) => void;
}
function PaperForm({ personId, file, checked, last, onDone }: FormProps) {
  const { words } = useWords();
  const t = words.papers;
  const me = useMe();
  const notify = useNotify();
  const client = useQueryClient();
  const entry = useEntry({
    initial: paperValues(),
    sentences: { 'already-exists': t.twice },
    send: async (values) => {
      const reading = new Reading(words);
      const data = reading.done(AddDocumentRequest, paperRequest(values, reading));
      const path = `persons/${personId}/documents`;
      const same = checked?.sameAsDocumentId ? { sameFileAgain: true } : {};
      await api.post<PaperDocument>(path, { ...data, ...(checked ? { uploadId: checked.id, ...same } : {}) });
      await client.invalidateQueries();
      notify(t.added, { type: 'success' });
      onDone(true);
    },
  });
  return (
    <div className={file ? 'columns columns-wide' : ''}>
      <form onSubmit={entry.submit} noValidate>
        <Summary entry={entry} labels={{ ...paperLabels(words), file: t.viewer }} />
        {file ? <p className="quiet">{file.name}</p> : null}
        {checked?.sameAsDocumentId ? (
          <Notice tone="warn" title={t.twice}>
            <Link to={`/documents/${checked.sameAsDocumentId}`}>{t.twiceSee}</Link>
          </Notice>
        ) : null}
        {checked?.wasHeic ? <p className="quiet">{t.heicKept}</p> : null}
        <PaperFields entry={entry} mayRestrict={me?.restrictedPapers ?? false} />
        <div className="actions">
          <button type="submit" className="btn btn-main" aria-disabled={entry.busy || undefined}>
            {entry.busy ? words.form.sending : last ? t.save : t.saveNext}
          </button>
          <button type="button" className="btn" onClick={() => onDone(false)}>
            {t.dropOne}
          </button>
        </div>
      </form>
      {file ? <Preview file={file} /> : null}
    </div>
  );
}

/** What this browser can show; the server's own look decides what the file is. */
function Preview({ file }: { file: File }) {
  const { words } = useWords();
  return ['application/pdf', 'image/jpeg', 'image/png'].includes(file.type) ? (
    <Viewer blob={file} mediaType={file.type} label={file.name} />
  ) : (
    <p className="quiet">{words.papers.noPreview}</p>
  );
}
