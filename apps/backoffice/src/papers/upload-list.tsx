import { useWords } from '../i18n/words.ts';
import type { FileOnItsWay } from './use-uploads.ts';

/** Every file with where it stands, in words as well as in a bar; what went wrong says what to do. */
export function UploadList({
  files,
  onDrop,
  onRetry,
}: {
  files: readonly FileOnItsWay[];
  onDrop: (key: number) => void;
  onRetry: (key: number) => void;
}) {
  const { words } = useWords();
  const t = words.papers;
  const shown = files.filter(({ file }) => file);
  if (!shown.length) return null;
  const ready = shown.filter(({ state }) => state.kind === 'ready').length;
  const wrong = shown.filter(({ state }) => state.kind === 'refused' || state.kind === 'failed').length;
  return (
    <section aria-label={t.uploads}>
      {/* One sentence for all: a screen reader is told of each file that is there, not of each percent. */}
      <output className="uploads-summary">{t.uploadsSummary(ready, shown.length, wrong)}</output>
      <ul className="uploads">
        {shown.map(({ key, file, state }) => {
          const name = file?.name ?? '';
          return (
            <li key={key} className={state.kind === 'refused' || state.kind === 'failed' ? 'upload upload-wrong' : 'upload'}>
              <span className="upload-name">{name}</span>
              {state.kind === 'sending' ? (
                <span className="upload-bar">
                  <progress max={1} value={state.share} aria-label={`${name} : ${t.sending(Math.round(state.share * 100))}`} />{' '}
                  {t.sending(Math.round(state.share * 100))}
                </span>
              ) : (
                <span>{state.kind === 'refused' || state.kind === 'failed' ? state.why : t.uploadStates[state.kind]}</span>
              )}
              <span className="actions">
                {state.kind === 'failed' ? (
                  <button type="button" className="btn" onClick={() => onRetry(key)} aria-label={`${t.retry} : ${name}`}>
                    {t.retry}
                  </button>
                ) : null}
                <button
                  type="button"
                  className="btn btn-quiet"
                  onClick={() => onDrop(key)}
                  aria-label={`${state.kind === 'refused' ? t.hideOne : t.dropOne} : ${name}`}
                >
                  {state.kind === 'refused' ? t.hideOne : t.dropOne}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
