import { AddDocumentRequest, type PaperDocument } from '@permanence/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type DragEvent } from 'react';
import { useNotify } from 'react-admin';
import { useMe } from '../api/hooks.ts';
import { api } from '../api/http.ts';
import { useWords } from '../i18n/words.ts';
import { Summary } from '../ui/fields.tsx';
import { Notice, Section } from '../ui/page.tsx';
import { Reading } from '../ui/reading.ts';
import { useEntry } from '../ui/use-entry.ts';
import { PaperFields, paperLabels, paperRequest, paperValues } from './paper-fields.tsx';
import { refusedBeforehand, sendFile } from './send-file.ts';
import { Viewer } from './viewer.tsx';

interface Waiting {
  key: number;
  /** Null: a paper seen and not kept. */
  file: File | null;
}
let counter = 0;

/** Takes files by choice, by camera or by drop; then asks about them one by one, each beside its picture. */
export function AddPapers({ personId }: { personId: string }) {
  const { words } = useWords();
  const t = words.papers;
  const [queue, setQueue] = useState<readonly Waiting[]>([]);
  const [total, setTotal] = useState(0);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    setRefused(
      chosen.flatMap((file) => {
        const why = refusedBeforehand(file);
        return why === 'too-big' ? [t.tooBig(file.name)] : why ? [t.wrongKind(file.name)] : [];
      }),
    );
    add(chosen.filter((file) => !refusedBeforehand(file)));
  };
  const add = (chosen: readonly (File | null)[]) => {
    setQueue((before) => [...before, ...chosen.map((file) => ({ key: ++counter, file }))]);
    setTotal((before) => before + chosen.length);
  };
  const next = () =>
    setQueue((before) => {
      if (before.length === 1) setTotal(0);
      return before.slice(1);
    });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const [current] = queue;
  return (
    <Section title={current ? t.pieceOf(total - queue.length + 1, total) : t.add}>
      {refused.map((sentence) => (
        <Notice key={sentence} tone="warn" title={sentence} />
      ))}
      {current ? (
        <PaperForm key={current.key} personId={personId} file={current.file} last={queue.length === 1} onDone={next} />
      ) : (
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
            accept="application/pdf,image/jpeg,image/png"
            aria-label={t.choose}
            onChange={(event) => take(event.target.files)}
          />
          <input
            ref={camera}
            type="file"
            hidden
            accept="image/jpeg,image/png"
            capture="environment"
            aria-label={t.camera}
            onChange={(event) => take(event.target.files)}
          />
        </div>
      )}
    </Section>
  );
}

function PaperForm({ personId, file, last, onDone }: { personId: string; file: File | null; last: boolean; onDone: () => void }) {
  const { words } = useWords();
  const t = words.papers;
  const me = useMe();
  const notify = useNotify();
  const client = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const entry = useEntry({
    initial: paperValues(),
    sentences: { 'already-exists': t.twice },
    send: async (values) => {
      const reading = new Reading(words);
      const data = reading.done(AddDocumentRequest, paperRequest(values, reading));
      const path = `persons/${personId}/documents`;
      try {
        if (file) await sendFile(path, data, file, setShare);
        else await api.post<PaperDocument>(path, data);
      } finally {
        setShare(null);
      }
      await client.invalidateQueries();
      notify(t.added, { type: 'success' });
      onDone();
    },
  });
  return (
    <div className={file ? 'columns columns-wide' : ''}>
      <form onSubmit={entry.submit} noValidate>
        <Summary entry={entry} labels={{ ...paperLabels(words), file: t.viewer }} />
        {file ? <p className="quiet">{file.name}</p> : null}
        <PaperFields entry={entry} mayRestrict={me?.restrictedPapers ?? false} />
        {share === null ? null : (
          <p>
            <progress max={1} value={share} aria-label={t.sending(Math.round(share * 100))} />{' '}
            <output>{share < 1 ? t.sending(Math.round(share * 100)) : t.sealing}</output>
          </p>
        )}
        <div className="actions">
          <button type="submit" className="btn btn-main" aria-disabled={entry.busy || undefined}>
            {entry.busy ? words.form.sending : last ? t.save : t.saveNext}
          </button>
          <button type="button" className="btn" onClick={onDone}>
            {t.dropOne}
          </button>
        </div>
      </form>
      {file ? <Viewer blob={file} mediaType={file.type} label={file.name} /> : null}
    </div>
  );
}
